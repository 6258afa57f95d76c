namespace SafeguardingMetrics.Releases.Checking;

/// <summary>An unknown that nobody may work out where it is small.</summary>
/// <param name="Unknown">Its place in the system.</param>
/// <param name="Kind">What must not be known of it.</param>
public readonly record struct AskedCount(int Unknown, AskedKind Kind)
{
    /// <summary>True where it must not be known that the unknown has this value.</summary>
    public bool IsSecret(long value) => Kind switch
    {
        AskedKind.Difference => Math.Abs(value) is >= 1 and <= 4,
        AskedKind.CountWithNoughtTold => value is >= 1 and <= 4,
        _ => value is >= 0 and <= 4,
    };
}
