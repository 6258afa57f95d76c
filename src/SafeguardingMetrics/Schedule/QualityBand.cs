namespace SafeguardingMetrics.Schedule;

/// <summary>
/// How far a figure is to be trusted, from its <see cref="FigureCoverage"/> alone: <c>good</c> where three shares reach their first threshold, <c>fair</c> where they reach their
/// second, otherwise <c>poor</c>. The thresholds are this service's own: none are published for figures of this kind.
/// </summary>
public static class QualityBand
{
    /// <summary>Agencies that reported, of those expected: all for good.</summary>
    public const decimal GoodAgencies = 1m;

    /// <summary>Agencies that reported, of those expected: three in four for fair.</summary>
    public const decimal FairAgencies = 0.75m;

    /// <summary>Periods that had come, of those due, for good.</summary>
    public const decimal GoodPeriods = 0.95m;

    /// <summary>Periods that had come, of those due, for fair.</summary>
    public const decimal FairPeriods = 0.75m;

    /// <summary>Records without an error or a query, of those received, for good.</summary>
    public const decimal GoodRecords = 0.95m;

    /// <summary>Records without an error or a query, of those received, for fair.</summary>
    public const decimal FairRecords = 0.85m;

    /// <summary>The marks, from the best.</summary>
    public static IReadOnlyList<string> All { get; } = ["good", "fair", "poor"];

    /// <summary>The mark; null where no agency reported, so that there is no figure to mark.</summary>
    public static string? FromCoverage(FigureCoverage grounds)
    {
        if (grounds.AgenciesReported == 0) return null;
        var agencies = GetShare(grounds.AgenciesReported, grounds.AgenciesExpected);
        var periods = GetShare(grounds.PeriodsCovered, grounds.PeriodsDue);
        var records = GetShare(grounds.RecordsReceived - grounds.RecordsRejected - grounds.RecordsQueried, grounds.RecordsReceived);
        return agencies >= GoodAgencies && periods >= GoodPeriods && records >= GoodRecords ? "good"
            : agencies >= FairAgencies && periods >= FairPeriods && records >= FairRecords ? "fair"
            : "poor";
    }

    // Of nothing nothing is lacking: a nil return has no records, and where there is no schedule no period is due.
    private static decimal GetShare(int part, int whole) => whole == 0 ? 1 : (decimal)part / whole;
}
