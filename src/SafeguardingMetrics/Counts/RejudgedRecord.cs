namespace SafeguardingMetrics.Counts;

/// <summary>An older record that a return of changes judges again.</summary>
/// <param name="ReturnId">The record's return.</param>
/// <param name="RecordNumber">Its number in that return.</param>
/// <param name="CountedOn">The day on which it counts.</param>
/// <param name="Difference">What it counts for now less what it counted for before, by day.</param>
internal sealed record RejudgedRecord(string ReturnId, int RecordNumber, DateOnly CountedOn, IReadOnlyList<Cell> Difference);
