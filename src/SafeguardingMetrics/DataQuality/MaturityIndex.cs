namespace SafeguardingMetrics.DataQuality;

/// <summary>
/// The arithmetic of the Data Quality Maturity Index. Source: NHS England, <i>Data Quality Maturity Index (DQMI) methodology</i>, calculation and appendix 1 (2021).
/// Shares are from 0 to 1 and not rounded.
/// </summary>
public static class MaturityIndex
{
    /// <summary>An item's score: valid and complete records less the defaults in excess, over the records; null where there are none.</summary>
    /// <param name="records">Records in which the item is expected.</param>
    /// <param name="valid">Those of them in which it is valid and complete, defaults included.</param>
    /// <param name="defaults">Those of these in which it is a default code.</param>
    /// <param name="threshold">The share of records up to which defaults are no fault, 0 to 1.</param>
    public static decimal? ItemScore(long records, long valid, long defaults, decimal threshold) =>
        records == 0 ? null : (valid - Math.Max(0, defaults - threshold * records)) / records;

    /// <summary>A dataset's coverage: periods for which data was submitted, over those for which it was expected; null where none was.</summary>
    public static decimal? Coverage(int submitted, int expected) => expected == 0 ? null : (decimal)submitted / expected;

    /// <summary>
    /// The index, 0 to 100: the mean of the items' scores times the mean of their coverages, item by item. Items for which nothing was expected (their coverage is null) are left out;
    /// null where none is left.
    /// </summary>
    public static decimal? Index(IEnumerable<(decimal Score, decimal? Coverage)> items)
    {
        var expected = items.Where(item => item.Coverage is not null).ToList();
        return expected.Count == 0 ? null : expected.Average(item => item.Score) * expected.Average(item => item.Coverage!.Value) * 100;
    }
}
