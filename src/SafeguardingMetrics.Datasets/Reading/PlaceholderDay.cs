namespace SafeguardingMetrics.Datasets.Reading;

/// <summary>
/// Days that systems write where there is none: the first or last day of a type (SQL Server, .NET, Excel), and what SQL Server makes
/// of an empty text.
/// </summary>
public static class PlaceholderDay
{
    /// <summary>The days, in their order.</summary>
    public static IReadOnlyList<DateOnly> All { get; } =
    [
        new(1, 1, 1), new(1600, 1, 1), new(1601, 1, 1), new(1753, 1, 1), new(1899, 12, 30), new(1899, 12, 31), new(1900, 1, 1),
        new(1900, 1, 2), new(2079, 6, 6), new(2999, 12, 31), new(9999, 1, 1), new(9999, 12, 30), new(9999, 12, 31),
    ];

    private static readonly int LastOfPast = new DateOnly(1900, 1, 2).DayNumber;
    private static readonly int FirstOfFuture = new DateOnly(2079, 6, 6).DayNumber;

    /// <summary>True where the day stands for none.</summary>
    public static bool IsOne(DateOnly day) =>
        (day.DayNumber <= LastOfPast || day.DayNumber >= FirstOfFuture) && All.Contains(day);
}
