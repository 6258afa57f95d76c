using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>One pupil's week.</summary>
internal readonly record struct Attendance(Pupil Pupil, string Status, int Possible, int Attended, int Suspensions)
{
    public static IEnumerable<Attendance> In(Exampleshire place, int school, Period week)
    {
        var possible = 2 * SchoolTerms.SchoolDaysInWeek(week.From);
        foreach (var pupil in place.Roll.Of(school))
            if (pupil.StatusOn(week.To) is { } status)
                yield return Of(pupil, status, possible, week.From, Dice.For(place.Seed, "attendance", pupil.Number, week.From.DayNumber));
    }

    private static Attendance Of(Pupil pupil, string status, int possible, DateOnly monday, Dice dice)
    {
        // On roll, but not begun (query SA03).
        if (dice.Chance(0.003))
            return new(pupil, status, 0, 0, 0);
        var suspended = possible >= 4 && dice.Chance(0.006) ? 1 : 0;
        var missed = Missed(possible, Math.Min(0.95, pupil.Misses * Season.Absence(monday)), dice);
        return new(pupil, status, possible, possible - Math.Min(possible, missed + (4 * suspended)), suspended);
    }

    // Illness comes in days on end, not in half days here and there: a third of a week at once, in correspondingly fewer weeks.
    private static int Missed(int possible, double share, Dice dice) =>
        dice.Chance(share * 3) ? dice.Binomial(possible, Math.Max(share, 1 / 3.0)) : 0;
}
