namespace SafeguardingMetrics.Tests.Datasets.SocialCare.StrategyMeetings;

/// <summary>Meetings needed from 1 to 22 November 2026, received on Sunday 22 November.</summary>
public sealed class StrategyMeetingsRulesTests() : RulesFixture("strategy-meetings", "2026-11-01/2026-11-22")
{
    private const string NotHeld = "heldOn=, socialCareAttended=, policeAttended=, healthAttended=, schoolAttended=, outcome=";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["meetingId"] = "S-1",
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["neededOn"] = "2026-11-04",
        ["heldOn"] = "2026-11-05",
        ["socialCareAttended"] = "true",
        ["policeAttended"] = "true",
        ["healthAttended"] = "true",
        ["schoolAttended"] = "false",
        ["outcome"] = "assessment",
    };

    [TestCase("neededOn=2026-11-01, heldOn=2026-11-02", "")]
    [TestCase("neededOn=2026-11-22, heldOn=2026-11-22", "")]
    [TestCase("neededOn=2026-10-31, heldOn=2026-11-02", "SM01 neededOn")]
    [TestCase("neededOn=2026-11-23, " + NotHeld, "R07 neededOn, SM01 neededOn")]
    public Task SM01_the_need_arose_within_the_period(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("heldOn=2026-11-04", "")]
    [TestCase("heldOn=2026-11-03", "SM02 heldOn")]
    public Task SM02_a_meeting_is_not_held_before_it_was_needed(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("socialCareAttended=", "SM03 socialCareAttended")]
    [TestCase("policeAttended=", "SM03 policeAttended")]
    [TestCase("healthAttended=", "SM03 healthAttended")]
    [TestCase("policeAttended=, healthAttended=", "SM03 policeAttended")] // One finding a record: the first field at fault.
    [TestCase("schoolAttended=, outcome=", "")]
    [TestCase(NotHeld, "")]
    public Task SM03_of_a_meeting_held_it_is_recorded_whether_each_of_the_three_attended(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("socialCareAttended=true", "SM04 socialCareAttended")]
    [TestCase("policeAttended=true", "SM04 policeAttended")]
    [TestCase("healthAttended=false", "SM04 healthAttended")]
    [TestCase("schoolAttended=false", "SM04 schoolAttended")]
    [TestCase("outcome=assessment", "SM04 outcome")]
    [TestCase("schoolAttended=true, outcome=assessment", "SM04 schoolAttended")]
    [TestCase("", "")]
    public Task SM04_attendance_and_outcome_are_recorded_only_of_a_meeting_held(string recorded, string expected) => AssertFindings($"{NotHeld}, {recorded}", expected);

    [TestCase("neededOn=2026-11-06, heldOn=2026-11-11", "")] // Friday to Wednesday: Monday, Tuesday, Wednesday.
    [TestCase("neededOn=2026-11-06, heldOn=2026-11-12", "SM05 heldOn")]
    [TestCase("neededOn=2026-11-04, " + NotHeld, "")] // Never held: there is no day to judge.
    public Task SM05_a_meeting_is_held_within_3_working_days(string changes, string expected) => AssertFindings(changes, expected);

    // Needed on Maundy Thursday, 2 April 2026: Good Friday, the weekend and Easter Monday do not count; Tuesday, Wednesday, Thursday do.
    [TestCase("2026-04-09", "")]
    [TestCase("2026-04-10", "SM05 heldOn")]
    public Task SM05_bank_holidays_at_Easter_do_not_count(string heldOn, string expected) =>
        AssertFindings($"neededOn=2026-04-02, heldOn={heldOn}", expected, within: "2026-04");

    [TestCase("socialCareAttended=false", "SM06 socialCareAttended")]
    [TestCase("policeAttended=false", "SM06 policeAttended")]
    [TestCase("healthAttended=false", "SM06 healthAttended")]
    [TestCase("socialCareAttended=false, policeAttended=false, healthAttended=false", "SM06 socialCareAttended")]
    [TestCase("schoolAttended=false", "")]
    [TestCase("schoolAttended=true", "")]
    [TestCase("neededOn=2026-11-04, " + NotHeld + ", socialCareAttended=false, policeAttended=false, healthAttended=false", "SM04 socialCareAttended")] // Of a meeting that was held.
    public Task SM06_social_care_the_police_and_health_attend(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("heldOn=2026-11-22", "SM05 heldOn")]
    [TestCase("neededOn=2026-11-20, heldOn=2026-11-23", "R07 heldOn")]
    public Task R07_a_meeting_is_not_held_after_receipt(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("heldOn=05/11/2026, socialCareAttended=, outcome=", "R02 heldOn")] // None of SM02 to SM05.
    [TestCase("neededOn=2026-11-4", "R02 neededOn")] // None of SM01, SM02, SM05.
    [TestCase("policeAttended=, healthAttended=false", "SM03 policeAttended")] // SM06 needs all three.
    [TestCase("policeAttended=maybe, healthAttended=false", "R02 policeAttended")] // As above, and SM03 is not judged of the police.
    [TestCase("policeAttended=maybe, healthAttended=", "R02 policeAttended, SM03 healthAttended")] // Of the others it is.
    public Task What_needs_a_value_that_is_missing_or_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
