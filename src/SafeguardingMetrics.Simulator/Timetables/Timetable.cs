using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>What each agency posts on a day. The shapes differ on purpose, as agencies do.</summary>
internal sealed class Timetable(int seed, SubmissionCadence rhythm, PoliceSystemMigration correction)
{
    /// <summary>The postings of one agency on one day, in no order.</summary>
    public IEnumerable<ScheduledReturn> ListPostings(Agency agency, DateOnly day) => agency.Code switch
    {
        "EXA-CSC" => SocialCare(day),
        "EXA-ICB" => Health(day),
        "EXA-POL" => Police(day),
        _ => new SchoolTimetable(seed, rhythm, agency).ListPostings(day),
    };

    private IEnumerable<ScheduledReturn> SocialCare(DateOnly day)
    {
        var (agency, nightly, sunday) = (Agency.SocialCare, rhythm.IsNightly(day), day.DayOfWeek == DayOfWeek.Sunday);
        if (nightly || sunday)
            yield return Post(agency, OpenCases.Form, Period.Day(day), day, new(22, 5));
        if (nightly)
        {
            yield return Post(agency, StatutoryVisits.Form, Period.MonthTo(day), day, new(22, 20));
            yield return Post(agency, StrategyMeetings.Form, Period.Day(day), day, new(22, 35));
        }
        // Tonight's meetings are mostly not held yet: on Sundays four weeks go again with what became of them.
        if (nightly && sunday)
            yield return Post(agency, StrategyMeetings.Form, Period.LastDaysUntil(day, 28), day, new(22, 50));
        if (sunday)
            yield return Post(agency, WorkforcePosts.Form, Period.Day(day), day, new(23, 5));
        if ((rhythm.BackLoad(day) ?? rhythm.Settled(day)) is { } month)
            yield return Post(agency, StatutoryVisits.Form, month, day, new(23, 20));
        if (rhythm.BackLoad(day) is { } old)
            yield return Post(agency, StrategyMeetings.Form, old, day, new(23, 35));
    }

    private IEnumerable<ScheduledReturn> Health(DateOnly day)
    {
        var friday = day.DayOfWeek == DayOfWeek.Friday;
        if (friday && rhythm.IsNightly(day))
            yield return Post(Agency.Health, HealthAssessments.Form, Period.MonthTo(day), day, new(22, 10));
        if (friday)
            yield return Post(Agency.Health, WorkforcePosts.Form, Period.Day(day), day, new(22, 25));
        if ((rhythm.BackLoad(day) ?? rhythm.Settled(day)) is { } month)
            yield return Post(Agency.Health, HealthAssessments.Form, month, day, new(22, 40));
    }

    private IEnumerable<ScheduledReturn> Police(DateOnly day)
    {
        if (rhythm.IsNightly(day))
            yield return Post(Agency.Police, PoliceNotifications.Form, Period.LastDaysUntil(day, 7), day, new(23, 10));
        if (day.DayOfWeek == DayOfWeek.Sunday)
            yield return Post(Agency.Police, WorkforcePosts.Form, Period.Day(day), day, new(23, 25));
        if ((rhythm.BackLoad(day) ?? correction.GetCorrectedPeriod(day)) is { } month)
            yield return Post(Agency.Police, PoliceNotifications.Form, month, day, new(23, 40));
    }

    private ScheduledReturn Post(Agency agency, RecordWriter form, Period period, DateOnly day, TimeOnly time) => new()
    {
        Agency = agency,
        Form = form,
        Period = period,
        AsAt = day,
        Time = time.Add(Wait(agency, form, day)),
    };

    // No job starts on the second.
    private TimeSpan Wait(Agency agency, RecordWriter form, DateOnly day) =>
        TimeSpan.FromSeconds(SeededRandom.Create(seed, $"{agency.Code}/{form.Dataset}/wait", day.DayNumber).Between(0, 800));
}
