using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>
/// Works figures out again after a day has become a bank holiday, or is one no longer. Of each return with a record whose
/// dates lie on both sides of the day the cells are counted again; a segment whose cells differ is ended, and one over the
/// same days is begun, so that the figures of before are still there for whoever asks what was known before. Run again it
/// finds nothing to change, or goes on where it was ended.
/// </summary>
public sealed class CalendarRecalculator(Database database, TimeProvider time)
{
    private static readonly Sql StoredCells = new("""
        SELECT Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator FROM Cell WHERE SegmentId = @SegmentId
        """);

    private readonly Rejudging judge = new(database, time);

    /// <summary>Recalculates, a return at a time.</summary>
    /// <param name="day">The day.</param>
    /// <param name="audit">The audit entry of the request; each return that changes gets an entry of its part.</param>
    /// <param name="cancel">Ends it after the return at hand; what was recalculated is kept.</param>
    /// <exception cref="DatabaseUnavailableException">The database does not answer; the returns done are kept.</exception>
    internal async Task<RecalculatedFigures> Run(DateOnly day, AuditEntry audit, CancellationToken cancel)
    {
        var sum = RecalculatedFigures.None;
        foreach (var agency in await database.Read(AgencyStore.List, cancel))
            foreach (var dataset in DatasetCatalogue.All.Where(dataset => CanBeTouched(dataset, agency)))
            {
                var returns = await ListReturns(agency.Code, dataset, day, cancel);
                if (returns.Count > 0)
                {
                    var around = new Period(day.AddDays(-dataset.JudgedWithinDays), day.AddDays(dataset.JudgedWithinDays));
                    var judging = audit.CreatePart($"{day:yyyy-MM-dd}/{dataset.Name}/{agency.Code}", Instant.Now(time));
                    await judge.Run(dataset, agency.Code, around, judging, cancel);
                }

                foreach (var returnId in returns)
                {
                    var entry = audit.CreatePart($"{day:yyyy-MM-dd}/{dataset.Name}/{agency.Code}/{returnId}", Instant.Now(time));
                    var scope = WriteScope.ForReturns(agency.Code, dataset.Name, entry);
                    sum = sum.Add(await database.Write(scope, work => RecalculateReturn(work, dataset, returnId), cancel));
                }
            }

        return sum;
    }

    private static bool CanBeTouched(Dataset dataset, Agency agency) =>
        RecordSql.Get(dataset).SpansDay is not null && (dataset.Sectors.Count == 0 || dataset.Sectors.Contains(agency.Sector));

    // Listed under the lock of the returns: one that is being stored and counts by the calendar of before is waited for, and one that
    // comes later counts by that of now.
    private Task<IReadOnlyList<string>> ListReturns(string agency, Dataset dataset, DateOnly day, CancellationToken cancel) =>
        database.Write<IReadOnlyList<string>>(
            WriteScope.WithoutChange(WriteLocks.ForReturns(agency, dataset.Name), audit: null),
            async work =>
            {
                var rows = await work.Query<ReturnRow>(
                    RecordSql.Get(dataset).SpansDay!, new { Agency = agency, Dataset = dataset.Name, Day = day });
                return [.. rows.Select(row => row.ReturnId)];
            },
            cancel);

    private async Task<RecalculatedFigures> RecalculateReturn(UnitOfWork work, Dataset dataset, string returnId)
    {
        var sum = RecalculatedFigures.None;
        foreach (var old in await DefinitionStore.ListSegments(work, returnId))
            sum = sum.Add(await RecalculateSegment(work, dataset, old));
        if (sum.Segments > 0) await work.Commit();
        return sum with { Returns = sum.Segments > 0 ? 1 : 0 };
    }

    private async Task<RecalculatedFigures> RecalculateSegment(UnitOfWork work, Dataset dataset, OutdatedSegment old)
    {
        var sums = new CellAggregator(dataset, [old.Days]);
        await old.Counted.Count(work, dataset, sums);
        var counted = sums.GetCells().ToLookup(cell => cell.Indicator, StringComparer.Ordinal);
        var stored = (await CellRow.List(work, StoredCells, new { old.SegmentId }))
            .ToLookup(cell => cell.Indicator, StringComparer.Ordinal);

        // What is behind its definition differs for that reason; the command recalculate works it out, by the calendar of now.
        var current = await DefinitionStore.ListCurrent(work, dataset, old.SegmentId);
        var changed = current.Where(indicator => HasChanged(indicator.Code) || HasChanged(indicator.Waiting?.Code)).ToList();
        if (changed.Count == 0) return RecalculatedFigures.None;

        // Nothing ends before it began, even where the clock was set back in between.
        var now = Instant.Now(time);
        var segmentId = await SegmentStore.Continue(work, old, dataset, now < old.BeganAt ? old.BeganAt : now);
        await DefinitionStore.CopyVersions(work, old.SegmentId, segmentId);
        var codes = changed.SelectMany(indicator => new[] { indicator.Code, indicator.Waiting?.Code }).ToHashSet();
        var cells = stored.Where(cells => !codes.Contains(cells.Key)).Concat(counted.Where(cells => codes.Contains(cells.Key)));
        Cell.Store(work, segmentId, cells.SelectMany(cells => cells));
        return new RecalculatedFigures(1, 1, [.. changed.Select(indicator => indicator.Code)], old.FromDay, old.ToDay);

        bool HasChanged(string? code) => code is not null && !stored[code].ToHashSet().SetEquals(counted[code]);
    }

    private sealed record ReturnRow
    {
        public required string ReturnId { get; init; }
    }
}
