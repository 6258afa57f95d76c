namespace SafeguardingMetrics.Tests.Datasets.Police.PoliceNotifications;

/// <summary>Seven notifications of incidents in November 2026, received on Sunday 22 November.</summary>
public sealed class PoliceNotificationsFiguresTests() : FiguresFixture("police-notifications")
{
    private const string November = "2026-11";

    public override Task PostExample() => Post("2026-11-01/2026-11-22", accepted: 7, """
        notificationId,locality,category,riskGrade,incidentOn,sharedOn
        N-1,East,domestic-abuse,high,2026-11-06,2026-11-09
        N-2,East,neglect,medium,2026-11-07,2026-11-09
        N-3,East,domestic-abuse,standard,2026-11-04,2026-11-04
        N-4,West,missing,high,2026-11-09,2026-11-11
        N-5,West,missing,high,2026-11-10,2026-11-20
        N-6,West,neglect,medium,2026-11-19,
        N-7,West,neglect,medium,2026-11-18,
        """);

    [Test]
    public Task Notifications_shared_on_time() => AssertFigures("notifications-shared-on-time", November,
        // Within 1 working day: N-1 Friday to Monday, N-2 Saturday to Monday, N-3 the same day. Later: N-4, N-5. Not shared: N-7 with 2 working
        // days gone by Sunday 22 (19, 20) counts; N-6 with 1 (20) does not.
        total: "3/6 50",
        locality: ["East 3/3 100", "West 0/3 0"],
        // The risk grade: high N-1, N-4, N-5; medium N-2, N-7; standard N-3.
        team: ["high 1/3 33.3", "medium 1/2 50", "standard 1/1 100"],
        category: ["domestic-abuse 2/2 100", "missing 0/2 0", "neglect 1/2 50"]);

    [Test]
    public Task Delay_of_notifications() => AssertFigures("notification-delay", November,
        // N-1 1, N-2 1, N-3 0, N-4 Monday to Wednesday 2, N-5 Tuesday 10 to Friday 20: 11, 12, 13, 16 to 20 are 8. Of 0, 1, 1, 2, 8 the median
        // is at rank 2.5 -> 3, the 90th centile at rank 4.5 -> 5. More than 1: N-4, N-5.
        total: "2/5 1 p90 8",
        // East 0, 1, 1. West 2, 8.
        locality: ["East 0/3 1 p90 1", "West 2/2 2 p90 8"],
        // High 1, 2, 8.
        team: ["high 2/3 2 p90 8", "medium 0/1 1 p90 1", "standard 0/1 0 p90 0"],
        category: ["domestic-abuse 0/2 0 p90 1", "missing 2/2 2 p90 8", "neglect 0/1 1 p90 1"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("notifications-shared-on-time", "2026-11-19", total: "0/0 z", team: []);
        await AssertFigures("notification-delay", "2026-11-18", total: "0/0 z", team: []);
    }
}
