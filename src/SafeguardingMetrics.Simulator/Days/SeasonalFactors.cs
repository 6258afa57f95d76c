namespace SafeguardingMetrics.Simulator.Days;

/// <summary>Seasonal factors of the partnership's work. 1 is an ordinary day.</summary>
internal static class SeasonalFactors
{
    public static bool IsChristmas(DateOnly day) => (day.Month, day.Day) is (12, >= 22) or (1, <= 2);

    /// <summary>The factor of referrals and meetings. Schools refer most, so both fall when schools close.</summary>
    public static double Work(DateOnly day) =>
        IsChristmas(day) ? 0.4 : day.Month switch { 8 => 0.6, 7 or 12 => 0.9, 3 or 10 or 11 => 1.15, _ => 1.05 };

    /// <summary>The factor of incidents that the police attend: highest at Christmas and in summer evenings.</summary>
    public static double Incidents(DateOnly day) =>
        (IsChristmas(day) ? 1.35 : day.Month is 6 or 7 or 8 ? 1.1 : 0.97)
        * (day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday ? 1.25 : 0.82);

    /// <summary>Absence from school.</summary>
    public static double Absence(DateOnly day) =>
        day.Month switch { 12 or 1 => 1.4, 2 => 1.3, 11 or 3 => 1.15, 9 => 0.8, _ => 0.95 };

    /// <summary>
    /// The factor of the gap before a visit due on this day: longer in holidays, when families are away.
    /// </summary>
    public static double VisitGap(DateOnly day) => day.Month == 8 ? 1.35 : IsChristmas(day) ? 1.3 : 1;

    /// <summary>The additional share of visits that are late because of leave, 0 to 1.</summary>
    public static double VisitsSlipping(DateOnly day) => day.Month == 8 ? 0.07 : IsChristmas(day) ? 0.12 : 0;
}
