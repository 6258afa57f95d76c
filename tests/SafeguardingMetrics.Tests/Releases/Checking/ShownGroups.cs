using SafeguardingMetrics.Releases.Checking;

namespace SafeguardingMetrics.Tests.Releases.Checking;

/// <summary>The groups that counts are shown as, by the rules and by rules that are weaker.</summary>
internal static class ShownGroups
{
    /// <summary>0 to 4, 5 to 9, 10 to 14.</summary>
    public static CountGroup Five(long count) => new(count / 5 * 5, count / 5 * 5 + 4);

    /// <summary>Weaker: nought is told.</summary>
    public static CountGroup NoughtTold(long count) => count switch
    {
        0 => new CountGroup(0, 0),
        < 5 => new CountGroup(1, 4),
        _ => Five(count),
    };

    /// <summary>Weaker: the nearest five, with nought and one to four apart.</summary>
    public static CountGroup NearestFive(long count) => count switch
    {
        0 => new CountGroup(0, 0),
        < 5 => new CountGroup(1, 4),
        < 8 => new CountGroup(5, 7),
        _ => new CountGroup((count + 2) / 5 * 5 - 2, (count + 2) / 5 * 5 + 2),
    };
}
