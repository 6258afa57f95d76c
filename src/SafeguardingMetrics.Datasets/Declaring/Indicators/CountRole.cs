namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>Which count of an indicator.</summary>
public enum CountRole
{
    /// <summary>The numerator.</summary>
    Numerator,

    /// <summary>
    /// The denominator less the numerator. It is not published, but anyone can work it out, so it is protected like a
    /// published count.
    /// </summary>
    Missed,

    /// <summary>The denominator.</summary>
    Denominator,
}
