using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>What each agency posts on a day. The shapes differ on purpose, as agencies do.</summary>
internal sealed class Timetable(int seed, Rhythm rhythm, PoliceSystemMove correction)
{
    /// <summary>The postings of one agency on one day, in no order.</summary>
    public IEnumerable<Posting> Of(Agency agency, DateOnly day) => agency.Code switch
    {
        "EXA-CSC" => SocialCare(day),
        "EXA-ICB" => Health(day),
        "EXA-POL" => Police(day),
        _ => new SchoolTimetable(seed, rhythm, agency).On(day),
    };

    private IEnumerable<Posting> SocialCare(DateOnly day)
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
            yield return Post(agency, StrategyMeetings.Form, Period.DaysTo(day, 28), day, new(22, 50));
        if (sunday)
            yield return Post(agency, WorkforcePosts.Form, Period.Day(day), day, new(23, 5));
        if ((rhythm.BackLoad(day) ?? rhythm.Settled(day)) is { } month)
            yield return Post(agency, StatutoryVisits.Form, month, day, new(23, 20));
        if (rhythm.BackLoad(day) is { } old)
            yield return Post(agency, StrategyMeetings.Form, old, day, new(23, 35));
    }

    private IEnumerable<Posting> Health(DateOnly day)
    {
        var friday = day.DayOfWeek == DayOfWeek.Friday;
        if (friday && rhythm.IsNightly(day))
            yield return Post(Agency.Health, HealthAssessments.Form, Period.MonthTo(day), day, new(22, 10));
        if (friday)
            yield return Post(Agency.Health, WorkforcePosts.Form, Period.Day(day), day, new(22, 25));
        if ((rhythm.BackLoad(day) ?? rhythm.Settled(day)) is { } month)
            yield return Post(Agency.Health, HealthAssessments.Form, month, day, new(22, 40));
    }

    private IEnumerable<Posting> Police(DateOnly day)
    {
        if (rhythm.IsNightly(day))
            yield return Post(Agency.Police, PoliceNotifications.Form, Period.DaysTo(day, 7), day, new(23, 10));
        if (day.DayOfWeek == DayOfWeek.Sunday)
            yield return Post(Agency.Police, WorkforcePosts.Form, Period.Day(day), day, new(23, 25));
        if ((rhythm.BackLoad(day) ?? correction.On(day)) is { } month)
            yield return Post(Agency.Police, PoliceNotifications.Form, month, day, new(23, 40));
    }

    private Posting Post(Agency agency, Form form, Period period, DateOnly day, TimeOnly time) => new()
    {
        Agency = agency,
        Form = form,
        Period = period,
        AsAt = day,
        Time = time.Add(Wait(agency, form, day)),
    };

    // No job starts on the second.
    private TimeSpan Wait(Agency agency, Form form, DateOnly day) =>
        TimeSpan.FromSeconds(Dice.For(seed, $"{agency.Code}/{form.Dataset}/wait", day.DayNumber).Between(0, 800));
}
