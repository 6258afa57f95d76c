using System.Text.Json.Serialization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Returns;

/// <summary>A bank holiday to be added.</summary>
/// <param name="Day" example="2027-05-10">
/// The day, YYYY-MM-DD: a Monday to Friday. Of a holiday at a weekend, the substitute day.
/// </param>
/// <param name="Name" example="Bank holiday by royal proclamation">What it is called, in 1 to 100 characters.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record BankHolidaySetting(string? Day, string? Name)
{
    /// <summary>The most characters of the name.</summary>
    public const int LongestName = 100;

    /// <summary>The members that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = ["day", "name"];

    /// <summary>The day; null where it cannot be read.</summary>
    internal DateOnly? ParseDay() => QueryParameters.TryParseDay(Day, out var day) ? day : null;

    /// <summary>The name without blanks around it.</summary>
    internal string ParseName() => Name?.Trim() ?? "";

    /// <summary>Everything that keeps it from being added; empty where nothing does.</summary>
    internal IReadOnlyList<string> Validate()
    {
        var faults = new List<string>();
        if (ParseDay() is not { } day || !WorkingDayCalendar.Knows(day))
            faults.Add($"day is a date, YYYY-MM-DD, {WorkingDayCalendar.KnownDays}.");
        else if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            faults.Add($"day is a {day.DayOfWeek}, which is no working day anyway: give the substitute day, a Monday to Friday.");
        if (ParseName().Length is 0 or > LongestName || ParseName().Any(char.IsControl))
            faults.Add($"name is a text of 1 to {LongestName} characters on one line.");
        return faults;
    }
}
