namespace SafeguardingMetrics.Tests.Datasets.SocialCare.StatutoryVisits;

/// <summary>Eight visits due in November 2026, received on Sunday 22 November.</summary>
public sealed class StatutoryVisitsFiguresTests() : FiguresFixture("statutory-visits")
{
    private const string November = "2026-11";

    // V-3 was due on a Friday and made on the Saturday. V-6 is due after receipt and not made; V-7 is due after receipt, but made;
    // V-8 is due on the day of receipt. V-9 was due in October: it is left out (SV01).
    public override Task PostExample() => Post(November, accepted: 8, """
        visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone,notAloneReason,managerCheckedOn
        V-1,C-1,East,East 1,child-protection,2026-11-03,2026-11-02,true,true,,2026-11-04
        V-2,C-2,East,East 1,child-protection,2026-11-03,2026-11-03,true,false,too-young,
        V-3,C-3,East,East 2,looked-after,2026-11-06,2026-11-07,true,true,,2026-11-09
        V-4,C-4,West,West 1,looked-after,2026-11-06,2026-11-16,false,,,
        V-5,C-5,West,West 1,child-in-need,2026-11-10,,,,,
        V-6,C-6,West,West 1,child-in-need,2026-11-23,,,,,
        V-7,C-7,West,West 1,care-leaver,2026-11-24,2026-11-20,true,,,
        V-8,C-8,East,East 1,child-protection,2026-11-22,,,,,
        V-9,C-9,East,East 1,child-protection,2026-10-31,2026-11-02,true,true,,
        """);

    [Test]
    public Task Visits_on_time() => AssertFigures("visits-on-time", November,
        // V-1, V-2, V-7 of all but V-6: 42.86.
        total: "3/7 42.9",
        // East: V-1, V-2 of V-1, V-2, V-3, V-8. West: V-7 of V-4, V-5, V-7.
        locality: ["East 2/4 50", "West 1/3 33.3"],
        team: ["East 1 2/3 66.7", "East 2 0/1 0", "West 1 1/3 33.3"],
        category: ["care-leaver 1/1 100", "child-in-need 0/1 0", "child-protection 2/3 66.7", "looked-after 0/2 0"]);

    [Test]
    public Task Children_seen_alone() => AssertFigures("children-seen-alone", November,
        // Seen: V-1, V-2, V-3, V-7. Alone: V-1, V-3; of V-7 it is not known.
        total: "2/4 50",
        locality: ["East 2/3 66.7", "West 0/1 0"],
        team: ["East 1 1/2 50", "East 2 1/1 100", "West 1 0/1 0"],
        category: ["care-leaver 0/1 0", "child-protection 1/2 50", "looked-after 1/1 100"]);

    [Test]
    public Task Visits_checked_by_a_manager() => AssertFigures("visits-checked-by-manager", November,
        // Made: V-1, V-2, V-3, V-4, V-7. Checked: V-1, V-3.
        total: "2/5 40",
        locality: ["East 2/3 66.7", "West 0/2 0"],
        team: ["East 1 1/2 50", "East 2 1/1 100", "West 1 0/2 0"],
        category: ["care-leaver 0/1 0", "child-protection 1/2 50", "looked-after 1/2 50"]);

    [Test]
    public Task Lateness_of_visits() => AssertFigures("visit-lateness", November,
        // V-1, V-2, V-7 on time: 0. V-3 is late, by a Saturday, which is no working day: 0. V-4 Friday 6 to Monday 16: 9, 10, 11, 12,
        // 13, 16 are 6. Of 0, 0, 0, 0, 6 the median is at rank 2.5 -> 3, the 90th centile at rank 4.5 -> 5. Late are V-3 and V-4.
        total: "2/5 0 p90 6",
        locality: ["East 1/3 0 p90 0", "West 1/2 0 p90 6"],
        team: ["East 1 0/2 0 p90 0", "East 2 1/1 0 p90 0", "West 1 1/2 0 p90 6"],
        category: ["care-leaver 0/1 0 p90 0", "child-protection 0/2 0 p90 0", "looked-after 2/2 0 p90 6"]);

    [Test]
    public async Task A_visit_counts_on_the_day_it_was_due()
    {
        await AssertFigures("visits-on-time", "2026-11-03", total: "2/2 100", locality: ["East 2/2 100"]);
        await AssertFigures("visits-on-time", "2026-11-24", total: "1/1 100", locality: ["West 1/1 100"]);
        await AssertFigures("visit-lateness", "2026-11-06", total: "2/2 0 p90 6", team: ["East 2 1/1 0 p90 0", "West 1 1/1 6 p90 6"]);
    }

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        // On the 23rd one visit is due that need not have been made yet; on the 10th one that was not made.
        await AssertFigures("visits-on-time", "2026-11-23", total: "0/0 z", locality: []);
        await AssertFigures("visits-on-time", "2026-11-10", total: "0/1 0", locality: ["West 0/1 0"]);
        await AssertFigures("children-seen-alone", "2026-11-10", total: "0/0 z", locality: []);
        await AssertFigures("visits-checked-by-manager", "2026-11-10", total: "0/0 z", locality: []);
        await AssertFigures("visit-lateness", "2026-11-10", total: "0/0 z", locality: []);
    }

    [Test]
    public Task A_month_that_nobody_reported_has_no_figure() => AssertFigures("visits-on-time", "2026-10", total: "x", locality: []);
}
