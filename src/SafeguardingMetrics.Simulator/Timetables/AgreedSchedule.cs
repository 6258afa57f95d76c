using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Declared;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>The return schedule of Exampleshire: when the returns that <see cref="Timetable"/> posts are due.</summary>
internal static class AgreedSchedule
{
    private static readonly TimeOnly EndOfDay = new(23, 59);
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>
    /// The entries of the schedule, for each agency and dataset in order of days; school terms up to a last day.
    /// </summary>
    public static IEnumerable<AgreedReturn> ListReturns(SubmissionCadence cadence, DateOnly through)
    {
        var (social, health, police) = (Agency.SocialCare.Code, Agency.Health.Code, Agency.Police.Code);
        foreach (var agency in new[] { social, health, police })
            yield return new("workforce-posts", agency, cadence.From, "week", 0, EndOfDay);
        yield return new("open-cases", social, cadence.From, "week", 0, EndOfDay);
        yield return new("open-cases", social, cadence.NightlySince, "day", 0, EndOfDay);
        var weekly = new[] { ("statutory-visits", social), ("strategy-meetings", social), ("police-notifications", police) };
        foreach (var (dataset, agency) in weekly)
        {
            yield return new(dataset, agency, cadence.From, "month", SubmissionCadence.BackLoadOn, EndOfDay);
            yield return new(dataset, agency, cadence.NightlySince, "day", 0, EndOfDay);
        }

        // Health posts on Fridays, which leaves out the last days of a month: the month is complete with its final
        // back-load.
        yield return new("health-assessments", health, cadence.From, "month", SubmissionCadence.BackLoadOn, EndOfDay);
        yield return new("health-assessments", health, cadence.NightlySince, "month", SubmissionCadence.SettleOn, EndOfDay);
        foreach (var school in Agency.First(3 + Agency.SchoolsUsually).Where(agency => agency.School >= 0))
            foreach (var agreed in Terms(school.Code, cadence.From, through)) yield return agreed;
        foreach (var agency in Agency.First(3 + Agency.SchoolsUsually))
            foreach (var agreed in DeclaredTimetable.ListAgreed(cadence, DeclaredDataset.WithoutOwnWriter, agency)) yield return agreed;
    }

    // A week without a school day is not sent.
    private static IEnumerable<AgreedReturn> Terms(string school, DateOnly from, DateOnly through)
    {
        var isTerm = false;
        var firstMonday = from.AddDays(((int)DayOfWeek.Monday - (int)from.DayOfWeek + 7) % 7);
        for (var monday = firstMonday; monday <= through; monday = monday.AddDays(7))
        {
            if (SchoolTerms.SchoolDaysInWeek(monday) > 0 == isTerm) continue;
            isTerm = !isTerm;
            yield return new("school-attendance", school, monday, isTerm ? "week" : "none", 1, Noon);
        }
    }
}
