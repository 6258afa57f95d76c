namespace SafeguardingMetrics.Simulator;

/// <summary>The story a board should find in the figures: over four months, East slides.</summary>
/// <param name="WorseSince">The day the slide begins.</param>
internal sealed record SeasonalTrend(DateOnly WorseSince)
{
    private const double DaysToTheWorst = 122;

    /// <summary>How bad things are in a quadrant on a day: 0 as usual, 1 at the worst.</summary>
    public double GetFactor(string locality, DateOnly day) =>
        locality == Locality.East ? Math.Clamp((day.DayNumber - WorseSince.DayNumber) / DaysToTheWorst, 0, 1) : 0;
}
