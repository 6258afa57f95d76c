using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>Since when the agencies post every night; what is older they back-load by month.</summary>
/// <param name="From">The first day described by any back-load or snapshot.</param>
/// <param name="NightlySince">The first of a month.</param>
internal sealed record SubmissionCadence(DateOnly From, DateOnly NightlySince)
{
    /// <summary>The day of the month on which the one before is back-loaded.</summary>
    public const int BackLoadOn = 3;

    /// <summary>By now the late visits of the month before are made and checked.</summary>
    public const int SettleOn = 8;

    public bool IsNightly(DateOnly day) => day >= NightlySince;

    /// <summary>The month that is back-loaded on a day, if one is.</summary>
    public Period? BackLoad(DateOnly day)
    {
        if (day.Day != BackLoadOn || LastMonth(day) is var month && (month.From >= NightlySince || month.To < From))
            return null;
        return month with { From = month.From < From ? From : month.From };
    }

    /// <summary>The month that is sent once more, whole, now that its late ends are in.</summary>
    public Period? Settled(DateOnly day) =>
        day.Day == SettleOn && LastMonth(day) is var month && month.From >= NightlySince ? month : null;

    private static Period LastMonth(DateOnly day) => Period.MonthOf(day.AddMonths(-1));
}
