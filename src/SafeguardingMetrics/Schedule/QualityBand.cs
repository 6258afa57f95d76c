namespace SafeguardingMetrics.Schedule;

/// <summary>
/// Rates how far a figure can be trusted, from its <see cref="FigureCoverage"/> alone. <c>good</c>: three shares reach
/// their first threshold; <c>fair</c>: all three reach their second; otherwise <c>poor</c>. The thresholds are a
/// convention of this service; none are published for figures of this kind.
/// </summary>
public static class QualityBand
{
    /// <summary>Share of expected agencies that reported, for good: all of them.</summary>
    public const decimal GoodAgencies = 1m;

    /// <summary>Share of expected agencies that reported, for fair: three in four.</summary>
    public const decimal FairAgencies = 0.75m;

    /// <summary>Share of due periods whose return arrived, for good.</summary>
    public const decimal GoodPeriods = 0.95m;

    /// <summary>Share of due periods whose return arrived, for fair.</summary>
    public const decimal FairPeriods = 0.75m;

    /// <summary>Share of received records without an error or a query, for good.</summary>
    public const decimal GoodRecords = 0.95m;

    /// <summary>Share of received records without an error or a query, for fair.</summary>
    public const decimal FairRecords = 0.85m;

    /// <summary>The bands, from the best.</summary>
    public static IReadOnlyList<string> All { get; } = ["good", "fair", "poor"];

    /// <summary>The band of a figure; null where no agency reported, since there is no figure.</summary>
    public static string? FromCoverage(FigureCoverage coverage)
    {
        if (coverage.AgenciesReported == 0) return null;
        var agencies = GetShare(coverage.AgenciesReported, coverage.AgenciesExpected);
        var periods = GetShare(coverage.PeriodsCovered, coverage.PeriodsDue);
        var clean = coverage.RecordsReceived - coverage.RecordsRejected - coverage.RecordsQueried;
        var records = GetShare(clean, coverage.RecordsReceived);
        return agencies >= GoodAgencies && periods >= GoodPeriods && records >= GoodRecords ? "good"
            : agencies >= FairAgencies && periods >= FairPeriods && records >= FairRecords ? "fair"
            : "poor";
    }

    // An empty whole counts as complete: a nil return has no records, and without a schedule no period is due.
    private static decimal GetShare(int part, int whole) => whole == 0 ? 1 : (decimal)part / whole;
}
