using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>
/// Values as objects, the common ones made once: a row of a return is an array of objects, and three of them are days.
/// </summary>
internal static class BoxedValues
{
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly int First = WorkingDayCalendar.FirstDay.DayNumber;
    private static readonly object?[] Days = new object?[WorkingDayCalendar.LastDay.DayNumber - First + 1];

    /// <summary>A truth.</summary>
    public static object? Box(bool? truth) => truth switch { null => null, true => True, false => False };

    /// <summary>A day.</summary>
    public static object? Box(DateOnly? day)
    {
        if (day is not { } known) return null;
        var place = known.DayNumber - First;
        // Two threads may each make one: they are equal, and either may stay.
        return (uint)place < (uint)Days.Length ? Days[place] ??= known : known;
    }
}
