using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.DataQuality;
using SafeguardingMetrics.DataQuality.Schedule;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Indicators.Cells;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Figures;

/// <summary>Makes figures from the segments that were in force: sums their cells, and says on how many returns each figure rests.</summary>
public static class FigureReading
{
    /// <summary>The figures asked for, by indicator, interval and member. The total has a figure for every interval; members only where something counts or an agency reported.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="query">What is asked for.</param>
    /// <param name="ofValuesOnly">True where nobody asks what was expected: it is left out.</param>
    public static async Task<IReadOnlyList<Figure>> Read(Reading reading, FigureQuery query, bool ofValuesOnly = false)
    {
        var agencies = (await AgencyStore.All(reading)).ToDictionary(agency => agency.Code, StringComparer.Ordinal);
        var expected = ofValuesOnly ? Expectation.Nothing : await Expectation.Of(reading, query, agencies);
        var intervals = query.Interval.Of(query.Days).ToList();
        var held = await FigureStore.HeldBy(reading, query);
        var counted = CountedIn(query, intervals, held);
        var tallies = await Tallies(reading, query, intervals, counted, agencies);

        var figures = new List<Figure>();
        foreach (var indicator in query.Indicators)
        {
            foreach (var (place, (label, days)) in intervals.Index())
            {
                foreach (var member in MembersOf(query, indicator, place, counted[place], tallies))
                {
                    bool Concerns(string agency, string sector) => query.By switch
                    {
                        Dimension.Agency => agency == member,
                        Dimension.Sector => sector == member,
                        _ => true,
                    };
                    var returns = counted[place].Where(days => Concerns(days.Agency, days.Sector)).ToList();
                    var tally = returns.Count == 0 ? null : tallies.GetValueOrDefault((indicator.Code, place, member ?? "")) ?? new Tally();
                    figures.Add(new Figure(indicator, label, days, member, tally, GroundsOf(days, returns, Concerns)));
                }
            }
        }

        return figures;

        Grounds GroundsOf(Period days, IReadOnlyList<HeldDays> held, Func<string, string, bool> concerns)
        {
            var due = expected.DueIn(days).Where(one => concerns(one.Due.Agency, agencies[one.Due.Agency].Sector)).ToList();
            var returns = held.DistinctBy(one => one.ReturnId).ToList();
            return new Grounds(
                expected.AgenciesOn(days).Count(agency => concerns(agency.Code, agency.Sector)), held.Select(one => one.Agency).Distinct(StringComparer.Ordinal).Count(),
                due.Count, due.Count(one => one.HasCome),
                returns.Sum(one => one.Received), returns.Sum(one => one.Rejected), returns.Sum(one => one.Queried));
        }
    }

    /// <summary>
    /// Which held days make each interval's figures: of an activity all that lie in it, of a snapshot each agency's last.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<HeldDays>> CountedIn(FigureQuery query, IReadOnlyList<(string Label, Period Days)> intervals, IReadOnlyList<HeldDays> held) =>
    [
        .. intervals.Select(interval =>
        {
            var within = held.Where(days => days.Days.Overlaps(interval.Days));
            return query.Dataset.Shape == Shape.Activity
                ? within.ToList()
                : (IReadOnlyList<HeldDays>)[.. within.GroupBy(days => days.Agency, StringComparer.Ordinal).Select(agency => agency.MaxBy(days => days.FromDay)!)];
        }),
    ];

    private static async Task<Dictionary<(string Indicator, int Interval, string Member), Tally>> Tallies(
        Reading reading, FigureQuery query, List<(string Label, Period Days)> intervals, IReadOnlyList<IReadOnlyList<HeldDays>> counted, Dictionary<string, Agency> agencies)
    {
        var tallies = new Dictionary<(string, int, string), Tally>();
        void Add(string indicator, int interval, string member, int amount, decimal numerator, decimal denominator)
        {
            var name = query.By == Dimension.Sector ? agencies[member].Sector : member;
            if (!tallies.TryGetValue((indicator, interval, name), out var tally)) tallies[(indicator, interval, name)] = tally = new Tally();
            tally.Add(amount, numerator, denominator);
        }

        if (query.Dataset.Shape == Shape.Snapshot)
        {
            var intervalsOf = counted.Index().SelectMany(interval => interval.Item.Select(days => (interval.Index, Days: days))).ToLookup(pair => pair.Days.SegmentId, StringComparer.Ordinal);
            foreach (var cell in await FigureStore.OfSnapshots(reading, query))
                foreach (var (interval, days) in intervalsOf[cell.SegmentId])
                    Add(cell.Indicator, interval, query.IsByReturn ? days.Agency : cell.Member, cell.Amount, cell.Numerator, cell.Denominator);
            return tallies;
        }

        // What is summed by month is in every interval that has the month, what is summed by less in one.
        DateOnly StepOf(DateOnly day) => query.Interval.IsOfMonths ? Period.MonthOf(day) : query.Interval.Around(day).From;
        var intervalsWith = intervals.Index()
            .SelectMany(interval => (query.Interval.IsOfMonths ? interval.Item.Days.ByMonth().Select(month => month.From) : [interval.Item.Days.From]).Select(step => (Step: step, interval.Index)))
            .ToLookup(pair => pair.Step, pair => pair.Index);
        // No cell has a member's single days: they are counted from the records.
        var sums = query.Interval == Interval.Day && query.CellDimension != Dimension.All
            ? await FromRecords(reading, query, counted)
            : await FigureStore.OfActivity(reading, query);
        foreach (var sum in sums)
            foreach (var interval in intervalsWith[StepOf(sum.StartsOn)])
                Add(sum.Indicator, interval, sum.Member, sum.Amount, sum.Numerator, sum.Denominator);
        return tallies;
    }

    private static async Task<IReadOnlyList<Sums>> FromRecords(Reading reading, FigureQuery query, IReadOnlyList<IReadOnlyList<HeldDays>> counted)
    {
        var sums = new List<Sums>();
        foreach (var days in counted.SelectMany(interval => interval).DistinctBy(days => days.SegmentId))
        {
            var cells = new CellSums(query.Dataset.Indicators, [days.Days], membersByDay: true);
            await StoredRecords.Measure(reading, query.Dataset, days.ReturnId, new ReturnFacts(days.Agency, days.ReturnFrom, days.ReturnTo, days.ReceivedOn), days.Days, cells);
            sums.AddRange(cells.Cells()
                .Where(cell => cell.Dimension == query.By)
                .Select(cell => new Sums { Indicator = cell.Indicator, StartsOn = cell.StartsOn, Member = cell.Member, Amount = cell.Amount, Numerator = cell.Numerator, Denominator = cell.Denominator }));
        }

        return sums;
    }

    private static IEnumerable<string?> MembersOf(FigureQuery query, Indicator indicator, int interval, IReadOnlyList<HeldDays> counted, Dictionary<(string Indicator, int Interval, string Member), Tally> tallies) => query.By switch
    {
        Dimension.All => [null],
        Dimension.Agency => counted.Select(days => days.Agency).Distinct().Order(StringComparer.Ordinal),
        Dimension.Sector => counted.Select(days => days.Sector).Distinct().Order(StringComparer.Ordinal),
        _ => tallies.Keys.Where(key => key.Indicator == indicator.Code && key.Interval == interval).Select(key => key.Member).Order(StringComparer.Ordinal),
    };
}
