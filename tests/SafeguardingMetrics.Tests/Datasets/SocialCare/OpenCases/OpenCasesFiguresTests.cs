using System.Net;

namespace SafeguardingMetrics.Tests.Datasets.SocialCare.OpenCases;

/// <summary>Eight cases on Friday 20 November 2026, and four small snapshots of the days before.</summary>
public sealed class OpenCasesFiguresTests() : FiguresFixture("open-cases")
{
    private const string Friday = "2026-11-20";

    public override async Task PostExample()
    {
        // Worker W-1 is in two teams. C-9 opened after the day described: it is left out (OC01).
        await Post(Friday, accepted: 8, """
            childId,locality,team,planType,openedOn,allocatedWorkerId,allocatedOn,riskReviewedOn,workersInLast12Months
            C-1,East,East 1,child-protection,2026-11-02,W-1,2026-11-02,,1
            C-2,East,East 1,child-protection,2026-11-02,W-1,2026-11-03,,2
            C-3,East,East 2,child-in-need,2026-11-06,W-1,2026-11-09,,3
            C-4,West,West 1,child-in-need,2026-11-02,W-2,2026-11-16,,4
            C-5,West,West 1,looked-after,2026-11-10,W-2,2026-11-09,,
            C-6,West,West 1,child-in-need,2026-11-02,,,,0
            C-7,West,West 1,referral,2026-11-09,,,2026-11-13,
            C-8,East,East 1,referral,2026-11-09,,,2026-11-12,
            C-9,East,East 1,referral,2026-11-21,,,,5
            """);

        // Thursday: one case, allocated before it opened, its workers not counted.
        await Post("2026-11-19", accepted: 1, """
            childId,locality,team,planType,openedOn,allocatedWorkerId,allocatedOn
            C-1,East,East 1,referral,2026-11-10,W-1,2026-11-09
            """);

        // Wednesday: one case, not allocated.
        await Post("2026-11-18", accepted: 1, """
            childId,locality,team,planType,openedOn
            C-1,East,East 1,referral,2026-11-10
            """);

        // Tuesday: five cases, four workers.
        await Post("2026-11-17", accepted: 5, """
            childId,locality,team,planType,openedOn,allocatedWorkerId,allocatedOn
            C-1,East,East 1,referral,2026-11-02,W-1,2026-11-02
            C-2,East,East 1,referral,2026-11-02,W-1,2026-11-02
            C-3,East,East 1,referral,2026-11-02,W-2,2026-11-02
            C-4,East,East 1,referral,2026-11-02,W-3,2026-11-02
            C-5,East,East 1,referral,2026-11-02,W-4,2026-11-02
            """);

        // Monday: no case at all is open, and that is reported.
        await Post("2026-11-16", accepted: 0, "childId,locality,team,planType,openedOn\n");
    }

    [Test]
    public Task Unallocated_cases() => AssertFigures("unallocated-cases", Friday,
        // C-6, C-7, C-8 of the eight: 37.5.
        total: "3/8 37.5",
        // East: C-8 of C-1, C-2, C-3, C-8. West: C-6, C-7 of C-4 to C-7.
        locality: ["East 1/4 25", "West 2/4 50"],
        team: ["East 1 1/3 33.3", "East 2 0/1 0", "West 1 2/4 50"],
        // Children in need are C-3, C-4, C-6.
        category: ["child-in-need 1/3 33.3", "child-protection 0/2 0", "looked-after 0/1 0", "referral 2/2 100"]);

    [Test]
    public Task Unallocated_cases_without_a_review_of_risk_in_5_working_days() => AssertFigures("unallocated-without-review", Friday,
        // C-6 never. C-7 on Friday 13: 16, 17, 18, 19, 20 are 5 working days, not more. C-8 on Thursday 12: 6.
        total: "2/3 66.7",
        locality: ["East 1/1 100", "West 1/2 50"],
        team: ["East 1 1/1 100", "West 1 1/2 50"],
        category: ["child-in-need 1/1 100", "referral 1/2 50"]);

    [Test]
    public Task Time_to_allocation() => AssertFigures("time-to-allocation", Friday,
        // C-1 the same day: 0. C-2 the next day: 1. C-3 Friday to Monday: 1. C-4 Monday 2 to Monday 16: 10. C-5 was allocated before
        // it opened and is not counted. Of 0, 1, 1, 10 the median is at rank 4/2 = 2: 1; the 90th centile at rank 3.6, so 4: 10.
        total: "3/4 1 p90 10",
        // East 0, 1, 1: ranks 1.5 -> 2 and 2.7 -> 3. West 10.
        locality: ["East 3/3 1 p90 1", "West 0/1 10 p90 10"],
        // East 1 has 0 and 1: the median of an even number is the lower of the middle two, at rank 1.
        team: ["East 1 2/2 0 p90 1", "East 2 1/1 1 p90 1", "West 1 0/1 10 p90 10"],
        // Children in need: C-3 with 1 and C-4 with 10.
        category: ["child-in-need 1/2 1 p90 10", "child-protection 2/2 0 p90 1"]);

    [Test]
    public Task Average_caseload() => AssertFigures("average-caseload", Friday,
        // W-1 holds 2 in East 1 and 1 in East 2, and counts once in each; W-2 holds 2: 5 cases over 3 is 1.67.
        total: "5/3 1.7",
        team: ["East 1 2/1 2", "East 2 1/1 1", "West 1 2/1 2"]);

    [TestCase("locality")]
    [TestCase("category")]
    public async Task The_average_caseload_has_no_locality_and_no_category(string by) =>
        Assert.That((await Service.Get($"/v1/indicators/average-caseload/values?by={by}", "demo-board")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    [Test]
    public Task Three_or_more_workers() => AssertFigures("three-or-more-workers", Friday,
        // Known of C-1, C-2, C-3, C-4 and C-6, where it is 0; three or more of C-3 and C-4.
        total: "2/5 40",
        locality: ["East 1/3 33.3", "West 1/2 50"],
        team: ["East 1 0/2 0", "East 2 1/1 100", "West 1 1/2 50"],
        category: ["child-in-need 2/3 66.7", "child-protection 0/2 0"]);

    [Test]
    public Task An_average_halfway_between_two_is_rounded_up() => AssertFigures("average-caseload", "2026-11-17",
        // 5 cases over 4 workers: 1.25.
        total: "5/4 1.3", team: ["East 1 5/4 1.3"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("unallocated-without-review", "2026-11-19", total: "0/0 z", locality: []);
        await AssertFigures("time-to-allocation", "2026-11-19", total: "0/0 z", locality: []);
        await AssertFigures("three-or-more-workers", "2026-11-19", total: "0/0 z", locality: []);
        await AssertFigures("average-caseload", "2026-11-18", total: "0/0 z", team: []);
        await AssertFigures("unallocated-cases", "2026-11-16", total: "0/0 z", locality: []);
    }

    [Test]
    public Task A_day_that_nobody_reported_has_no_figure() => AssertFigures("unallocated-cases", "2026-11-15", total: "x", locality: []);

    [Test]
    public Task A_month_takes_its_last_day_reported() => AssertFigures("unallocated-cases", "2026-11", total: "3/8 37.5", team: ["East 1 1/3 33.3", "East 2 0/1 0", "West 1 2/4 50"]);
}
