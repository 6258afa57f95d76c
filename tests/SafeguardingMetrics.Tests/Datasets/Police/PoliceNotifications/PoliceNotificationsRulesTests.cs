namespace SafeguardingMetrics.Tests.Datasets.Police.PoliceNotifications;

/// <summary>Incidents from 1 to 22 November 2026, received on Sunday 22 November.</summary>
public sealed class PoliceNotificationsRulesTests() : RulesFixture("police-notifications", "2026-11-01/2026-11-22")
{
    protected override IReadOnlyDictionary<string, string> Plain { get; } = new Dictionary<string, string>
    {
        ["notificationId"] = "N-1",
        ["locality"] = "East",
        ["category"] = "domestic-abuse",
        ["riskGrade"] = "high",
        ["incidentOn"] = "2026-11-10",
        ["sharedOn"] = "2026-11-10",
    };

    [TestCase("incidentOn=2026-11-01, sharedOn=2026-11-02", "")]
    [TestCase("incidentOn=2026-11-22, sharedOn=2026-11-22", "")]
    [TestCase("incidentOn=2026-10-31, sharedOn=2026-11-02", "PN01 incidentOn")]
    [TestCase("incidentOn=2026-11-23, sharedOn=", "PN01 incidentOn, R07 incidentOn")]
    public Task PN01_an_incident_falls_within_the_period(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("sharedOn=2026-11-10", "")]
    [TestCase("sharedOn=2026-11-09", "PN02 sharedOn")]
    public Task PN02_a_notification_is_not_shared_before_its_incident(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("incidentOn=2026-11-06, sharedOn=2026-11-09", "")] // Friday night to Monday.
    [TestCase("incidentOn=2026-11-06, sharedOn=2026-11-10", "PN03 sharedOn")] // Friday night to Tuesday.
    [TestCase("incidentOn=2026-11-07, sharedOn=2026-11-09", "")] // Saturday night to Monday.
    [TestCase("incidentOn=2026-11-07, sharedOn=2026-11-10", "PN03 sharedOn")]
    [TestCase("incidentOn=2026-11-06, sharedOn=2026-11-10, riskGrade=medium", "")]
    [TestCase("incidentOn=2026-11-06, sharedOn=2026-11-10, riskGrade=standard", "")]
    [TestCase("incidentOn=2026-11-06, sharedOn=", "")] // Never shared: there is no day to judge.
    public Task PN03_a_high_risk_notification_is_shared_by_the_next_working_day(string changes, string expected) => AssertFindings(changes, expected);

    // Friday 28 August 2026; Monday 31 August is a bank holiday.
    [TestCase("2026-09-01", "")]
    [TestCase("2026-09-02", "PN03 sharedOn")]
    public Task PN03_a_bank_holiday_Monday_does_not_count(string sharedOn, string expected) =>
        AssertFindings($"incidentOn=2026-08-28, sharedOn={sharedOn}", expected, within: "2026-08");

    [TestCase("incidentOn=2026-11-20, sharedOn=2026-11-23", "R07 sharedOn")]
    public Task R07_a_notification_is_not_shared_after_receipt(string changes, string expected) => AssertFindings(changes, expected);

    [TestCase("incidentOn=2026-11-31, sharedOn=2026-10-01", "R02 incidentOn")] // None of the three.
    [TestCase("riskGrade=High, sharedOn=2026-11-20", "R03 riskGrade")] // Nor PN03.
    [TestCase("sharedOn=never", "R02 sharedOn")] // Neither PN02 nor PN03.
    public Task What_needs_a_value_that_cannot_be_read_is_not_judged(string changes, string expected) => AssertFindings(changes, expected);
}
