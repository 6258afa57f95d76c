namespace SafeguardingMetrics.DataQuality;

/// <summary>
/// The arithmetic of the Data Quality Maturity Index. Source: NHS England, <i>Data Quality Maturity Index (DQMI)
/// methodology</i>, calculation and appendix 1 (2021). Shares are from 0 to 1, unrounded.
/// </summary>
public static class MaturityIndex
{
    /// <summary>
    /// The score of an item: valid and complete records less excess defaults, divided by all records; null without
    /// records.
    /// </summary>
    /// <param name="records">Records in which the item is expected.</param>
    /// <param name="valid">Of these, records in which the item is valid and complete, default codes included.</param>
    /// <param name="defaults">Of the valid ones, records in which the item is a default code.</param>
    /// <param name="threshold">The share of records up to which default codes are not counted as a fault, 0 to
    /// 1.</param>
    public static decimal? ItemScore(long records, long valid, long defaults, decimal threshold) =>
        records == 0 ? null : (valid - Math.Max(0, defaults - threshold * records)) / records;

    /// <summary>
    /// The coverage of a dataset: periods submitted divided by periods expected; null where none were expected.
    /// </summary>
    public static decimal? Coverage(int submitted, int expected) => expected == 0 ? null : (decimal)submitted / expected;

    /// <summary>
    /// The index, 0 to 100: the mean of the item scores times the mean of the item coverages. Items with a null
    /// coverage (nothing was expected) are left out; null where none remain.
    /// </summary>
    public static decimal? Index(IEnumerable<(decimal Score, decimal? Coverage)> items)
    {
        var expected = items.Where(item => item.Coverage is not null).ToList();
        return expected.Count == 0 ? null : expected.Average(item => item.Score) * expected.Average(item => item.Coverage!.Value) * 100;
    }
}
