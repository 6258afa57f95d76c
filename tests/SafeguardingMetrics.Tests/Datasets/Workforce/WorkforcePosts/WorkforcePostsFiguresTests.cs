namespace SafeguardingMetrics.Tests.Datasets.Workforce.WorkforcePosts;

/// <summary>Five posts on Friday 20 November 2026, and two snapshots of the days before.</summary>
public sealed class WorkforcePostsFiguresTests() : FiguresFixture("workforce-posts")
{
    private const string Friday = "2026-11-20";
    private const string Header = "postId,locality,team,role,fte,status,workerId,vacantSince,dbsCheckedOn";

    public override async Task PostExample()
    {
        await Post(Friday, accepted: 5, $"""
            {Header}
            P-1,East,East 1,social-worker,1,filled,W-1,,2023-11-20
            P-2,East,East 1,social-worker,0.5,filled,W-2,,2023-11-19
            P-3,East,East 2,team-manager,0.8,vacant,,2026-08-31,
            P-4,West,West 1,social-worker,0.6,agency-cover,W-3,,2026-01-05
            P-5,West,West 1,health-visitor,0.25,filled,W-4,,
            """);

        // Thursday: one post, vacant.
        await Post("2026-11-19", accepted: 1, $"""
            {Header}
            P-1,East,East 1,social-worker,1,vacant,,2026-08-31,
            """);

        // Wednesday: nineteen whole posts and 0.99 of one filled, a hundredth vacant.
        var whole = Enumerable.Range(1, 19).Select(i => $"P-{i},East,East 1,social-worker,1,filled,W-{i},,2026-01-05");
        await Post("2026-11-18", accepted: 21, string.Join('\n', [Header, .. whole, "P-20,East,East 1,social-worker,0.99,filled,W-20,,2026-01-05", "P-21,East,East 1,social-worker,0.01,vacant,,2026-08-31,"]));
    }

    [Test]
    public Task Vacancy_rate() => AssertFigures("vacancy-rate", Friday,
        // 0.8 vacant and 0.6 covered of 1 + 0.5 + 0.8 + 0.6 + 0.25 = 3.15: 44.44.
        total: "1.4/3.15 44.4",
        // East 0.8 of 2.3: 34.78. West 0.6 of 0.85: 70.59.
        locality: ["East 0.8/2.3 34.8", "West 0.6/0.85 70.6"],
        team: ["East 1 0/1.5 0", "East 2 0.8/0.8 100", "West 1 0.6/0.85 70.6"],
        // Social workers 0.6 of 1 + 0.5 + 0.6 = 2.1: 28.57.
        category: ["health-visitor 0/0.25 0", "social-worker 0.6/2.1 28.6", "team-manager 0.8/0.8 100"]);

    [Test]
    public Task Agency_rate() => AssertFigures("agency-rate", Friday,
        // 0.6 of what is filled or covered, 1 + 0.5 + 0.6 + 0.25 = 2.35: 25.53.
        total: "0.6/2.35 25.5",
        locality: ["East 0/1.5 0", "West 0.6/0.85 70.6"],
        team: ["East 1 0/1.5 0", "West 1 0.6/0.85 70.6"],
        category: ["health-visitor 0/0.25 0", "social-worker 0.6/2.1 28.6"]);

    [Test]
    public Task DBS_checks_in_date() => AssertFigures("dbs-checks-in-date", Friday,
        // P-1 three years ago to the day is in date, P-2 a day more is not; P-4 is; P-5 has none; P-3 is vacant.
        total: "2/4 50",
        locality: ["East 1/2 50", "West 1/2 50"],
        team: ["East 1 1/2 50", "West 1 1/2 50"],
        category: ["health-visitor 0/1 0", "social-worker 2/3 66.7"]);

    [Test]
    public async Task DBS_checks_on_29_February_are_counted_from_the_28th()
    {
        await using var service = new SafeguardingMetrics.Tests.Support.TestService();
        service.Clock.SetUtcNow(new DateTimeOffset(2028, 2, 29, 12, 0, 0, TimeSpan.Zero));
        await service.Post("workforce-posts", "2028-02-29", $"""
            {Header}
            P-1,East,East 1,social-worker,1,filled,W-1,,2025-02-28
            P-2,East,East 1,social-worker,1,filled,W-2,,2025-02-27
            P-3,East,East 1,social-worker,1,filled,W-3,,2025-03-01
            """, "text/csv");

        var figure = (await service.Values("dbs-checks-in-date", "interval=day&from=2028-02-29&to=2028-02-29"))[0]!;

        Assert.That($"{figure["numerator"]}/{figure["denominator"]} {figure["value"]}", Is.EqualTo("2/3 66.7"));
    }

    [Test]
    public Task A_rate_halfway_between_two_is_rounded_up() => AssertFigures("vacancy-rate", "2026-11-18",
        // 0.01 of 20: 0.05.
        total: "0.01/20 0.1", locality: ["East 0.01/20 0.1"]);

    [Test]
    public async Task Where_there_is_nothing_to_count_the_figure_does_not_apply()
    {
        await AssertFigures("vacancy-rate", "2026-11-19", total: "1/1 100", category: ["social-worker 1/1 100"]);
        await AssertFigures("agency-rate", "2026-11-19", total: "0/0 z", category: []);
        await AssertFigures("dbs-checks-in-date", "2026-11-19", total: "0/0 z", category: []);
    }
}
