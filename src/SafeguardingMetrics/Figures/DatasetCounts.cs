using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Figures;

/// <summary>
/// The counts of one dataset for each interval and member, and the segments that they are summed over.
/// </summary>
internal sealed class DatasetCounts
{
    private readonly CountQuery query;
    private readonly IReadOnlyDictionary<string, Agency> agencies;
    private readonly List<(string Label, Period Days)> intervals;
    private readonly Dictionary<(string Indicator, int Interval, FigureMember Member), IndicatorCounts> counts = [];
    private ILookup<(string Indicator, int Interval), FigureMember> members = null!;

    private DatasetCounts(CountQuery query, IReadOnlyList<SegmentInForce> held, IReadOnlyDictionary<string, Agency> agencies)
    {
        (this.query, this.agencies) = (query, agencies);
        intervals = [.. query.Selection.Intervals];
        Segments = SelectSegments(query, held);
    }

    /// <summary>The segments that each interval's figures rest on.</summary>
    public IReadOnlyList<IReadOnlyList<SegmentInForce>> Segments { get; }

    /// <summary>Reads the counts.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="query">Which counts.</param>
    /// <param name="agencies">Every agency, by its code.</param>
    public static async Task<DatasetCounts> Read(ReadSession reading, CountQuery query, IReadOnlyDictionary<string, Agency> agencies)
    {
        var read = new DatasetCounts(query, await FigureStore.ListSegmentsInForce(reading, query), agencies);
        await (query.IsFromRecords
            ? read.AddRecords(reading)
            : query.Dataset.Shape == DatasetShape.Snapshot ? read.AddSnapshots(reading) : read.AddActivity(reading));
        read.members = read.counts.Keys.ToLookup(key => (key.Indicator, key.Interval), key => key.Member);
        return read;
    }

    /// <summary>
    /// Which segments make each interval's figures: for an activity all that lie in it, for a snapshot each agency's
    /// last.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<SegmentInForce>> SelectSegments(CountQuery query, IReadOnlyList<SegmentInForce> held) =>
    [
        .. query.Selection.Intervals.Select(interval =>
        {
            var within = held.Where(segment => segment.Days.Overlaps(interval.Days));
            return query.Dataset.Shape == DatasetShape.Activity
                ? within.ToList()
                : (IReadOnlyList<SegmentInForce>)[
                    .. within
                        .GroupBy(segment => segment.Agency, StringComparer.Ordinal)
                        .Select(agency => agency.MaxBy(segment => segment.FromDay)!),
                ];
        }),
    ];

    /// <summary>The counts of an indicator for an interval and member; null where nothing was counted.</summary>
    public IndicatorCounts? Find(DatasetIndicator indicator, int interval, FigureMember member) =>
        counts.GetValueOrDefault((indicator.Code, interval, member));

    /// <summary>
    /// The members that an indicator has in an interval, in no order: the total has one, of agencies and sectors those
    /// that reported, of others those that were counted.
    /// </summary>
    public IEnumerable<FigureMember> ListMembers(
        DatasetIndicator indicator, int interval) => (query.Selection.By, query.Selection.SecondBy) switch
        {
            (Dimension.All, _) => [new FigureMember("", "")],
            (Dimension.Agency, null) => Segments[interval].Select(segment => new FigureMember(segment.Agency, "")).Distinct(),
            (Dimension.Sector, null) => Segments[interval].Select(segment => new FigureMember(segment.Sector, "")).Distinct(),
            _ =>
                members[(indicator.Code, interval)]
                    .Concat(indicator.Waiting is { } waiting ? members[(waiting.Code, interval)] : [])
                    .Distinct(),
        };

    private async Task AddRecords(ReadSession reading)
    {
        var calendar = await AddedBankHolidayStore.ReadCalendar(reading, query.Selection.KnownAt);
        var judged = await JudgingDays.Read(reading, query);
        foreach (var sameSegment in GetPlaces().GroupBy(place => place.Segment.SegmentId, StringComparer.Ordinal))
        {
            var segment = sameSegment.First().Segment;
            var cells = CellAggregator.CreateByDay(query.Dataset, [segment.Days], query.RecordDimensions);
            var counted = new CountedSegment(
                segment.SegmentId, segment.ReturnId, segment.Days, segment.CoversDays, segment.GetFacts(judged));
            await counted.CountAsJudged(reading, query.Dataset, cells, calendar, judged);
            foreach (var cell in cells.GetCells())
                foreach (var (interval, _) in sameSegment.Where(place => intervals[place.Interval].Days.Contains(cell.StartsOn)))
                    Add(
                        cell.Indicator,
                        interval,
                        GetMember(segment.Agency, cell.Member, cell.SecondMember),
                        cell.Amount,
                        cell.Numerator,
                        cell.Denominator);
        }
    }

    private async Task AddSnapshots(ReadSession reading)
    {
        var placesOf = GetPlaces().ToLookup(place => place.Segment.SegmentId, StringComparer.Ordinal);
        foreach (var cell in await FigureStore.ListSnapshotCells(reading, query))
            foreach (var (interval, segment) in placesOf[cell.SegmentId])
                Add(cell.Indicator, interval, GetMember(segment.Agency, cell.Member, ""), cell.Amount, cell.Numerator, cell.Denominator);
    }

    private async Task AddActivity(ReadSession reading)
    {
        // Sums by month belong to every interval that has the month; sums by week or day belong to one interval.
        var (interval, isByMonth) = (query.Selection.Interval, query.Selection.Interval.IsWholeMonths);
        DateOnly GetStep(DateOnly day) => isByMonth ? Period.MonthOf(day) : interval.GetPeriodContaining(day).From;
        var intervalsWith = intervals.Index()
            .SelectMany(place => (isByMonth
                ? place.Item.Days.SplitByMonth().Select(month => month.From)
                : [place.Item.Days.From]).Select(step => (Step: step, place.Index)))
            .ToLookup(place => place.Step, place => place.Index);
        foreach (var sum in await FigureStore.ListActivityTotals(reading, query))
            foreach (var place in intervalsWith[GetStep(sum.StartsOn)])
                Add(sum.Indicator, place, GetMember(sum.Agency, sum.Member, ""), sum.Amount, sum.Numerator, sum.Denominator);
    }

    private IEnumerable<(int Interval, SegmentInForce Segment)> GetPlaces() =>
        Segments.Index().SelectMany(interval => interval.Item.Select(segment => (interval.Index, segment)));

    private void Add(string indicator, int interval, FigureMember member, int amount, decimal numerator, decimal denominator)
    {
        var key = (indicator, interval, member);
        if (!counts.TryGetValue(key, out var sum)) counts[key] = sum = new IndicatorCounts();
        sum.Add(amount, numerator, denominator);
    }

    // Where one of two breakdowns is by agency or sector, the cell's member belongs to the other, whichever place that
    // has.
    private FigureMember GetMember(string agency, string member, string second)
    {
        var first = GetSender(query.Selection.By, agency);
        return query.Selection.SecondBy is not { } secondBy
            ? new(first ?? member, "")
            : new(first ?? member, GetSender(secondBy, agency) ?? (first is null ? second : member));
    }

    private string? GetSender(string by, string agency) =>
        by switch { Dimension.Agency => agency, Dimension.Sector => agencies[agency].Sector, _ => null };
}
