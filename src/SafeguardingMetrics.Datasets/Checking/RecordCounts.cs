namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>How many records of a return were received, accepted, rejected, queried and explained.</summary>
/// <param name="Received">Records in the body.</param>
/// <param name="Accepted">Records without an error: stored and counted.</param>
/// <param name="Rejected">Records with at least one error: not stored.</param>
/// <param name="Queried">Accepted records with at least one query that nobody has explained.</param>
/// <param name="Explained">Accepted records whose queries are all explained: they are not among the queried ones.</param>
public sealed record RecordCounts(int Received, int Accepted, int Rejected, int Queried, int Explained = 0)
{
    /// <summary>All counts zero.</summary>
    public static RecordCounts None { get; } = new(0, 0, 0, 0);
}
