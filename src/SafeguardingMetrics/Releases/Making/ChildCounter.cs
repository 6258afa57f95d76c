using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// Counts the children behind events: twelve visits may be twelve visits to one child. Each child of an agency is counted once for an
/// indicator and a member, from the records in force.
/// </summary>
internal sealed class ChildCounter
{
    private readonly Dictionary<(string Indicator, string Dimension, string Member), HashSet<(string Agency, string Child)>> children = [];

    private ChildCounter()
    {
    }

    /// <summary>True where a dataset's records are not the children themselves, and name them.</summary>
    public static bool IsNeeded(Dataset dataset) =>
        dataset is { IsAboutChildren: true, Shape: DatasetShape.Activity } && dataset.ChildFields.Any(field => !field.IsHashed);

    /// <summary>Counts the children behind the figures of a query's only interval, by every breakdown.</summary>
    public static async Task<ChildCounter> Read(ReadSession reading, CountQuery query)
    {
        var counter = new ChildCounter();
        // Where the records of then are gone, those of now are about the same children.
        if (await PurgedReturns.AnyInForce(reading, query))
            query = query with { Selection = query.Selection with { KnownAt = null } };
        var restated = await RestatedRecords.List(reading, query);
        var judged = await JudgingDays.Read(reading, query);
        var calendar = await AddedBankHolidayStore.ReadCalendar(reading, query.Selection.KnownAt);
        foreach (var segment in await FigureStore.ListSegmentsInForce(reading, query))
        {
            if (!segment.CoversDays && !segment.IsChanges) continue;
            var facts = segment.GetFacts(judged) with { Calendar = calendar };
            await query.Dataset.Accept(new RecordVisitor(reading, segment, facts, query.Indicators, restated, counter));
        }

        return counter;
    }

    /// <summary>How many children are behind an indicator's denominator for a member.</summary>
    public int Count(string indicator, string dimension, string member) =>
        children.TryGetValue((indicator, dimension, member), out var found) ? found.Count : 0;

    private void Add(string indicator, string dimension, string? member, (string, string) child)
    {
        if (member is null) return;
        if (!children.TryGetValue((indicator, dimension, member), out var found))
            children[(indicator, dimension, member)] = found = [];
        found.Add(child);
    }

    private sealed class RecordVisitor(
        ReadSession reading, SegmentInForce segment, ReturnContext facts, IReadOnlyList<DatasetIndicator> asked,
        IReadOnlySet<(string ReturnId, int Number)> restated, ChildCounter counter) : IDatasetVisitor<Task>
    {
        public async Task Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var id = dataset.Fields.First(field => field.IsOfChild && !field.IsHashed);
            var indicators = asked.OfType<Indicator<TRecord>>().ToList();
            await foreach (var (number, record) in StoredRecordAggregator.Read(reading, dataset, segment.ReturnId, segment.Days))
            {
                if (restated.Contains((segment.ReturnId, number))) continue;
                if (id.GetStoredValue(record) is not string child) continue;
                var day = dataset.GetCountedOn(record, facts);
                foreach (var indicator in indicators)
                {
                    if (indicator.TryMeasure(record, facts, out _)) Add(dataset, indicator.Code, record, day, (segment.Agency, child));
                }
            }
        }

        private void Add<TRecord>(
            Dataset<TRecord> dataset, string indicator, TRecord record, DateOnly day, (string, string) child) where TRecord : class, new()
        {
            counter.Add(indicator, Dimension.All, "", child);
            counter.Add(indicator, Dimension.Agency, segment.Agency, child);
            counter.Add(indicator, Dimension.Sector, segment.Sector, child);
            foreach (var breakdown in dataset.Breakdowns)
                counter.Add(indicator, breakdown.Dimension, breakdown.MemberOf(record, facts, day), child);
        }
    }
}
