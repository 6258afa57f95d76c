namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>How the records of a return fared.</summary>
/// <param name="Received">Records in the body.</param>
/// <param name="Accepted">Those without an error: stored and counted.</param>
/// <param name="Rejected">Those with at least one error: left out and listed.</param>
/// <param name="Queried">Accepted records with at least one query.</param>
public sealed record RecordCounts(int Received, int Accepted, int Rejected, int Queried)
{
    /// <summary>Nothing was read.</summary>
    public static RecordCounts None { get; } = new(0, 0, 0, 0);
}
