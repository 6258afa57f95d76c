namespace SafeguardingMetrics.Counts;

/// <summary>
/// Days would go back to a return whose records are no longer kept, so that they could not be counted.
/// </summary>
public sealed class ReturnPurgedException()
    : Exception(
        "The days would go back to a return whose records are no longer kept. Send a return of these days instead: what it has takes "
        + "the place of this one.");
