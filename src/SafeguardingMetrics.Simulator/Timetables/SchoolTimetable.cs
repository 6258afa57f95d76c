using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Schools;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>A school posts each week of term on the Monday after. One of them is late, or forgets.</summary>
internal sealed class SchoolTimetable(int seed, SubmissionCadence cadence, Agency school)
{
    /// <summary>EXA-SCH-05.</summary>
    private const int LateSchool = 4;
    private const int LatestDelay = 10;
    private const int Forgotten = -1;

    public IEnumerable<ScheduledReturn> ListPostings(DateOnly day)
    {
        for (var delay = 0; delay <= LatestDelay; delay++)
        {
            var postedFrom = day.AddDays(-delay);
            var week = Period.LastDaysUntil(postedFrom.AddDays(-1), 7);
            if (postedFrom.DayOfWeek == DayOfWeek.Monday && week.From >= cadence.From
                && SchoolTerms.SchoolDaysInWeek(week.From) > 0 && GetDelay(week) == delay)
                yield return Post(week, day, delay);
        }
    }

    private int GetDelay(Period week) => school.School == LateSchool
        ? SeededRandom.Create(seed, "late school", week.From.DayNumber).PickWeighted(
            (22, Forgotten), (24, 0), (18, 2), (16, 4), (12, 8), (8, LatestDelay))
        : 0;

    private ScheduledReturn Post(Period week, DateOnly day, int delay) => new()
    {
        Agency = school,
        Writer = SchoolAttendance.Writer,
        Period = week,
        AsAt = day,
        Time = (delay == 0 ? new TimeOnly(7, 30) : new TimeOnly(15, 40))
            .Add(TimeSpan.FromSeconds(SeededRandom.Create(seed, "school office", school.School, day.DayNumber).Between(0, 5000))),
    };
}
