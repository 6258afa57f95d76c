using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>
/// Works an indicator's cells out again by its present definition. A segment whose cells are of another version is
/// ended, and one over the same days is begun with the same cells of the other indicators: so the figures of before are
/// still there for whoever asks what was known before.
/// </summary>
public sealed class Recalculator(Database database, TimeProvider time)
{
    private static readonly Sql CopyOtherCells = new("""
        INSERT INTO Cell (SegmentId, Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator)
        SELECT @To, c.Indicator, c.Dimension, c.StartsOn, c.Member, c.Amount, c.Numerator, c.Denominator
        FROM Cell c
        WHERE c.SegmentId = @From AND c.Indicator <> @Indicator AND c.Indicator <> @Waiting
        """);

    private readonly Rejudging judge = new(database, time);

    /// <summary>
    /// Recalculates what is behind, a return at a time. Ended at any time it can be run again, and goes on where it
    /// was.
    /// </summary>
    /// <param name="dataset">The dataset that feeds the indicator.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="progress">Told after each return how many are done, of how many.</param>
    /// <param name="cancel">Ends it after the return at hand.</param>
    /// <returns>
    /// The days in which something was recalculated, or null where nothing was behind, and how many segments were.
    /// </returns>
    /// <exception cref="DatabaseUnavailableException">
    /// The database does not answer; the returns done are kept.
    /// </exception>
    public async Task<(Period? Days, int Segments)> Run(
        Dataset dataset, DatasetIndicator indicator, Action<int, int> progress, CancellationToken cancel)
    {
        var behind = await database.Read(reading => DefinitionStore.ListOutdated(reading, dataset, indicator), cancel);
        if (behind.Count == 0) return (null, 0);
        var returns = behind.Select(segment => (segment.Agency, segment.ReturnId)).Distinct().ToList();
        var segments = 0;
        // Before the returns: where this is ended half-way, returns are still behind, and it is done again.
        foreach (var ofAgency in behind.GroupBy(segment => segment.Agency, StringComparer.Ordinal))
        {
            var days = new Period(ofAgency.Min(segment => segment.FromDay), ofAgency.Max(segment => segment.ToDay));
            await judge.Run(dataset, ofAgency.Key, days, audit: null, cancel);
        }

        foreach (var (place, (agency, returnId)) in returns.Index())
        {
            cancel.ThrowIfCancellationRequested();
            var scope = WriteScope.ForReturns(agency, dataset.Name, audit: null);
            segments += await database.Write(scope, work => RecalculateReturn(work, dataset, indicator, returnId), cancel);
            progress(place + 1, returns.Count);
        }

        return (new Period(behind.Min(segment => segment.FromDay), behind.Max(segment => segment.ToDay)), segments);
    }

    // What is behind is asked for anew, now that it is its turn: a newer return may have taken the days in the
    // meantime.
    private async Task<int> RecalculateReturn(UnitOfWork work, Dataset dataset, DatasetIndicator indicator, string returnId)
    {
        var behind = await DefinitionStore.ListOutdated(work, dataset, indicator, returnId);
        foreach (var old in behind)
        {
            // Nothing ends before it began, even where the clock was set back in between.
            var now = Instant.Now(time);
            var at = now < old.BeganAt ? old.BeganAt : now;
            var segmentId = await SegmentStore.Continue(work, old, dataset, at);
            var waiting = indicator.Waiting?.Code ?? "";
            await work.Execute(CopyOtherCells, new { From = old.SegmentId, To = segmentId, Indicator = indicator.Code, Waiting = waiting });
            await DefinitionStore.CopyVersions(work, old.SegmentId, segmentId, indicator);
            DefinitionStore.RecordVersions(work, segmentId, [indicator]);

            var sums = new CellAggregator(dataset, [old.Days]);
            await old.Counted.Count(work, dataset, sums);
            sums.Store(work, old.Days, segmentId, indicator);
        }

        await work.Commit();
        return behind.Count;
    }
}
