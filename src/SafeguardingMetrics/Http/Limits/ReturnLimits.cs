namespace SafeguardingMetrics.Http.Limits;

/// <summary>
/// How much of a return is taken unless <see cref="SafeguardingMetrics.Http.Limits.ServiceLimits"/> are set otherwise.
/// </summary>
public static class ReturnLimits
{
    /// <summary>The most bytes on the wire.</summary>
    public const long MaxCompressedBytes = 256L * 1024 * 1024;

    /// <summary>The most bytes once unpacked.</summary>
    public const long MaxUncompressedBytes = 1024L * 1024 * 1024;
}
