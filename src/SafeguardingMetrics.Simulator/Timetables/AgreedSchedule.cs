using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>The timetable as it was agreed with the partnership: by when what <see cref="Timetable"/> posts is due.</summary>
internal static class AgreedSchedule
{
    private static readonly TimeOnly EndOfDay = new(23, 59);
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>What the agencies have agreed to, each agency and dataset in the order of days; schools' terms up to a last day.</summary>
    public static IEnumerable<AgreedReturn> ListReturns(SubmissionCadence rhythm, DateOnly through)
    {
        var (social, health, police) = (Agency.SocialCare.Code, Agency.Health.Code, Agency.Police.Code);
        foreach (var agency in new[] { social, health, police }) yield return new("workforce-posts", agency, rhythm.From, "week", 0, EndOfDay);
        yield return new("open-cases", social, rhythm.From, "week", 0, EndOfDay);
        yield return new("open-cases", social, rhythm.NightlySince, "day", 0, EndOfDay);
        foreach (var (dataset, agency) in new[] { ("statutory-visits", social), ("strategy-meetings", social), ("police-notifications", police) })
        {
            yield return new(dataset, agency, rhythm.From, "month", SubmissionCadence.BackLoadOn, EndOfDay);
            yield return new(dataset, agency, rhythm.NightlySince, "day", 0, EndOfDay);
        }

        // Health's Fridays leave the last days of a month out: it is whole when it has settled.
        yield return new("health-assessments", health, rhythm.From, "month", SubmissionCadence.BackLoadOn, EndOfDay);
        yield return new("health-assessments", health, rhythm.NightlySince, "month", SubmissionCadence.SettleOn, EndOfDay);
        foreach (var school in Agency.First(3 + Agency.SchoolsUsually).Where(agency => agency.School >= 0))
            foreach (var agreed in Terms(school.Code, rhythm.From, through)) yield return agreed;
    }

    // A week without a school day is not sent.
    private static IEnumerable<AgreedReturn> Terms(string school, DateOnly from, DateOnly through)
    {
        var isTerm = false;
        for (var monday = from.AddDays(((int)DayOfWeek.Monday - (int)from.DayOfWeek + 7) % 7); monday <= through; monday = monday.AddDays(7))
        {
            if (SchoolTerms.SchoolDaysInWeek(monday) > 0 == isTerm) continue;
            isTerm = !isTerm;
            yield return new("school-attendance", school, monday, isTerm ? "week" : "none", 1, Noon);
        }
    }
}
