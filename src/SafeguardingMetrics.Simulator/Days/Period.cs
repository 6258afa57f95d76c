using System.Globalization;

namespace SafeguardingMetrics.Simulator.Days;

/// <summary>The days a return describes, both ends included.</summary>
internal readonly record struct Period(DateOnly From, DateOnly To)
{
    public static Period Day(DateOnly day) => new(day, day);

    /// <summary>The period of a number of days that ends with the given day.</summary>
    public static Period LastDaysUntil(DateOnly day, int days) => new(day.AddDays(1 - days), day);

    public static Period MonthTo(DateOnly day) => new(day.AddDays(1 - day.Day), day);

    public static Period MonthOf(DateOnly day) => new(day.AddDays(1 - day.Day), day.AddDays(1 - day.Day).AddMonths(1).AddDays(-1));

    /// <summary>The shortest of the three notations of a period in the contract.</summary>
    public override string ToString() => this switch
    {
        _ when From == To => Iso(From),
        _ when this == MonthOf(From) => From.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => $"{Iso(From)}/{Iso(To)}",
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
