namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>Which count of an indicator.</summary>
public enum CountRole
{
    /// <summary>What meets.</summary>
    Numerator,

    /// <summary>What counts and does not meet: nobody's figure, but anyone can subtract.</summary>
    Missed,

    /// <summary>What counts.</summary>
    Denominator,
}
