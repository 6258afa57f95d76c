using SafeguardingMetrics.Releases.Protection;

namespace SafeguardingMetrics.Releases.Checking;

/// <summary>The counts that a number can stand for.</summary>
/// <param name="AtLeast">The least.</param>
/// <param name="AtMost">The greatest.</param>
public readonly record struct CountGroup(long AtLeast, long AtMost)
{
    internal const long Width = ShownCount.GroupSize;

    /// <summary>Every count that there can be.</summary>
    internal static CountGroup Any { get; } = new(0, CountSystem.Most);

    /// <summary>The group so many groups higher, or lower where the number is negative.</summary>
    internal CountGroup Move(int groups) => new(AtLeast + groups * Width, AtMost + groups * Width);
}
