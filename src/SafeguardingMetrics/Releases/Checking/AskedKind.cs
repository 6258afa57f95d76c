namespace SafeguardingMetrics.Releases.Checking;

/// <summary>What must not be known of an unknown.</summary>
public enum AskedKind
{
    /// <summary>That it is nought, or one to four.</summary>
    Count,

    /// <summary>That it is one to four: nought is told where it is so.</summary>
    CountWithNoughtTold,

    /// <summary>That two counts differ by one to four, either way.</summary>
    Difference,
}
