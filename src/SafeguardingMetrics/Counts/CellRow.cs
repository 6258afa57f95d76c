using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>A cell as a query gives it.</summary>
internal record CellRow
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>The breakdown; <c>all</c> for the total.</summary>
    public required string Dimension { get; init; }

    /// <summary>The day, or the first of the days.</summary>
    public required DateOnly StartsOn { get; init; }

    /// <summary>The member; empty for the total.</summary>
    public required string Member { get; init; }

    /// <summary>Working days, or 0.</summary>
    public required int Amount { get; init; }

    /// <summary>At most two decimal places.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>At most two decimal places.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>The cell.</summary>
    public Cell ToCell() => new(Indicator, Dimension, StartsOn, Member, Amount, Numerator, Denominator);

    /// <summary>The cells that a query gives.</summary>
    public static async Task<IReadOnlyList<Cell>> List(ReadSession reading, Sql sql, object parameters) =>
        [.. (await reading.Query<CellRow>(sql, parameters)).Select(row => row.ToCell())];
}
