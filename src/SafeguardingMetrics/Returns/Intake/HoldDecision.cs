using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Decides whether a return whose records are loaded is held. What is no reason to hold it, and still differs from the
/// records before, becomes one finding of the return (R18).
/// </summary>
internal static class HoldDecision
{
    /// <summary>Why the return is held; null where it is not.</summary>
    /// <param name="work">The unit of work that stores the return.</param>
    /// <param name="load">The return, whose findings may get one more.</param>
    /// <param name="loaded">Its records.</param>
    /// <param name="compared">What its keys say about the records before it.</param>
    /// <param name="thresholds">The dataset's thresholds.</param>
    /// <param name="at">The instant of receipt.</param>
    public static async Task<Hold?> Decide(
        UnitOfWork work, ReturnLoad load, LoadedRecords loaded, KeyComparison compared, HoldingThresholds thresholds, DateTimeOffset at)
    {
        var (incoming, sent) = (load.Incoming, loaded.Sent);
        if (!incoming.IsConfirmed
            && HoldingPolicy.FindReused(incoming.Dataset, compared.Reused, compared.Restated.Count, thresholds) is { } reused)
        {
            var days = compared.Restated.Select(key => key.CountedOn).ToList();
            return CreateHold([reused], new Period(days.Min(), days.Max()), days.Count, thresholds, at);
        }

        var reader = new ComparisonReader(work, incoming.Dataset, incoming.Agency.Code);
        if (incoming.IsChanges) return await DecideChanges(reader, load, sent, compared, thresholds, at);
        if (await reader.Read(incoming.Days, loaded.HasKey, thresholds) is not { Records: > 0 } before)
        {
            await AddDoubts(reader, load, sent, thresholds);
            return null;
        }

        var reasons = HoldingPolicy.Compare(incoming.Dataset, sent, before, thresholds);
        if (reasons.Count == 0) return null;
        if (incoming.IsConfirmed || before.Records < thresholds.FewestRecords)
        {
            AddFinding(load, [.. reasons.Where(reason => IsDoubt(reason, sent, thresholds))]);
            return null;
        }

        return CreateHold(reasons, before.Days, before.Records, thresholds, at);
    }

    private static Hold CreateHold(
        IReadOnlyList<HoldReason> reasons, Period compared, int records, HoldingThresholds thresholds, DateTimeOffset at)
    {
        var expiresAt = at.AddDays(thresholds.ExpiryDays);
        return new Hold(HoldSentences.DescribeHold(reasons, expiresAt), compared, records, expiresAt, reasons);
    }

    // A return of changes has few records or many, and says nothing of the others: what it purges is compared.
    private static async Task<Hold?> DecideChanges(
        ComparisonReader reader, ReturnLoad load, SentRecords sent, KeyComparison compared, HoldingThresholds thresholds,
        DateTimeOffset at)
    {
        if (HoldingPolicy.FindRejected(sent, thresholds) is { } rejected && IsDoubt(rejected, sent, thresholds))
            AddFinding(load, [rejected]);
        var purged = compared.Restated.Where(key => key.ByDay is null).ToList();
        if (purged.Count < thresholds.FewestRecords) return null;
        var ofMonths = purged.GroupBy(key => Period.MonthOf(key.CountedOn)).OrderBy(month => month.Key).ToList();
        var (sum, first) = (0, (HoldReason?)null);
        foreach (var month in ofMonths)
        {
            var days = new Period(month.Key, month.Key.AddMonths(1).AddDays(-1));
            var inForce = await reader.CountInForce(days);
            sum += inForce;
            first ??= HoldingPolicy.FindPurged(month.Count(), days, inForce, thresholds);
        }

        var all = new Period(ofMonths[0].Key, ofMonths[^1].Key.AddMonths(1).AddDays(-1));
        if ((HoldingPolicy.FindPurged(purged.Count, all, sum, thresholds) ?? first) is not { } reason) return null;
        if (load.Incoming.IsConfirmed)
        {
            AddFinding(load, [reason]);
            return null;
        }

        return CreateHold([reason], all, sum, thresholds, at);
    }

    // Nothing to compare with: a large return of which most is rejected is doubted by itself, and so are fields of a
    // snapshot that are empty where the agency's newest one had values. Of an activity the newest days have no outcomes
    // yet.
    private static async Task AddDoubts(ComparisonReader reader, ReturnLoad load, SentRecords sent, HoldingThresholds thresholds)
    {
        var (dataset, reasons) = (load.Incoming.Dataset, new List<HoldReason>());
        if (HoldingPolicy.FindRejected(sent, thresholds) is { } rejected && IsDoubt(rejected, sent, thresholds)) reasons.Add(rejected);
        var newest = dataset.Shape == DatasetShape.Snapshot ? await reader.ReadNewest() : null;
        if (newest is not null && newest.Records >= thresholds.FewestRecords)
        {
            var differences = HoldingPolicy.Compare(dataset, sent, newest, thresholds);
            reasons.AddRange(differences.Where(reason => reason.Code == HoldReason.FieldEmpty));
        }

        AddFinding(load, reasons);
    }

    // Of few records each rejected one has its findings, and a share says nothing more.
    private static bool IsDoubt(HoldReason reason, SentRecords sent, HoldingThresholds thresholds) =>
        reason.Code != HoldReason.RecordsRejected || sent.Counts.Received >= thresholds.FewestRecords;

    private static void AddFinding(ReturnLoad load, List<HoldReason> reasons)
    {
        if (reasons.Count == 0) return;
        load.Findings.Add(null, null, null, CommonRules.LikeBefore, null, () => HoldSentences.Join(reasons), null);
    }
}
