using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>
/// The month in which the police migrated to a new system and lost the date of sharing of a third of the notifications.
/// Two months later the corrected month is sent again, so that the board's figures for the month depend on
/// <c>knownAt</c>.
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
