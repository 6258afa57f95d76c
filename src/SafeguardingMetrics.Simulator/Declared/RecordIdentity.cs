using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>Which record it is. A record that is in several returns has the same identity in each.</summary>
/// <param name="BeganOn">The day from which its other days are counted: where records count on a day, that day.</param>
/// <param name="Number">Its number among those of the day, or of the snapshot.</param>
internal sealed record RecordIdentity(DateOnly BeganOn, int Number)
{
    /// <summary>Records that count on one working day, at the usual scale.</summary>
    private const double OnAWorkingDay = 2;

    /// <summary>Records that count on another day, at the usual scale.</summary>
    private const double OnAnotherDay = 0.3;

    /// <summary>Records of one snapshot at the usual scale.</summary>
    private const int InASnapshot = 60;

    private const int ShortestDays = 60;
    private const int LongestDays = 400;

    /// <summary>The records of a return. Which there are follows from the seed, the agency and the days alone.</summary>
    public static IEnumerable<RecordIdentity> ListFor(DraftContext context) =>
        context.Dataset.CountedOnField is null ? ListAsAt(context, context.Posting.Period.To) : ListOnDays(context);

    private static IEnumerable<RecordIdentity> ListOnDays(DraftContext context)
    {
        for (var day = context.Posting.Period.From; day <= context.Posting.Period.To; day = day.AddDays(1))
        {
            var isWorkingDay = WorkingDays.IsWorkingDay(day);
            if (context.Dataset.IsOfWorkingDays && !isWorkingDay) continue;
            var usual = (isWorkingDay ? OnAWorkingDay : OnAnotherDay) * context.County.Scale * GetShare(context);
            var count = context.CreateRandom("count", new(day, 0)).NextPoisson(usual);
            for (var number = 1; number <= count; number++) yield return new(day, number);
        }
    }

    // Each number stands for one case after another, so that a snapshot has most of its records in common with the last.
    private static IEnumerable<RecordIdentity> ListAsAt(DraftContext context, DateOnly day)
    {
        var count = (int)Math.Ceiling(InASnapshot * context.County.Scale * GetShare(context));
        for (var number = 1; number <= count; number++)
        {
            var random = context.CreateRandom("length", new(Exampleshire.FirstDay, number));
            var length = random.Between(ShortestDays, LongestDays);
            var since = day.DayNumber - Exampleshire.FirstDay.DayNumber + random.Between(0, length - 1);
            yield return new(day.AddDays(-(since % length)), number);
        }
    }

    private static double GetShare(DraftContext context) => context.Posting.Agency.School < 0 ? 1 : 1.0 / Agency.SchoolsUsually;
}
