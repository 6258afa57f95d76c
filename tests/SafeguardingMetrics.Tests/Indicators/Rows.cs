using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Tests.Indicators;

/// <summary>Rows of figures for tests that need no database.</summary>
internal static class Rows
{
    /// <summary>A row that says nothing yet: a test sets what it is about.</summary>
    public static IndicatorValue Empty { get; } = new()
    {
        Indicator = "visits-on-time", Interval = "month", Period = "2026-01", From = new DateOnly(2026, 1, 1),
        To = new DateOnly(2026, 1, 31), By = null, Member = null, By2 = null, Member2 = null,
        Numerator = null, Denominator = null, Value = null, P90 = null, Waiting = null, Unit = "percent", Lower = null, Upper = null,
        Symbol = null,
        AgenciesExpected = 1, AgenciesReported = 1, RecordsRejected = 0, RecordsQueried = 0, RecordsReceived = 0, PeriodsDue = 0,
        PeriodsCovered = 0, Quality = null, KnownAt = DateTimeOffset.UnixEpoch,
    };
}
