using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Http.Bodies;

/// <summary>How large a body may be.</summary>
/// <param name="Packed">The most bytes on the wire.</param>
/// <param name="Unpacked">The most bytes once unpacked.</param>
/// <param name="Ratio">How many times larger it may become, beyond <see cref="RatioFreeBytes"/>.</param>
public sealed record BodyLimits(long Packed, long Unpacked, int Ratio)
{
    /// <summary>
    /// The first unpacked bytes, of which no ratio is asked: a few lines that are all alike pack very tightly, and do
    /// no harm.
    /// </summary>
    public const long RatioFreeBytes = 10 * 1024 * 1024;

    /// <summary>Those of a return.</summary>
    public static BodyLimits ForReturn(ServiceLimits limits) => new(limits.BodyBytes, limits.UnpackedBytes, limits.UnpackRatio);

    /// <summary>Those of a body whose unpacked size alone matters.</summary>
    public static BodyLimits FromSize(long most) => new(most, most, int.MaxValue);

    /// <summary>The limit that a body breaks which is this far received, or null.</summary>
    internal BodyLimit? FindExceeded(long packed, long unpacked) =>
        packed > Packed ? BodyLimit.Packed
        : unpacked > Unpacked ? BodyLimit.Unpacked
        : unpacked > RatioFreeBytes && unpacked / Ratio > packed ? BodyLimit.Ratio
        : null;
}

/// <summary>The sizes that are limited.</summary>
public enum BodyLimit
{
    /// <summary>Bytes on the wire.</summary>
    Packed,

    /// <summary>Bytes once unpacked.</summary>
    Unpacked,

    /// <summary>How many times larger it becomes.</summary>
    Ratio,
}
