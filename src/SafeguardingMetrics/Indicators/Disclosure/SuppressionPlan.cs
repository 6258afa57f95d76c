using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// Which counts of a dataset are shown to those who may not see small ones, whatever they ask for. A month is decided
/// by itself, a quarter when it has ended by what was decided of its months, a financial year by both: what later
/// months bring never hides or shows a figure that was decided before. Every other interval is shown where it is made
/// of blocks that are, and so tells nothing that they do not.
/// </summary>
/// <param name="dataset">The dataset.</param>
/// <param name="counts">What was counted: of every block that is asked about, all of it.</param>
/// <param name="reported">Of a snapshot dataset, the months in which each agency had a day.</param>
/// <param name="knownOn">The day whose knowledge it is.</param>
/// <param name="rules">All of them, but in tests.</param>
/// <param name="memory">What was decided before, or null.</param>
internal sealed class SuppressionPlan(
    Dataset dataset,
    IEnumerable<CountRow> counts,
    IReadOnlyCollection<(string Agency, string Sector, DateOnly MonthOn)> reported,
    DateOnly knownOn,
    DisclosureRules rules,
    SuppressionCache? memory = null)
{
    // Above this a longer block takes seconds to solve, and is no more than the sum of its months.
    private const int MostRows = 1500;

    private readonly ILookup<DateOnly, CountRow> months = counts.ToLookup(row => row.MonthOn);
    private readonly Dictionary<DisclosurePeriod, Dictionary<CountKey, (decimal Amount, bool IsHidden)>> decided = [];

    /// <summary>True where a count over 0 is shown.</summary>
    /// <param name="key">Names it; its block is passed over.</param>
    /// <param name="days">The interval. What is not made of whole months is not shown.</param>
    /// <param name="count">
    /// The count itself: what is not what was decided about is not shown. Figures are read by other statements, between
    /// which a return can arrive.
    /// </param>
    public bool IsShown(CountKey key, Period days, decimal count)
    {
        if (days.From.Day != 1 || days.To.AddDays(1).Day != 1) return false;
        var parts = dataset.Shape == DatasetShape.Activity
            ? DisclosurePeriod.Split(days).Select(block => key with { Block = block }).ToList()
            : GetSnapshotKeys(key, days);
        return parts.TrueForAll(IsShown) && parts.Sum(GetAmount) == count;
    }

    // Each agency's last day counts: where all are in one month it is that month's figure, else it is made of the
    // agencies' own.
    private List<CountKey> GetSnapshotKeys(CountKey key, Period days)
    {
        var last = reported.Where(report => key.Scope.Has(report.Agency, report.Sector) && days.Contains(report.MonthOn))
            .GroupBy(report => report.Agency, StringComparer.Ordinal)
            .Select(agency => (Agency: agency.Key, Block: new DisclosurePeriod(agency.Max(report => report.MonthOn), 1))).ToList();
        return last.Select(agency => agency.Block).Distinct().ToList() is [var month]
            ? [key with { Block = month }]
            : [.. last.Select(agency => key with { Block = agency.Block, Scope = new(null, agency.Agency) })];
    }

    // A longer block that has not ended would tell, by what it grows, of the month that is added: it is the sum of its
    // months and no more.
    private bool IsShown(CountKey key) => key.Block.Months == 1
        ? !IsHidden(key)
        : (key.Block.To < knownOn && key.Block.ByMonth.Sum(month => months[month.From].Count()) <= MostRows && !IsHidden(key))
            || key.Block.Children.All(child => IsShown(key with { Block = child }));

    private decimal GetAmount(CountKey key) =>
        key.Block.ByMonth.Sum(month => GetOrDecide(month).GetValueOrDefault(key with { Block = month }).Amount);

    // What was not counted is nothing, and nothing is shown.
    private bool IsHidden(CountKey key) => GetOrDecide(key.Block).GetValueOrDefault(key).IsHidden;

    private Dictionary<CountKey, (decimal Amount, bool IsHidden)> GetOrDecide(DisclosurePeriod block)
    {
        if (decided.TryGetValue(block, out var known)) return known;
        return decided[block] = memory is null
            ? Decide(block)
            : memory.GetOrAdd(dataset.Name, block, GetCounts(block), () => Decide(block));
    }

    private Dictionary<CountKey, (decimal Amount, bool IsHidden)> Decide(DisclosurePeriod block)
    {
        var table = new SuppressionTable(dataset, rules);
        Add(table, block);
        table.Solve();
        return table.Published
            .Where(key => key.Block == block)
            .ToDictionary(key => key, key => (table.GetAmount(key), table.IsHidden(key)));
    }

    private IEnumerable<CountRow> GetCounts(DisclosurePeriod block) => block.ByMonth.SelectMany(month => months[month.From]);

    // The block, what it is made of, and of those what was decided.
    private void Add(SuppressionTable table, DisclosurePeriod block)
    {
        table.Add(block, GetCounts(block));
        foreach (var child in block.Children) Add(table, child);
        table.AddPeriodSum(block, block.Children, IsHidden);
    }
}
