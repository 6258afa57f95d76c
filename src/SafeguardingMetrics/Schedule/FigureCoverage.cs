namespace SafeguardingMetrics.Schedule;

/// <summary>What a figure rests on.</summary>
/// <param name="AgenciesExpected">How many agencies were expected to report.</param>
/// <param name="AgenciesReported">How many did, for at least one day of the interval.</param>
/// <param name="PeriodsDue">Periods of the return schedule that end in the interval and were due by the instant whose knowledge the figure is.</param>
/// <param name="PeriodsCovered">How many of them had come.</param>
/// <param name="RecordsReceived">Records of the returns that reported.</param>
/// <param name="RecordsRejected">How many of them were left out because of an error.</param>
/// <param name="RecordsQueried">How many were kept with a query.</param>
public sealed record FigureCoverage(int AgenciesExpected, int AgenciesReported, int PeriodsDue, int PeriodsCovered, int RecordsReceived, int RecordsRejected, int RecordsQueried);
