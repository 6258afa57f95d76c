namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>The unit of an indicator's value.</summary>
public enum Unit
{
    /// <summary>100 × numerator ÷ denominator, to one decimal place.</summary>
    Percent,

    /// <summary>
    /// Working days: the median of the amounts, with the 90th centile beside it, to one decimal place.
    /// </summary>
    Days,

    /// <summary>Cases a worker: numerator ÷ denominator, to one decimal place.</summary>
    Cases,
}

/// <summary>Which way is better.</summary>
public enum Polarity
{
    /// <summary>Higher is better.</summary>
    High,

    /// <summary>Lower is better.</summary>
    Low,
}

/// <summary>How an indicator's definition stands.</summary>
public enum Basis
{
    /// <summary>Set by an Act, regulations or statutory guidance.</summary>
    Statutory,

    /// <summary>Published by the Department for Education or the NHS in their statistics.</summary>
    Published,

    /// <summary>A convention of partnerships, which differ; not national.</summary>
    Local,
}

/// <summary>Where a definition comes from.</summary>
/// <param name="Title">The publication.</param>
/// <param name="Address">Its address on the web, where it has one.</param>
public sealed record Source(string Title, string? Address);
