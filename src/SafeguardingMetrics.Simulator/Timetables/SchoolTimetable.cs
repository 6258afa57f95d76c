using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Schools;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>A school posts each week of term on the Monday after. One of them is late, or forgets.</summary>
internal sealed class SchoolTimetable(int seed, Rhythm rhythm, Agency school)
{
    /// <summary>EXA-SCH-05.</summary>
    private const int LateSchool = 4;
    private const int LatestDelay = 10;
    private const int Forgotten = -1;

    public IEnumerable<Posting> On(DateOnly day)
    {
        for (var delay = 0; delay <= LatestDelay; delay++)
        {
            var postedFrom = day.AddDays(-delay);
            var week = Period.DaysTo(postedFrom.AddDays(-1), 7);
            if (postedFrom.DayOfWeek == DayOfWeek.Monday && week.From >= rhythm.From
                && SchoolTerms.SchoolDaysInWeek(week.From) > 0 && DelayOf(week) == delay)
                yield return Post(week, day, delay);
        }
    }

    private int DelayOf(Period week) => school.School == LateSchool
        ? Dice.For(seed, "late school", week.From.DayNumber).Weighted((22, Forgotten), (24, 0), (18, 2), (16, 4), (12, 8), (8, LatestDelay))
        : 0;

    private Posting Post(Period week, DateOnly day, int delay) => new()
    {
        Agency = school,
        Form = SchoolAttendance.Form,
        Period = week,
        AsAt = day,
        Time = (delay == 0 ? new TimeOnly(7, 30) : new TimeOnly(15, 40))
            .Add(TimeSpan.FromSeconds(Dice.For(seed, "school office", school.School, day.DayNumber).Between(0, 5000))),
    };
}
