namespace SafeguardingMetrics.Releases.Protection;

/// <summary>
/// A count in the releases of one figure. What is shown of it is renewed only where the true count differs by five or more from
/// what it was when it was renewed last: otherwise a step from one group to the next would tell of one child more or less.
/// </summary>
/// <param name="Renewed">The true count when it was renewed last.</param>
/// <param name="Shown">What is shown of it.</param>
internal readonly record struct HeldCount(decimal Renewed, ShownCount Shown)
{
    /// <summary>The count in a release.</summary>
    /// <param name="count">The true count.</param>
    /// <param name="before">The count in the release before; null in the first.</param>
    /// <param name="tellsNought">True where none is told as none.</param>
    public static HeldCount Create(decimal count, HeldCount? before, bool tellsNought = false)
    {
        if (before is { } held && Math.Abs(count - held.Renewed) < ShownCount.GroupSize
            // The exception: what was told as none and is none no longer.
            && (held.Shown != ShownCount.Nought || count == 0))
            return held;
        return new(count, tellsNought && count == 0 ? ShownCount.Nought : ShownCount.GroupOf(count));
    }
}
