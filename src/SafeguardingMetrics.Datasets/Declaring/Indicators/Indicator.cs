using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>A figure for the board: what it means, and how a record adds to it.</summary>
public abstract class Indicator
{
    /// <summary>Its code in the API, in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// Which definition this is, from 1. Raised with every change after which stored cells would no longer be what records give: of what counts, and of
    /// what figures are told apart by. Cells of an earlier version stay until they are recalculated.
    /// </summary>
    public int Version { get; init; } = 1;

    /// <summary>Its name on a page.</summary>
    public required string Title { get; init; }

    /// <summary>The definition in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What the numerator counts, in words.</summary>
    public required string Numerator { get; init; }

    /// <summary>What the denominator counts, in words.</summary>
    public required string Denominator { get; init; }

    /// <summary>Why a board looks at it.</summary>
    public required string Rationale { get; init; }

    /// <summary>What it does not show, and how it can mislead.</summary>
    public required string Limitations { get; init; }

    /// <summary>Which way is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>How the definition stands: set by law, published, or a local convention.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>The unit of the value.</summary>
    public abstract Unit Unit { get; }

    /// <summary>True where the value is the median of amounts, and the 90th centile is given beside it.</summary>
    public bool HasAmount => Unit == Unit.Days;

    /// <summary>Where it counts something other than people, such as sessions: the code of the indicator whose denominator counts the people behind it.</summary>
    public string? People { get; init; }

    /// <summary>Of a length of time, what counts the records whose time has not ended yet; otherwise null. It has cells like an indicator, and is none in the catalogue.</summary>
    public virtual Indicator? Waiting => null;

    /// <summary>The only dimensions of records that it can be broken down by; null where it is all that its dataset has.</summary>
    public virtual IReadOnlyList<string>? OnlyBy => null;
}

/// <summary>An indicator that each record adds to by itself.</summary>
public abstract class Indicator<TRecord> : Indicator
{
    /// <summary>What the record adds; false where it is not counted.</summary>
    public abstract bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure);
}
