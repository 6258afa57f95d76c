namespace SafeguardingMetrics.Http.Bodies;

/// <summary>A body is larger than is taken.</summary>
/// <param name="limit">Which limit it breaks.</param>
/// <param name="most">The most that is taken: in bytes, or how many times the bytes on the wire.</param>
public sealed class BodyTooLargeException(BodyLimit limit, long most) : Exception($"The body is larger than is taken ({limit}: {most}).")
{
    /// <summary>Which limit it breaks.</summary>
    public BodyLimit Limit => limit;

    /// <summary>The most that is taken: in bytes, or how many times the bytes on the wire.</summary>
    public long Most => most;
}
