using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>
/// The month in which the police moved to a new system, which lost when a third of the notifications were shared. Two
/// months later the whole month is sent again, corrected: the board's figures for it then differ by the day they are asked about.
/// </summary>
internal sealed record PoliceSystemMigration(Period Month, DateOnly CorrectedOn)
{
    public static PoliceSystemMigration Before(DateOnly through)
    {
        var month = Period.MonthOf(through.AddMonths(-3));
        return new(month, month.From.AddMonths(2).AddDays(16));
    }

    /// <summary>The month, on the day it is sent again.</summary>
    public Period? GetCorrectedPeriod(DateOnly day) => day == CorrectedOn ? Month : null;

    public bool Hides(PoliceNotification notification, DateOnly day) =>
        notification.LostInMove && day < CorrectedOn && Month.From <= notification.IncidentOn && notification.IncidentOn <= Month.To;
}
