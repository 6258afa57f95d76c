namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>How many records of a return were received, accepted, rejected and queried.</summary>
/// <param name="Received">Records in the body.</param>
/// <param name="Accepted">Records without an error: stored and counted.</param>
/// <param name="Rejected">Records with at least one error: not stored.</param>
/// <param name="Queried">Accepted records with at least one query.</param>
public sealed record RecordCounts(int Received, int Accepted, int Rejected, int Queried)
{
    /// <summary>All counts zero.</summary>
    public static RecordCounts None { get; } = new(0, 0, 0, 0);
}
