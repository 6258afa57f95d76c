namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>What is wrong with a cell of a table that was sent. The message never repeats what stands there.</summary>
/// <param name="Line">The line, counted from 1, the header's being 1.</param>
/// <param name="Column">The column's name; of one that the table does not have, its place; null where the whole line is meant.</param>
/// <param name="Message">What the cell takes.</param>
public sealed record TableError(int Line, string? Column, string Message);
