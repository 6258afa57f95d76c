namespace SafeguardingMetrics.Returns.Queue;

/// <summary>How far a return is that was accepted to be processed later.</summary>
/// <param name="SubmissionId">The submission's id; also the return's, once it is stored.</param>
/// <param name="State"><c>waiting</c> or <c>running</c>.</param>
/// <param name="AcceptedAt">The instant at which it was accepted, UTC.</param>
/// <param name="Bytes">How many bytes its body has, unpacked.</param>
/// <param name="BytesRead">How many of them are read.</param>
/// <param name="RecordsRead">How many records are read.</param>
public sealed record SubmissionProgress(
    string SubmissionId, string State, DateTimeOffset AcceptedAt, long Bytes, long BytesRead, int RecordsRead)
{
    /// <summary>No instance processes it yet.</summary>
    public const string Waiting = "waiting";

    /// <summary>An instance is processing it.</summary>
    public const string Running = "running";

    /// <summary>Every state.</summary>
    public static IReadOnlyList<string> States { get; } = [Waiting, Running];
}
