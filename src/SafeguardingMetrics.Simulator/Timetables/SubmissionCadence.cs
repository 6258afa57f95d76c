using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>The day since which agencies post every night. Earlier months are back-loaded.</summary>
/// <param name="From">The first day described by any back-load or snapshot.</param>
/// <param name="NightlySince">The first of a month.</param>
internal sealed record SubmissionCadence(DateOnly From, DateOnly NightlySince)
{
    /// <summary>The day of the month on which the previous month is back-loaded.</summary>
    public const int BackLoadOn = 3;

    /// <summary>The day of the month by which late visits of the previous month are made and checked.</summary>
    public const int SettleOn = 8;

    public bool IsNightly(DateOnly day) => day >= NightlySince;

    /// <summary>The month that is back-loaded on a day; null where none is.</summary>
    public Period? BackLoad(DateOnly day)
    {
        if (day.Day != BackLoadOn || LastMonth(day) is var month && (month.From >= NightlySince || month.To < From))
            return null;
        return month with { From = month.From < From ? From : month.From };
    }

    /// <summary>The month that is sent again in full on a day, with its late records; null where none is.</summary>
    public Period? Settled(DateOnly day) =>
        day.Day == SettleOn && LastMonth(day) is var month && month.From >= NightlySince ? month : null;

    private static Period LastMonth(DateOnly day) => Period.MonthOf(day.AddMonths(-1));
}
