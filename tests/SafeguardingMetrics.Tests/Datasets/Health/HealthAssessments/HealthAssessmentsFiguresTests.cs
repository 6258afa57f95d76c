namespace SafeguardingMetrics.Tests.Datasets.Health.HealthAssessments;

/// <summary>Six assessments due in November 2026, received on Sunday 22 November.</summary>
public sealed class HealthAssessmentsFiguresTests() : FiguresFixture("health-assessments")
{
    private const string November = "2026-11";

    // HA-3 is due on the day of receipt; HA-4 after it, and not completed; HA-5 after it, but completed.
    public override Task PostExample() => Post(November, accepted: 6, """
        assessmentId,childId,locality,provider,assessmentType,becameLookedAfterOn,dueOn,completedOn,delayReason
        HA-1,C-1,East,Community Health,review,,2026-11-10,2026-11-10,
        HA-2,C-2,East,Community Health,initial,2026-10-13,2026-11-10,2026-11-11,consent
        HA-3,C-3,West,West Clinic,review,,2026-11-22,,
        HA-4,C-4,West,West Clinic,review,,2026-11-23,,
        HA-5,C-5,West,West Clinic,initial,2026-10-30,2026-11-27,2026-11-20,
        HA-6,C-6,West,Community Health,review,,2026-11-12,2026-11-09,
        """);

    [Test]
    public Task Health_assessments_on_time() => AssertFigures("health-assessments-on-time", November,
        // HA-1, HA-5, HA-6 of all but HA-4.
        total: "3/5 60",
        // East: HA-1 of HA-1, HA-2. West: HA-5, HA-6 of HA-3, HA-5, HA-6.
        locality: ["East 1/2 50", "West 2/3 66.7"],
        // The provider: Community Health has HA-1, HA-2, HA-6; West Clinic HA-3, HA-5.
        team: ["Community Health 2/3 66.7", "West Clinic 1/2 50"],
        // Initial: HA-5 of HA-2, HA-5. Review: HA-1, HA-6 of HA-1, HA-3, HA-6.
        category: ["initial 1/2 50", "review 2/3 66.7"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("health-assessments-on-time", "2026-11-22", total: "0/1 0", locality: ["West 0/1 0"]);
        await AssertFigures("health-assessments-on-time", "2026-11-23", total: "0/0 z", locality: []);
    }
}
