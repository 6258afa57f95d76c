namespace SafeguardingMetrics.Tests.Datasets.SocialCare.StatutoryVisits;

/// <summary>Visits due from 1 to 22 November 2026, received on Sunday 22 November.</summary>
public sealed class StatutoryVisitsRulesTests() : RulesFixture("statutory-visits", "2026-11-01/2026-11-22")
{
    private const string NotMade = "visitedOn=, childSeen=, seenAlone=";

    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["visitId"] = "V-1",
        ["childId"] = "C-1",
        ["locality"] = "East",
        ["team"] = "East 1",
        ["visitType"] = "child-protection",
        ["dueOn"] = "2026-11-03",
        ["visitedOn"] = "2026-11-03",
        ["childSeen"] = "true",
        ["seenAlone"] = "true",
    };

    [TestCase("dueOn=2026-11-01", "")]
    [TestCase("dueOn=2026-11-22", "")]
    [TestCase("dueOn=2026-10-31", "SV01 dueOn")]
    [TestCase("dueOn=2026-11-23", "SV01 dueOn")] // After receipt too, but that the field allows.
    public Task SV01_a_visit_fell_due_within_the_period(string changes, string expected) => AssertFindings(changes, expected);

    [Test]
    public Task R07_a_visit_may_fall_due_after_receipt() => AssertFindings($"dueOn=2026-11-30, {NotMade}", "", within: "2026-11");

    [TestCase("visitedOn=2026-11-22", "")]
    [TestCase("visitedOn=2026-11-23", "R07 visitedOn")]
    [TestCase("managerCheckedOn=2026-11-22", "")]
    [TestCase("managerCheckedOn=2026-11-23", "R07 managerCheckedOn")]
    public Task R07_a_visit_and_its_check_are_not_after_receipt(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("childSeen=false, seenAlone=", "")]
    [TestCase("childSeen=, seenAlone=", "SV02 childSeen")]
    [TestCase(NotMade, "")]
    public Task SV02_of_a_visit_made_it_is_recorded_whether_the_child_was_seen(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("childSeen=false, seenAlone=true", "SV03 seenAlone")]
    [TestCase("childSeen=false, seenAlone=false", "")]
    [TestCase("childSeen=, seenAlone=true", "SV02 childSeen")] // Whether the child was seen is missing: SV03 is not judged.
    public Task SV03_a_child_seen_alone_was_seen(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("visitedOn=", "SV04 childSeen")]
    [TestCase("visitedOn=, childSeen=", "SV04 seenAlone")]
    [TestCase("visitedOn=, childSeen=false, seenAlone=", "SV04 childSeen")]
    [TestCase(NotMade, "")]
    public Task SV04_seeing_the_child_is_recorded_only_of_a_visit_made(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("managerCheckedOn=2026-11-03", "")]
    [TestCase("managerCheckedOn=2026-11-02", "SV05 managerCheckedOn")]
    [TestCase("managerCheckedOn=2026-11-02, " + NotMade, "")] // The day of the visit is missing.
    public Task SV05_a_manager_has_not_checked_a_visit_before_it_was_made(string changes, string expected) => AssertFindings(changes, expected);

    // Due on Wednesday 10 December 2025. Working days late by Friday 12 December: 2; 19: 7; 24, Christmas Eve: 10; 31: 13, for
    // 25 and 26 are bank holidays; 2 January: 14, for the 1st is one; 9: 19; Monday 12: 20; Tuesday 13: 21.
    [TestCase("2026-01-12", "")]
    [TestCase("2026-01-13", "SV06 visitedOn")]
    public Task SV06_a_visit_is_not_more_than_20_working_days_late_across_Christmas(string visitedOn, string expected) =>
        AssertFindings($"dueOn=2025-12-10, visitedOn={visitedOn}", expected, within: "2025-12");

    [Test]
    public Task SV06_a_visit_may_be_made_long_before_it_is_due() => AssertFindings("visitedOn=2026-01-05", "");

    [TestCase("seenAlone=false", "SV07 notAloneReason")]
    [TestCase("seenAlone=false, notAloneReason=child-declined", "")]
    [TestCase("seenAlone=", "")] // Not known to have been otherwise than alone.
    [TestCase("childSeen=false, seenAlone=false", "")]
    public Task SV07_of_a_child_not_seen_alone_the_reason_is_given(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("visitedOn=yesterday, childSeen=, managerCheckedOn=2026-11-01", "R02 visitedOn")] // None of SV02, SV04, SV05, SV06.
    [TestCase("dueOn=2026-10-32", "R02 dueOn")] // Neither SV01 nor SV06.
    [TestCase("childSeen=perhaps, seenAlone=false", "R02 childSeen")] // None of SV02, SV03, SV07.
    [TestCase("seenAlone=false, notAloneReason=asleep", "R03 notAloneReason")] // Nor SV07.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
