using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.DataQuality;

/// <summary>One field of one dataset, as some agencies sent it.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Field">The field.</param>
/// <param name="Records">Records in which a value was to be expected.</param>
/// <param name="Valid">Those of them whose value is there and without a finding.</param>
/// <param name="Defaults">Those of these whose value is a default code.</param>
/// <param name="Due">Periods of the dataset that were owed and due.</param>
/// <param name="Covered">How many of them had come.</param>
internal sealed record ScoreComponent(Dataset Dataset, Field Field, long Records, long Valid, long Defaults, int Due, int Covered)
{
    /// <summary>The share of the periods owed that had come; null where none was.</summary>
    public decimal? Coverage => MaturityIndex.Coverage(Covered, Due);

    /// <summary>
    /// The score, 0 to 1; null where there is nothing to judge by: a value that was nowhere to be expected, or nil returns. A field that every record should have,
    /// of a dataset of which nothing came, is worth nothing.
    /// </summary>
    public decimal? Score => MaturityIndex.ItemScore(Records, Valid, Defaults, Field.Defaults?.Threshold ?? 0) ?? (Field.IsExpected && Due > 0 && Covered == 0 ? 0m : null);
}
