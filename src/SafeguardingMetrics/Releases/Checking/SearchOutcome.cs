namespace SafeguardingMetrics.Releases.Checking;

/// <summary>How a search for a solution ended.</summary>
internal enum SearchOutcome
{
    /// <summary>With a solution.</summary>
    Found,

    /// <summary>There is no solution.</summary>
    None,

    /// <summary>The steps came to an end before either was known.</summary>
    OutOfTime,
}
