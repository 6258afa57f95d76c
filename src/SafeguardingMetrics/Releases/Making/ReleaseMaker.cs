using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// Makes the releases that are due, in the order of their days, each from what was known at the first instant of its day: also those of
/// the past, so that a partnership that upgrades has the releases that it would have had.
/// </summary>
public sealed class ReleaseMaker(Database database, TimeProvider time)
{
    /// <summary>Makes every release that is due.</summary>
    /// <returns>How many were made.</returns>
    public async Task<int> Run(CancellationToken cancel)
    {
        var today = London.Today(time);
        var planner = await database.Read(ReleasePlanner.Read, cancel);
        var due = new PriorityQueue<(ReleasedInterval Of, Period Window), (DateOnly On, string Batch)>();
        foreach (var of in planner.ListIntervals(today)) Enqueue(of);

        var made = 0;
        while (due.TryPeek(out _, out var first))
        {
            cancel.ThrowIfCancellationRequested();
            var batch = new List<(ReleasedInterval Of, Period Window)>();
            while (due.TryPeek(out _, out var next) && next == first) batch.Add(due.Dequeue());
            made += await Make(batch, first.On);
        }

        return made;

        void Enqueue(ReleasedInterval of)
        {
            if (planner.FindNext(of) is { } window && window.From <= today)
                due.Enqueue((of, window), (window.From, GetBatchName(of)));
        }

        async Task<int> Make(IReadOnlyList<(ReleasedInterval Of, Period Window)> batch, DateOnly on)
        {
            var (at, of) = (London.StartOf(on), batch[0].Of);
            var isOwed = await database.Read(reading => OwedReturns.Any(reading, of.Indicator.Datasets, of.Days, at), cancel);
            // The first release waits; a later one keeps its day.
            var waiting = isOwed ? batch.Where(one => on < one.Window.To).ToList() : [];
            foreach (var one in waiting)
                if (on < today) due.Enqueue(one, (on.AddDays(1), GetBatchName(one.Of)));
            var ready = batch.Except(waiting).Select(one => (one.Of.Indicator, planner.FindLatest(one.Of))).ToList();
            if (ready.Count == 0) return 0;

            var releases = await Release(new ReleaseBatch(ready, of.Interval, of.Days, at, !isOwed), cancel);
            foreach (var release in releases) planner.Add(release);
            foreach (var one in batch.Except(waiting)) Enqueue(one.Of);
            return releases.Count;
        }
    }

    // The rows are read first and written afterwards: what was known at an instant does not change.
    private async Task<IReadOnlyList<FigureRelease>> Release(ReleaseBatch batch, CancellationToken cancel)
    {
        var releases = batch.Indicators.Select(one => new FigureRelease
        {
            ReleaseId = Guid.CreateVersion7(batch.At).ToString(),
            Indicator = one.Indicator.Code,
            IntervalName = batch.Interval.Name,
            FromDay = batch.Days.From,
            ToDay = batch.Days.To,
            Number = (one.Before?.Number ?? 0) + 1,
            ReleasedAt = batch.At,
            IsComplete = batch.IsComplete,
        }).ToList();
        var figures = await database.Read(reading => ReleaseBuilder.Build(reading, batch, releases), cancel);
        await database.Write(WriteScope.ForSettings(WriteLocks.Releases, audit: null), async work =>
        {
            foreach (var release in releases) await ReleaseStore.TryAdd(work, release, figures[release.ReleaseId]);
            await work.Commit();
            return true;
        }, cancel);
        return releases;
    }

    private static string GetBatchName(ReleasedInterval of) =>
        $"{of.Days.To:yyyyMMdd} {of.Days.Days:0000} {string.Join(' ', of.Indicator.Datasets.Select(dataset => dataset.Name))}";
}
