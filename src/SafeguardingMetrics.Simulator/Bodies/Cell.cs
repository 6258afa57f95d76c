namespace SafeguardingMetrics.Simulator.Bodies;

internal enum CellKind
{
    Empty,
    Text,
    List,
    Date,
    Whole,
    Hundredths,
    Boolean,
}

/// <summary>
/// One value of a record. A date is its day number, a boolean 0 or 1, a list its members separated by <c>;</c>.
/// </summary>
internal readonly record struct Cell(CellKind Kind, int Number, string? Letters)
{
    public static Cell Text(string? text) => text is null ? default : new(CellKind.Text, 0, text);

    public static Cell List(string? members) => members is null ? default : new(CellKind.List, 0, members);

    public static Cell Date(DateOnly? day) => day is { } known ? new(CellKind.Date, known.DayNumber, null) : default;

    public static Cell Whole(int? number) => number is { } known ? new(CellKind.Whole, known, null) : default;

    public static Cell Hundredths(int hundredths) => new(CellKind.Hundredths, hundredths, null);

    public static Cell Boolean(bool? value) => value is { } known ? new(CellKind.Boolean, known ? 1 : 0, null) : default;
}
