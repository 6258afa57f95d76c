using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator;

/// <summary>
/// Fourteen months of Exampleshire for a first look at the service: half a year of nightly posting, and what came
/// before as a back-load. Everything is posted before the day it is asked for.
/// </summary>
public static class ExampleshireHistory
{
    private const int Months = 14;
    private const int MonthsNightly = 6;

    private static readonly Partnership Partnership = new();

    /// <summary>The returns, in the order they are posted; the last on the day before <paramref name="today"/>.</summary>
    public static IEnumerable<SimulatedReturn> Returns(DateOnly today) => Partnership.Returns(From(today), today.AddDays(-1), NightlySince(today));

    /// <summary>How many they are. Takes a few milliseconds.</summary>
    public static int Count(DateOnly today) => Partnership.Count(From(today), today.AddDays(-1), NightlySince(today));

    /// <summary>What the agencies have agreed to send, by which what they did send can be judged; schools' terms for a year more.</summary>
    public static IEnumerable<AgreedReturn> Agreed(DateOnly today) => AgreedSchedule.ListReturns(new SubmissionCadence(From(today), NightlySince(today)), today.AddYears(1));

    private static DateOnly From(DateOnly today) => today.AddMonths(-Months);

    private static DateOnly NightlySince(DateOnly today)
    {
        var day = today.AddMonths(-MonthsNightly);
        return day.AddDays(1 - day.Day);
    }
}
