using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>
/// Compares a return with what it would take the place of, or with what came before it, by counts alone. What differs
/// as a failed export does is a reason to hold the return.
/// </summary>
public static class HoldingPolicy
{
    /// <summary>The reasons; none where the return is to be taken.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="sent">The return's records.</param>
    /// <param name="before">The records that it is compared with.</param>
    /// <param name="thresholds">The dataset's thresholds.</param>
    public static IReadOnlyList<HoldReason> Compare(
        Dataset dataset, SentRecords sent, ComparedRecords before, HoldingThresholds thresholds)
    {
        var reasons = new List<HoldReason>();
        if (before.Records == 0) return reasons;
        var (accepted, days) = (sent.Counts.Accepted, HoldSentences.Describe(before.Days));
        var isFewer = IsBelow(accepted, GetAcceptedPercent(before.Kind, thresholds), before.Records);
        if (isFewer)
        {
            reasons.Add(new(
                HoldReason.FewerRecords, null, accepted, before.Records,
                $"{HoldSentences.CountWere(accepted)} accepted; {days} has {HoldSentences.Count(before.Records)} in force."));
        }

        if (FindRejected(sent, thresholds) is { } rejected) reasons.Add(rejected);
        // Of no records every field is empty and every key is missing: that is the first reason, and said once.
        if (accepted == 0) return reasons;
        foreach (var (place, field) in dataset.FieldList.Index())
        {
            var had = before.Filled[place];
            if (sent.Filled[place] > 0 || had == 0 || thresholds.FilledPercent == 0) continue;
            if (IsBelow(had, thresholds.FilledPercent, before.Records)) continue;
            reasons.Add(new(
                HoldReason.FieldEmpty, field.Name, 0, had,
                $"{field.Name} is empty in every record; it has a value in {had} of {HoldSentences.Count(before.Records)} of {days}."));
        }

        if (!isFewer && before.KeysSent is { } keys && IsBelow(keys, thresholds.KeysPercent, before.Records))
        {
            reasons.Add(new(
                HoldReason.OtherKeys, null, keys, before.Records,
                $"Of {HoldSentences.Count(before.Records)} of {days}, {keys} have their {dataset.KeyField.Name} in the return."));
        }

        return reasons;
    }

    /// <summary>
    /// The reason that so many records are rejected, which needs no comparison; null where they are fewer.
    /// </summary>
    public static HoldReason? FindRejected(SentRecords sent, HoldingThresholds thresholds)
    {
        var (received, rejected) = (sent.Counts.Received, sent.Counts.Rejected);
        if (rejected == 0 || thresholds.RejectedPercent == 0 || IsBelow(rejected, thresholds.RejectedPercent, received)) return null;
        return new(
            HoldReason.RecordsRejected, null, rejected, received, $"{rejected} of {HoldSentences.CountWere(received)} rejected.");
    }

    /// <summary>The reason that keys seem to be used again for other records; null where few are.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="reused">Records of another child than the record of the key before, or far away from it.</param>
    /// <param name="restated">The records that have the key of a record on another day.</param>
    /// <param name="thresholds">The dataset's thresholds.</param>
    public static HoldReason? FindReused(Dataset dataset, int reused, int restated, HoldingThresholds thresholds)
    {
        if (thresholds.ReusedPercent == 0 || reused < thresholds.FewestRecords || IsBelow(reused, thresholds.ReusedPercent, restated))
            return null;
        return new(
            HoldReason.ReusedKeys, dataset.KeyField.Name, reused, restated,
            $"Of {HoldSentences.Count(restated)} with the {dataset.KeyField.Name} of a record on another day, {reused} are of another "
            + $"child or lie more than {FarDays} days from it.");
    }

    /// <summary>The reason that most of the records in force are purged; null where fewer are.</summary>
    /// <param name="purged">Records in force that are purged.</param>
    /// <param name="days">The months in which they count.</param>
    /// <param name="inForce">Records in force in these months.</param>
    /// <param name="thresholds">The dataset's thresholds.</param>
    public static HoldReason? FindPurged(int purged, Period days, int inForce, HoldingThresholds thresholds)
    {
        if (thresholds.PurgedPercent == 0 || purged < thresholds.FewestRecords || IsBelow(purged, thresholds.PurgedPercent, inForce))
            return null;
        return new(
            HoldReason.RecordsPurged, null, purged, inForce,
            $"{HoldSentences.CountWere(purged)} purged; {HoldSentences.Describe(days)} has {HoldSentences.Count(inForce)} in force.");
    }

    /// <summary>Days from the record of a key, in either direction, beyond which another record of it is doubted.</summary>
    public const int FarDays = 400;

    private static int GetAcceptedPercent(Comparison kind, HoldingThresholds thresholds) =>
        kind == Comparison.EarlierDays ? thresholds.EarlierDaysPercent : thresholds.AcceptedPercent;

    private static bool IsBelow(int part, int percent, int whole) => 100L * part < (long)percent * whole;
}
