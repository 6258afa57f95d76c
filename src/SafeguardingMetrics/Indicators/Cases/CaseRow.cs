namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>A record behind a figure.</summary>
public sealed record CaseRow
{
    /// <summary>The interval's label.</summary>
    public required string Period { get; init; }

    /// <summary>The return that the record came in.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The record's number in the return, from 1; of several records that make one case, the first.</summary>
    public required int Record { get; init; }

    /// <summary>The day it counts on.</summary>
    public required DateOnly CountedOn { get; init; }

    /// <summary>Quadrant or area.</summary>
    public required string? Locality { get; init; }

    /// <summary>Team.</summary>
    public required string? Team { get; init; }

    /// <summary>Category.</summary>
    public required string? Category { get; init; }

    /// <summary>What it adds to the numerator.</summary>
    public required decimal Numerator { get; init; }

    /// <summary>What it adds to the denominator.</summary>
    public required decimal Denominator { get; init; }

    /// <summary>Working days, for lengths of time; otherwise null.</summary>
    public required int? Amount { get; init; }

    /// <summary>
    /// Its member of each of the dataset's dimensions, in their order. Not a part of the answer, which has the fields
    /// they come from.
    /// </summary>
    internal IReadOnlyList<string?> Members { get; init; } = [];

    /// <summary>The record's fields as they are kept; empty where the case is made of several records.</summary>
    public required IReadOnlyDictionary<string, object?> Fields { get; init; }
}
