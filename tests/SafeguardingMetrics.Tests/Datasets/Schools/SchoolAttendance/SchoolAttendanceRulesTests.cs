namespace SafeguardingMetrics.Tests.Datasets.Schools.SchoolAttendance;

/// <summary>Attendance from Monday 16 to Friday 20 November 2026: ten sessions. R07 does not apply, for there are no dates.</summary>
public sealed class SchoolAttendanceRulesTests() : RulesFixture("school-attendance", "2026-11-16/2026-11-20")
{
    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["pupilId"] = "PU-1",
        ["locality"] = "East",
        ["socialWorkerStatus"] = "child-protection",
        ["sessionsPossible"] = "8",
        ["sessionsAttended"] = "8",
    };

    [TestCase("sessionsAttended=0", "")]
    [TestCase("sessionsAttended=8", "")]
    [TestCase("sessionsAttended=9", "SA01 sessionsAttended")]
    public Task SA01_a_pupil_attends_no_more_sessions_than_were_possible(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("2026-11-16/2026-11-20", 10, "")]
    [TestCase("2026-11-16/2026-11-20", 11, "SA02 sessionsPossible")]
    [TestCase("2026-11-16/2026-11-22", 10, "")] // The weekend adds nothing.
    [TestCase("2026-11-16/2026-11-22", 11, "SA02 sessionsPossible")]
    [TestCase("2026-08-31/2026-09-04", 10, "")] // Monday is a bank holiday, but a weekday it is.
    [TestCase("2026-08-31/2026-09-04", 11, "SA02 sessionsPossible")]
    [TestCase("2026-11-20", 2, "")]
    [TestCase("2026-11-20", 3, "SA02 sessionsPossible")]
    [TestCase("2026-11-21/2026-11-22", 1, "SA02 sessionsPossible")]
    [TestCase("2026-10", 44, "")] // October 2026 has 22 weekdays.
    [TestCase("2026-10", 45, "SA02 sessionsPossible")]
    public Task SA02_no_more_than_two_sessions_are_possible_on_each_weekday(string within, int possible, string expected) =>
        AssertFindings($"sessionsPossible={possible}, sessionsAttended=0", expected, within);

    [TestCase("sessionsPossible=1, sessionsAttended=0", "")]
    [TestCase("sessionsPossible=0, sessionsAttended=0", "SA03 sessionsPossible")]
    public Task SA03_a_pupil_on_roll_had_a_session_possible(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("upn=H801200001001", "")]
    [TestCase("upn=X00180001701A", "")]
    [TestCase("upn=A801200001001", "R06 upn")]
    public Task R06_a_UPN_passes_its_check(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("suspensions=0", "")]
    [TestCase("suspensions=2147483647", "")]
    [TestCase("suspensions=2147483648", "R03 suspensions")]
    [TestCase("suspensions=-1", "R03 suspensions")]
    [TestCase("suspensions=0.5", "R02 suspensions")]
    public Task R02_and_R03_suspensions_are_a_whole_number(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("sessionsPossible=-1", "R03 sessionsPossible")] // None of the three.
    [TestCase("sessionsPossible=9.5", "R02 sessionsPossible")] // None of the three.
    [TestCase("sessionsAttended=all", "R02 sessionsAttended")] // Nor SA01.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
