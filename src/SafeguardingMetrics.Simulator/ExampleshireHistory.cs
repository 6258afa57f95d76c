using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator;

/// <summary>
/// Fourteen months of Exampleshire's returns for the demonstration: half a year of nightly posting, and earlier
/// months as a back-load. All returns are posted before the given day.
/// </summary>
public static class ExampleshireHistory
{
    private const int Months = 14;
    private const int MonthsNightly = 6;

    private static readonly Partnership Partnership = new();

    /// <summary>The returns in the order of posting, the last on the day before <paramref name="today"/>.</summary>
    public static IEnumerable<SimulatedReturn> Returns(DateOnly today) =>
        Partnership.Returns(From(today), today.AddDays(-1), NightlySince(today));

    /// <summary>The number of returns, in a few milliseconds.</summary>
    public static int Count(DateOnly today) => Partnership.Count(From(today), today.AddDays(-1), NightlySince(today));

    /// <summary>The return schedule of the agencies, with school terms for another year.</summary>
    public static IEnumerable<AgreedReturn> Agreed(DateOnly today) =>
        AgreedSchedule.ListReturns(new SubmissionCadence(From(today), NightlySince(today)), today.AddYears(1));

    private static DateOnly From(DateOnly today) => today.AddMonths(-Months);

    private static DateOnly NightlySince(DateOnly today)
    {
        var day = today.AddMonths(-MonthsNightly);
        return day.AddDays(1 - day.Day);
    }
}
