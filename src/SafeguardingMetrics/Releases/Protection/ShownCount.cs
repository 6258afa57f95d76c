namespace SafeguardingMetrics.Releases.Protection;

/// <summary>
/// A count as readers of protected figures see it: some number between two. A count of children is told as a group of five: 0 to 4,
/// 5 to 9, 10 to 14 and so on.
/// </summary>
/// <param name="AtLeast">The least that it may be, 0 or more.</param>
/// <param name="AtMost">The most that it may be.</param>
public readonly record struct ShownCount(decimal AtLeast, decimal AtMost)
{
    /// <summary>How many counts a group has.</summary>
    public const int GroupSize = 5;

    /// <summary>The least denominator for which a rate is told: the group of 20 to 24, or more.</summary>
    public const int LeastForRate = 20;

    /// <summary>None, told as none.</summary>
    public static ShownCount Nought { get; } = new(0, 0);

    /// <summary>The middle of the two, which stands for the count wherever one number is needed.</summary>
    public decimal Middle => (AtLeast + AtMost) / 2;

    /// <summary>True where it is told exactly.</summary>
    public bool IsExact => AtLeast == AtMost;

    /// <summary>True where it may be none, and is not told as a number.</summary>
    public bool MayBeNone => AtLeast == 0 && AtMost > 0;

    /// <summary>The number that is told; null where the count may be none.</summary>
    public decimal? Number => MayBeNone ? null : Middle;

    /// <summary>A count told exactly.</summary>
    public static ShownCount Exact(decimal count) => new(count, count);

    /// <summary>The group of five that a count is in.</summary>
    public static ShownCount GroupOf(decimal count)
    {
        var atLeast = decimal.Floor(count / GroupSize) * GroupSize;
        return new(atLeast, atLeast + GroupSize - 1);
    }

    /// <summary>The sum of two counts.</summary>
    public ShownCount Add(ShownCount other) => new(AtLeast + other.AtLeast, AtMost + other.AtMost);

    /// <summary>What is left without a part. It is never told as none: numbers that are held may be a little out.</summary>
    public ShownCount Subtract(ShownCount part) =>
        new(Math.Max(0, AtLeast - part.AtMost), Math.Max(GroupSize - 1, AtMost - part.AtLeast));
}
