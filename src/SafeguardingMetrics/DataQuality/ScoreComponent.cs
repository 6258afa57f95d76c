using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.DataQuality;

/// <summary>One item of the score: a field of a dataset, over the records of one or more agencies.</summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Field">The field.</param>
/// <param name="Records">Records in which a value is expected.</param>
/// <param name="Valid">Of these, records with a value and without a finding on the field.</param>
/// <param name="Defaults">Of the valid ones, records whose value is a default code.</param>
/// <param name="Due">Periods of the dataset that were due.</param>
/// <param name="Covered">Of these, periods whose return had arrived.</param>
internal sealed record ScoreComponent(Dataset Dataset, Field Field, long Records, long Valid, long Defaults, int Due, int Covered)
{
    /// <summary>The share of due periods whose return had arrived, 0 to 1; null where none was due.</summary>
    public decimal? Coverage => MaturityIndex.Coverage(Covered, Due);

    /// <summary>
    /// The score, 0 to 1. Null where there is nothing to score: the value was never expected, or all returns were nil
    /// returns. A field that every record should have scores 0 where returns were due and none arrived.
    /// </summary>
    public decimal? Score =>
        MaturityIndex.ItemScore(Records, Valid, Defaults, Field.Defaults?.Threshold ?? 0)
        ?? (Field.IsExpected && Due > 0 && Covered == 0 ? 0m : null);
}
