using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>An indicator's counts for some days and one member of a breakdown.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Dimension">The breakdown; <c>all</c> for the total.</param>
/// <param name="StartsOn">The day, for the total; the first of the days of one week, for members.</param>
/// <param name="Member">The member; empty for the total.</param>
/// <param name="Amount">Working days, where the indicator is a length of time; otherwise 0.</param>
/// <param name="Numerator">At most two decimal places.</param>
/// <param name="Denominator">At most two decimal places.</param>
public sealed record Cell(
    string Indicator,
    string Dimension,
    DateOnly StartsOn,
    string Member,
    int Amount,
    decimal Numerator,
    decimal Denominator)
{
    /// <summary>
    /// The member of the second of two breakdowns that were crossed; empty where only one is. No crossed cell is
    /// stored.
    /// </summary>
    public string SecondMember { get; init; } = "";

    /// <summary>The columns of the table, in the order in which rows are loaded.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [
        "SegmentId", "Indicator", "Dimension", "StartsOn", "Member", "Amount", "Numerator", "Denominator",
    ];

    /// <summary>Stores cells for a segment, in the order of the table's key: its pages are then full.</summary>
    public static void Store(UnitOfWork work, string segmentId, IEnumerable<Cell> cells) =>
        work.BulkInsert("Cell", Columns, cells
            .OrderBy(cell => cell.Indicator, StringComparer.Ordinal)
                .ThenBy(cell => cell.Dimension, StringComparer.Ordinal)
                .ThenBy(cell => cell.StartsOn)
                .ThenBy(cell => cell.Member, StringComparer.Ordinal)
                .ThenBy(cell => cell.Amount)
                .Select(cell => new object?[]
                {
                    segmentId, cell.Indicator, cell.Dimension, cell.StartsOn, cell.Member, cell.Amount, cell.Numerator, cell.Denominator,
                }));
}
