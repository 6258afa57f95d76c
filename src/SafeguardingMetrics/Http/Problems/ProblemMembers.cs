namespace SafeguardingMetrics.Http.Problems;

/// <summary>The members that a problem has beside those of RFC 9457, <c>code</c> and <c>traceId</c>.</summary>
public enum ProblemMembers
{
    /// <summary>No other member.</summary>
    None,

    /// <summary>The line and position at which a body cannot be read.</summary>
    Place,

    /// <summary>Those of a receipt: what was found in a return that was not stored.</summary>
    Receipt,

    /// <summary>The faults of a table.</summary>
    Faults,

    /// <summary>The ids of several children.</summary>
    Children,
}
