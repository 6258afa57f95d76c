using SafeguardingMetrics.Returns.Recalculation;

namespace SafeguardingMetrics.Returns;

/// <summary>A bank holiday that was added or removed, and what was worked out again for it.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Recalculated">What was worked out again.</param>
public sealed record BankHolidayChange(DateOnly Day, string Name, RecalculatedFigures Recalculated);
