using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Figures;

/// <summary>Makes figures from the segments that were in force: sums their cells, and says on how many returns each figure rests.</summary>
public static class FigureCalculator
{
    /// <summary>The figures asked for, by indicator, interval and member. The total has a figure for every interval; members only where something counts or an agency reported.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="ofValuesOnly">True where nobody asks what was expected: it is left out.</param>
    public static async Task<IReadOnlyList<Figure>> Read(ReadSession reading, FigureQuery query, bool ofValuesOnly = false)
    {
        var agencies = (await AgencyStore.List(reading)).ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var expected = ofValuesOnly ? ReturnExpectations.None : await ReturnExpectations.Read(reading, query, agencies);
        var intervals = query.Interval.Split(query.Days).ToList();
        var held = await FigureStore.ListSegmentsInForce(reading, query);
        var counted = SelectSegments(query, intervals, held);
        var tallies = await ReadCounts(reading, query, intervals, counted, agencies);

        var membersWith = tallies.Keys.ToLookup(key => (key.Indicator, key.Interval), key => key.Members);
        // Of records' members and of indicators that share an interval they are the same.
        var grounds = new Dictionary<(int Interval, Members Senders), (FigureCoverage Grounds, bool HasReturns)>();
        var figures = new List<Figure>();
        foreach (var indicator in query.Indicators)
        {
            foreach (var (place, (label, days)) in intervals.Index())
            {
                foreach (var member in MembersOf(query, indicator, place, counted[place], membersWith))
                {
                    var sender = GetSender(query, member);
                    if (!grounds.TryGetValue((place, sender), out var restsOn)) grounds[(place, sender)] = restsOn = GroundsOf(days, counted[place], sender);
                    var tally = !restsOn.HasReturns ? null : tallies.GetValueOrDefault((indicator.Code, place, member)) ?? new IndicatorCounts();
                    figures.Add(new Figure(indicator, label, days, query.By == Dimension.All ? null : member.First, tally, restsOn.Grounds)
                    {
                        SecondMember = query.SecondBy is null ? null : member.Second,
                        Waiting = tally is null || indicator.Waiting is not { } waiting ? null : tallies.GetValueOrDefault((waiting.Code, place, member))?.Denominator ?? 0,
                    });
                }
            }
        }

        return figures;

        (FigureCoverage, bool) GroundsOf(Period days, IReadOnlyList<SegmentInForce> all, Members senders)
        {
            bool Concerns(string agency, string sector) => Matches(query.By, senders.First, agency, sector) && Matches(query.SecondBy, senders.Second, agency, sector);
            var held = all.Where(one => Concerns(one.Agency, one.Sector)).ToList();
            var due = expected.ListDue(days).Where(one => Concerns(one.Due.Agency, agencies[one.Due.Agency].Sector)).ToList();
            var returns = held.DistinctBy(one => one.ReturnId).ToList();
            var grounds = new FigureCoverage(
                expected.ListAgencies(days).Count(agency => Concerns(agency.Code, agency.Sector)), held.Select(one => one.Agency).Distinct(StringComparer.Ordinal).Count(),
                due.Count, due.Count(one => one.HasCome),
                returns.Sum(one => one.Received), returns.Sum(one => one.Rejected), returns.Sum(one => one.Queried));
            return (grounds, held.Count > 0);
        }
    }

    /// <summary>
    /// Which held days make each interval's figures: of an activity all that lie in it, of a snapshot each agency's last.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<SegmentInForce>> SelectSegments(FigureQuery query, IReadOnlyList<(string Label, Period Days)> intervals, IReadOnlyList<SegmentInForce> held) =>
    [
        .. intervals.Select(interval =>
        {
            var within = held.Where(days => days.Days.Overlaps(interval.Days));
            return query.Dataset.Shape == DatasetShape.Activity
                ? within.ToList()
                : (IReadOnlyList<SegmentInForce>)[.. within.GroupBy(days => days.Agency, StringComparer.Ordinal).Select(agency => agency.MaxBy(days => days.FromDay)!)];
        }),
    ];

    private static async Task<Dictionary<(string Indicator, int Interval, Members Members), IndicatorCounts>> ReadCounts(
        ReadSession reading, FigureQuery query, List<(string Label, Period Days)> intervals, IReadOnlyList<IReadOnlyList<SegmentInForce>> counted, Dictionary<string, Agency> agencies)
    {
        var tallies = new Dictionary<(string, int, Members), IndicatorCounts>();
        void Add(string indicator, int interval, string agency, string member, string second, int amount, decimal numerator, decimal denominator)
        {
            var key = (indicator, interval, MembersOf(agency, member, second));
            if (!tallies.TryGetValue(key, out var tally)) tallies[key] = tally = new IndicatorCounts();
            tally.Add(amount, numerator, denominator);
        }

        // Of two dimensions one may be the return's: then the cell's member belongs to the other, whichever place that has.
        Members MembersOf(string agency, string member, string second)
        {
            var first = OfReturn(query.By, agency);
            return query.SecondBy is null ? new(first ?? member, "") : new(first ?? member, OfReturn(query.SecondBy, agency) ?? (first is null ? second : member));
        }

        string? OfReturn(string by, string agency) => by switch { Dimension.Agency => agency, Dimension.Sector => agencies[agency].Sector, _ => null };

        if (query.IsFromRecords)
        {
            foreach (var held in counted.Index().SelectMany(interval => interval.Item.Select(days => (interval.Index, Days: days))).GroupBy(pair => pair.Days.SegmentId, StringComparer.Ordinal))
            {
                var days = held.First().Days;
                var cells = CellAggregator.CreateByDay(query.Dataset, [days.Days], query.RecordDimensions);
                await StoredRecordAggregator.Aggregate(reading, query.Dataset, days.ReturnId, days.Facts, days.Days, cells);
                foreach (var cell in cells.GetCells())
                    foreach (var (interval, _) in held.Where(pair => intervals[pair.Index].Days.Contains(cell.StartsOn)))
                        Add(cell.Indicator, interval, days.Agency, cell.Member, cell.SecondMember, cell.Amount, cell.Numerator, cell.Denominator);
            }

            return tallies;
        }

        if (query.Dataset.Shape == DatasetShape.Snapshot)
        {
            var intervalsOf = counted.Index().SelectMany(interval => interval.Item.Select(days => (interval.Index, Days: days))).ToLookup(pair => pair.Days.SegmentId, StringComparer.Ordinal);
            foreach (var cell in await FigureStore.ListSnapshotCells(reading, query))
                foreach (var (interval, days) in intervalsOf[cell.SegmentId])
                    Add(cell.Indicator, interval, days.Agency, cell.Member, "", cell.Amount, cell.Numerator, cell.Denominator);
            return tallies;
        }

        // What is summed by month is in every interval that has the month, what is summed by less in one.
        DateOnly StepOf(DateOnly day) => query.Interval.IsWholeMonths ? Period.MonthOf(day) : query.Interval.GetPeriodContaining(day).From;
        var intervalsWith = intervals.Index()
            .SelectMany(interval => (query.Interval.IsWholeMonths ? interval.Item.Days.SplitByMonth().Select(month => month.From) : [interval.Item.Days.From]).Select(step => (Step: step, interval.Index)))
            .ToLookup(pair => pair.Step, pair => pair.Index);
        foreach (var sum in await FigureStore.ListActivityTotals(reading, query))
            foreach (var interval in intervalsWith[StepOf(sum.StartsOn)])
                Add(sum.Indicator, interval, sum.Agency, sum.Member, "", sum.Amount, sum.Numerator, sum.Denominator);
        return tallies;
    }

    // Of a figure's members those that are told apart by who sent the return; empty otherwise.
    private static Members GetSender(FigureQuery query, Members member) =>
        new(Dimension.ForReturns.Contains(query.By) ? member.First : "", query.SecondBy is { } second && Dimension.ForReturns.Contains(second) ? member.Second : "");

    private static bool Matches(string? by, string member, string agency, string sector) => by switch
    {
        Dimension.Agency => agency == member,
        Dimension.Sector => sector == member,
        _ => true,
    };

    private static IEnumerable<Members> MembersOf(FigureQuery query, Indicator indicator, int interval, IReadOnlyList<SegmentInForce> counted, ILookup<(string Indicator, int Interval), Members> membersWith) => (query.By, query.SecondBy) switch
    {
        (Dimension.All, _) => [new Members("", "")],
        (Dimension.Agency, null) => counted.Select(days => days.Agency).Distinct().Order(StringComparer.Ordinal).Select(agency => new Members(agency, "")),
        (Dimension.Sector, null) => counted.Select(days => days.Sector).Distinct().Order(StringComparer.Ordinal).Select(sector => new Members(sector, "")),
        _ => membersWith[(indicator.Code, interval)].Concat(indicator.Waiting is { } waiting ? membersWith[(waiting.Code, interval)] : []).Distinct()
            .OrderBy(members => members.First, StringComparer.Ordinal).ThenBy(members => members.Second, StringComparer.Ordinal),
    };

    // The members of the one or two breakdowns; empty where there is none.
    private readonly record struct Members(string First, string Second);
}
