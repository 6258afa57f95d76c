namespace SafeguardingMetrics.Datasets.Measures;

/// <summary>A figure for the board: what it means, and how a record adds to it.</summary>
public abstract class Indicator
{
    /// <summary>Its code in the API, in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>Its name on a page.</summary>
    public required string Title { get; init; }

    /// <summary>The definition in a sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>What the numerator counts, in words.</summary>
    public required string Numerator { get; init; }

    /// <summary>What the denominator counts, in words.</summary>
    public required string Denominator { get; init; }

    /// <summary>Why a board looks at it.</summary>
    public required string Why { get; init; }

    /// <summary>What it does not show, and how it can mislead.</summary>
    public required string Limits { get; init; }

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

    /// <summary>The dimensions it can be broken down by, the total aside.</summary>
    public virtual IReadOnlyList<string> Dimensions => Dimension.OfRecords;
}

/// <summary>An indicator that each record adds to by itself.</summary>
public abstract class Indicator<TRecord> : Indicator
{
    /// <summary>What the record adds; false where it is not counted.</summary>
    public abstract bool Measures(TRecord record, ReturnFacts facts, out Measure measure);
}
