using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Schools;

/// <summary>One pupil's week.</summary>
internal readonly record struct Attendance(Pupil Pupil, string Status, int Possible, int Attended, int Suspensions)
{
    public static IEnumerable<Attendance> CreateAll(Exampleshire county, int school, Period week)
    {
        var possible = 2 * SchoolTerms.SchoolDaysInWeek(week.From);
        foreach (var pupil in county.Roll.ListPupils(school))
            if (pupil.StatusOn(week.To) is { } status)
                yield return Create(
                    pupil, status, possible, week.From, SeededRandom.Create(county.Seed, "attendance", pupil.Number, week.From.DayNumber));
    }

    private static Attendance Create(Pupil pupil, string status, int possible, DateOnly monday, SeededRandom random)
    {
        // On roll, but not begun (query SA03).
        if (random.NextBoolean(0.003))
            return new(pupil, status, 0, 0, 0);
        var suspended = possible >= 4 && random.NextBoolean(0.006) ? 1 : 0;
        var missed = Missed(possible, Math.Min(0.95, pupil.Misses * SeasonalFactors.Absence(monday)), random);
        return new(pupil, status, possible, possible - Math.Min(possible, missed + (4 * suspended)), suspended);
    }

    // Illness lasts for days: a third of a week at once, in correspondingly fewer weeks.
    private static int Missed(int possible, double share, SeededRandom random) =>
        random.NextBoolean(share * 3) ? random.NextBinomial(possible, Math.Max(share, 1 / 3.0)) : 0;
}
