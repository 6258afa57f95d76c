namespace SafeguardingMetrics.Schedule;

/// <summary>
/// The coverage behind one figure: agencies and periods expected and received, and counts of records.
/// </summary>
/// <param name="AgenciesExpected">How many agencies were expected to report.</param>
/// <param name="AgenciesReported">How many agencies reported, for at least one day of the interval.</param>
/// <param name="PeriodsDue">How many periods of the return schedule end in the interval and were due by the instant of
/// the figure (<c>knownAt</c>).</param>
/// <param name="PeriodsCovered">For how many of these periods the return had arrived.</param>
/// <param name="RecordsReceived">How many records the returns behind the figure contained.</param>
/// <param name="RecordsRejected">How many of these records were rejected because of an error.</param>
/// <param name="RecordsQueried">How many of these records were accepted with a query.</param>
public sealed record FigureCoverage(
    int AgenciesExpected,
    int AgenciesReported,
    int PeriodsDue,
    int PeriodsCovered,
    int RecordsReceived,
    int RecordsRejected,
    int RecordsQueried);
