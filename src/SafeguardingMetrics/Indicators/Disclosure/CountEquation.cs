namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// A whole that is the sum of its parts, as everyone knows who reads the figures. Counts are named by their place in
/// the system.
/// </summary>
/// <param name="Whole">The whole.</param>
/// <param name="Parts">Its parts, those of nothing left out.</param>
public sealed record CountEquation(int Whole, IReadOnlyList<int> Parts)
{
    /// <summary>The whole, then the parts.</summary>
    public IEnumerable<int> Terms => Parts.Prepend(Whole);
}
