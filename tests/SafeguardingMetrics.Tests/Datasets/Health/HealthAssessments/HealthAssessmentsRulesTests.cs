namespace SafeguardingMetrics.Tests.Datasets.Health.HealthAssessments;

/// <summary>Assessments due from 1 to 22 November 2026, received on Sunday 22 November.</summary>
public sealed class HealthAssessmentsRulesTests() : RulesFixture("health-assessments", "2026-11-01/2026-11-22")
{
    private const string Initial = "assessmentType=initial, becameLookedAfterOn=2026-10-13, dueOn=2026-11-10";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["assessmentId"] = "HA-1",
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["provider"] = "Community Health",
        ["assessmentType"] = "review",
        ["dueOn"] = "2026-11-10",
        ["completedOn"] = "2026-11-10",
    };

    [TestCase("dueOn=2026-11-01, delayReason=other", "")]
    [TestCase("dueOn=2026-11-22", "")]
    [TestCase("dueOn=2026-10-31, delayReason=other", "HA01 dueOn")]
    [TestCase("dueOn=2026-11-23", "HA01 dueOn")] // After receipt too, but that the field allows.
    public Task HA01_an_assessment_fell_due_within_the_period(string changes, string expected) => AssertFindings(changes, expected);

    [Test]
    public Task R07_an_assessment_may_fall_due_after_receipt() => AssertFindings("dueOn=2026-11-30, completedOn=", "", within: "2026-11");

    [TestCase("completedOn=2026-11-22, delayReason=capacity", "")]
    [TestCase("completedOn=2026-11-23, delayReason=capacity", "R07 completedOn")]
    [TestCase("becameLookedAfterOn=2026-11-23", "R07 becameLookedAfterOn")]
    public Task R07_no_other_date_is_after_receipt(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("childId=, nhsNumber=9990000018", "")]
    [TestCase("childId=C-1, nhsNumber=9990000018", "")]
    [TestCase("childId=, nhsNumber=", "HA02 childId")]
    [TestCase("childId=, nhsNumber=9990000019", "R06 nhsNumber")] // A child is named, if wrongly.
    public Task HA02_an_assessment_names_the_child(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase(Initial, "")]
    [TestCase(Initial + ", becameLookedAfterOn=", "HA03 becameLookedAfterOn")]
    [TestCase("assessmentType=review, becameLookedAfterOn=", "")]
    public Task HA03_an_initial_assessment_gives_the_day_the_child_became_looked_after(string changes, string expected) => AssertFindings(changes, expected);

    // After Tuesday 13 October 2026: 3 working days to Friday 16, 8, 13, 18 to Friday 6 November, 19 on Monday 9, 20 on Tuesday 10.
    [TestCase(Initial + ", dueOn=2026-11-09, delayReason=other", "HA04 dueOn")]
    [TestCase(Initial + ", dueOn=2026-11-10", "")]
    [TestCase(Initial + ", dueOn=2026-11-11", "HA04 dueOn")]
    [TestCase(Initial + ", becameLookedAfterOn=2026-10-16, dueOn=2026-11-14", "")] // From a Friday 20 days last until the Sunday after.
    [TestCase("becameLookedAfterOn=2026-10-13, dueOn=2026-11-20", "")] // A review has no such day.
    public Task HA04_an_initial_assessment_falls_due_20_working_days_on(string changes, string expected) => AssertFindings(changes, expected);

    // After Wednesday 10 December 2025 the twentieth working day is Monday 12 January 2026: two bank holidays at Christmas, one at New Year.
    [TestCase("2026-01-12", "")]
    [TestCase("2026-01-07", "HA04 dueOn")] // As if there had been none.
    public Task HA04_bank_holidays_at_Christmas_do_not_count(string dueOn, string expected) =>
        AssertFindings($"assessmentType=initial, becameLookedAfterOn=2025-12-10, dueOn={dueOn}, completedOn=2026-01-05", expected, within: "2026-01");

    [TestCase("completedOn=2026-11-11", "HA05 delayReason")]
    [TestCase("completedOn=2026-11-11, delayReason=consent", "")]
    [TestCase("completedOn=2026-11-09", "")]
    [TestCase("completedOn=", "")] // Not completed: whether it is late is not yet said.
    public Task HA05_of_a_late_assessment_the_reason_is_given(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("dueOn=10 November, completedOn=2026-11-11", "R02 dueOn")] // None of HA01, HA04, HA05.
    [TestCase("childId=C 1, nhsNumber=", "R03 childId")] // Nor HA02.
    [TestCase("assessmentType=Initial", "R03 assessmentType")] // Neither HA03 nor HA04.
    [TestCase(Initial + ", becameLookedAfterOn=2026-02-30", "R02 becameLookedAfterOn")] // Neither HA03 nor HA04.
    [TestCase("completedOn=2026-11-11, delayReason=ill", "R03 delayReason")] // Nor HA05.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
