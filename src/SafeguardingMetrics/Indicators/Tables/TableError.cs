namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>An error in a cell of an uploaded table. The message never repeats the cell's content.</summary>
/// <param name="Line">The line, counted from 1; the header is line 1.</param>
/// <param name="Column">The column's name; for an unknown column its position; null where the whole line is
/// meant.</param>
/// <param name="Message">What the cell must contain.</param>
public sealed record TableError(int Line, string? Column, string Message);
