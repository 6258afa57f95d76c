using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>The returns that each agency posts on a day. Agencies differ in frequency and period on purpose.</summary>
internal sealed class Timetable(int seed, SubmissionCadence cadence, PoliceSystemMigration correction)
{
    /// <summary>The returns of one agency on one day, in no particular order.</summary>
    public IEnumerable<ScheduledReturn> ListPostings(Agency agency, DateOnly day) => agency.Code switch
    {
        "EXA-CSC" => SocialCare(day),
        "EXA-ICB" => Health(day),
        "EXA-POL" => Police(day),
        _ => new SchoolTimetable(seed, cadence, agency).ListPostings(day),
    };

    private IEnumerable<ScheduledReturn> SocialCare(DateOnly day)
    {
        var (agency, nightly, sunday) = (Agency.SocialCare, cadence.IsNightly(day), day.DayOfWeek == DayOfWeek.Sunday);
        if (nightly || sunday)
            yield return Post(agency, OpenCases.Writer, Period.Day(day), day, new(22, 5));
        if (nightly)
        {
            yield return Post(agency, StatutoryVisits.Writer, Period.MonthTo(day), day, new(22, 20));
            yield return Post(agency, StrategyMeetings.Writer, Period.Day(day), day, new(22, 35));
        }
        // Most meetings of the current day are not held yet: on Sundays the last four weeks are sent again.
        if (nightly && sunday)
            yield return Post(agency, StrategyMeetings.Writer, Period.LastDaysUntil(day, 28), day, new(22, 50));
        if (sunday)
            yield return Post(agency, WorkforcePosts.Writer, Period.Day(day), day, new(23, 5));
        if ((cadence.BackLoad(day) ?? cadence.Settled(day)) is { } month)
            yield return Post(agency, StatutoryVisits.Writer, month, day, new(23, 20));
        if (cadence.BackLoad(day) is { } old)
            yield return Post(agency, StrategyMeetings.Writer, old, day, new(23, 35));
    }

    private IEnumerable<ScheduledReturn> Health(DateOnly day)
    {
        var friday = day.DayOfWeek == DayOfWeek.Friday;
        if (friday && cadence.IsNightly(day))
            yield return Post(Agency.Health, HealthAssessments.Writer, Period.MonthTo(day), day, new(22, 10));
        if (friday)
            yield return Post(Agency.Health, WorkforcePosts.Writer, Period.Day(day), day, new(22, 25));
        if ((cadence.BackLoad(day) ?? cadence.Settled(day)) is { } month)
            yield return Post(Agency.Health, HealthAssessments.Writer, month, day, new(22, 40));
    }

    private IEnumerable<ScheduledReturn> Police(DateOnly day)
    {
        if (cadence.IsNightly(day))
            yield return Post(Agency.Police, PoliceNotifications.Writer, Period.LastDaysUntil(day, 7), day, new(23, 10));
        if (day.DayOfWeek == DayOfWeek.Sunday)
            yield return Post(Agency.Police, WorkforcePosts.Writer, Period.Day(day), day, new(23, 25));
        if ((cadence.BackLoad(day) ?? correction.GetCorrectedPeriod(day)) is { } month)
            yield return Post(Agency.Police, PoliceNotifications.Writer, month, day, new(23, 40));
    }

    private ScheduledReturn Post(Agency agency, RecordWriter form, Period period, DateOnly day, TimeOnly time) => new()
    {
        Agency = agency,
        Writer = form,
        Period = period,
        AsAt = day,
        Time = time.Add(Wait(agency, form, day)),
    };

    // Jobs do not start exactly on the minute.
    private TimeSpan Wait(Agency agency, RecordWriter form, DateOnly day) =>
        TimeSpan.FromSeconds(SeededRandom.Create(seed, $"{agency.Code}/{form.Dataset}/wait", day.DayNumber).Between(0, 800));
}
