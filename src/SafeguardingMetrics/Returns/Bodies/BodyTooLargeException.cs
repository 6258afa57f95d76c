namespace SafeguardingMetrics.Returns.Bodies;

/// <summary>A body has more unpacked bytes than are taken.</summary>
/// <param name="most">The most that are taken, in bytes.</param>
public sealed class BodyTooLargeException(long most) : Exception($"The body is larger than {most} bytes unpacked.")
{
    /// <summary>The most that are taken, in bytes.</summary>
    public long Most => most;
}
