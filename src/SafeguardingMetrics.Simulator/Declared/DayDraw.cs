using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Simulator.Bodies;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>Draws the days of a record, about as far from the day it began as in the declaration's examples.</summary>
internal static class DayDraw
{
    /// <summary>The share of days that are late, and how much larger it is where work is at its worst.</summary>
    private const double LateUsually = 0.25, LateAtTheWorst = 0.35;

    /// <summary>The mean of days late, where the examples are nearer to each other than that.</summary>
    private const int FewestDaysLate = 6;
    private const int LatestAhead = 365;

    /// <summary>A day, or an empty cell where it has not come yet.</summary>
    public static Cell Draw(
        Field field, DraftContext context, RecordIdentity identity, string locality, int attempt, SeededRandom random)
    {
        var posting = context.Posting;
        // A rule may want the day in the period, or among others that are there: every other time it is any day of the
        // period.
        if (attempt % 2 == 1 && random.NextBoolean(0.5))
            return Cell.Date(posting.Period.From.AddDays(random.Between(0, posting.Period.To.DayNumber - posting.Period.From.DayNumber)));

        var distance = context.Days.GetDistance(field);
        var late = LateUsually + (LateAtTheWorst * context.County.Trend.GetFactor(locality, identity.BeganOn));
        var usual = distance == 0 ? 1 : distance;
        var days = random.NextBoolean(late)
            ? usual + random.NextExponential(Math.Max(Math.Abs(usual), FewestDaysLate))
            : usual * random.NextDouble();
        var day = identity.BeganOn.AddDays((int)days);
        var latest = posting.AsAt.AddDays(Math.Min(field.DaysAhead ?? LatestAhead, LatestAhead));
        if (day <= latest) return Cell.Date(day);
        return field.IsRequired ? Cell.Date(latest) : default;
    }
}
