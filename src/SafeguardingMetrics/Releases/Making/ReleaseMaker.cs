using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// Makes the releases that are due, in the order of their days, each from what was known at the first instant of its day: also those of
/// the past, so that a partnership that upgrades has the releases that it would have had.
/// </summary>
public sealed partial class ReleaseMaker(Database database, TimeProvider time, ILogger<ReleaseMaker> log)
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

            var built = await Build(new ReleaseBatch(ready, of.Interval, of.Days, at, !isOwed), cancel);
            await Store(built, audit: null, cancel);
            foreach (var (release, _) in built) planner.Add(release);
            foreach (var one in batch.Except(waiting)) Enqueue(one.Of);
            return built.Count;
        }
    }

    /// <summary>Makes the next release of an interval before its day, from what is known now.</summary>
    /// <param name="interval">month, quarter or financial-year.</param>
    /// <param name="days">The interval's days.</param>
    /// <param name="indicators">The indicators; those that have had their releases, or of which nothing is known, are left out.</param>
    /// <param name="at">The present instant.</param>
    /// <param name="audit">The audit entry.</param>
    /// <param name="cancel">Ends it before anything is stored.</param>
    public async Task<IReadOnlyList<FigureRelease>> BringForward(
        Interval interval, Period days, IReadOnlyList<Indicator> indicators, DateTimeOffset at, ITransactionParticipant? audit,
        CancellationToken cancel)
    {
        var planner = await database.Read(ReleasePlanner.Read, cancel);
        var made = new List<(FigureRelease Release, IReadOnlyList<ReleasedFigure> Figures)>();
        foreach (var batch in indicators
            .Select(indicator => new ReleasedInterval(indicator, interval, days))
            .Where(of => planner.IsKnown(of) && planner.FindLatest(of) is not { Number: >= ReleaseDays.Most })
            .GroupBy(GetBatchName))
        {
            var isOwed = await database.Read(reading => OwedReturns.Any(reading, batch.First().Indicator.Datasets, days, at), cancel);
            var ready = batch.Select(of => (of.Indicator, planner.FindLatest(of))).ToList();
            made.AddRange(await Build(new ReleaseBatch(ready, interval, days, at, !isOwed), cancel));
        }

        if (made.Count > 0) await Store(made, audit, cancel);
        return [.. made.Select(one => one.Release)];
    }

    // The rows are read first and written afterwards: what was known at an instant does not change.
    private async Task<IReadOnlyList<(FigureRelease Release, IReadOnlyList<ReleasedFigure> Figures)>> Build(
        ReleaseBatch batch, CancellationToken cancel)
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
            MadeAt = Instant.Now(time),
        }).ToList();
        var built = await database.Read(reading => ReleaseBuilder.Build(reading, batch, releases), cancel);
        if (built.Moved + built.LeftOut > 0) Log.Changed(log, built.Moved, built.LeftOut, built.Undecided);
        return [.. releases.Select(release => (release, (IReadOnlyList<ReleasedFigure>)built.Figures[release.ReleaseId]))];
    }

    private Task<bool> Store(
        IReadOnlyList<(FigureRelease Release, IReadOnlyList<ReleasedFigure> Figures)> made, ITransactionParticipant? audit,
        CancellationToken cancel) =>
        database.Write(WriteScope.ForSettings(WriteLocks.Releases, audit), async work =>
        {
            foreach (var (release, figures) in made) await ReleaseStore.TryAdd(work, release, figures);
            await work.Commit();
            return true;
        }, cancel);

    private static string GetBatchName(ReleasedInterval of) =>
        $"{of.Days.To:yyyyMMdd} {of.Days.Days:0000} {string.Join(' ', of.Indicator.Datasets.Select(dataset => dataset.Name))}";

    private static partial class Log
    {
        // Which they were would tell what they hide.
        [LoggerMessage(1, LogLevel.Information,
            "Releases: {Moved} numbers are shown a group higher or lower and {LeftOut} breakdowns are left out, so that none can be worked "
            + "out; of {Undecided} it was not found out in time whether they could be")]
        public static partial void Changed(ILogger log, int moved, int leftOut, int undecided);
    }
}
