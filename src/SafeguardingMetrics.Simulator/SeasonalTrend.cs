namespace SafeguardingMetrics.Simulator;

/// <summary>
/// The trend that a board should find in the figures: over four months, one locality (East) gets worse.
/// </summary>
/// <param name="WorseSince">The first day of the decline.</param>
internal sealed record SeasonalTrend(DateOnly WorseSince)
{
    private const double DaysToTheWorst = 122;

    /// <summary>The decline of a locality on a day: 0 as usual, 1 at the worst.</summary>
    public double GetFactor(string locality, DateOnly day) =>
        locality == Locality.East ? Math.Clamp((day.DayNumber - WorseSince.DayNumber) / DaysToTheWorst, 0, 1) : 0;
}
