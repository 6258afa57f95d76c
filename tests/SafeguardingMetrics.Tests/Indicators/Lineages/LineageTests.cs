using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Lineages;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class LineageTests
{
    private const string Days = "from=2026-11-01&to=2026-11-22";

    [Test]
    public async Task A_figure_says_which_days_of_which_returns_it_rests_on_and_what_was_wrong_with_their_records()
    {
        await using var service = new TestService();
        var month = await service.Post(
            "statutory-visits",
            "2026-11-01/2026-11-20",
            new JsonArray(
                VisitRecords.CreateMade("V-1", "2026-11-03"),
                VisitRecords.CreateMissed("V-2", "2026-11-04"),
                VisitRecords.CreateFaulty("V-3")));
        service.Clock.Advance(TimeSpan.FromHours(1));
        var day = await service.Post("statutory-visits", "2026-11-04", new JsonArray());

        Assert.That(await Lines(service, Days), Is.EqualTo(new[]
        {
            $"2026-11 {month.ReturnId} EXA-CSC accepted-with-findings 3/2/1 2026-11-01..2026-11-03,2026-11-05..2026-11-20 {Rules(month)}",
            $"2026-11 {day.ReturnId} EXA-CSC accepted-with-findings 0/0/0 2026-11-04..2026-11-04 {Rules(day)}",
        }));
        Assert.That(
            await Lines(service, $"{Days}&knownAt=2026-11-22T12:30:00Z"),
            Is.EqualTo(new[] { $"2026-11 {month.ReturnId} EXA-CSC accepted-with-findings 3/2/1 2026-11-01..2026-11-20 {Rules(month)}" }));
        Assert.That(Rules(month), Is.Not.Empty);

        // By weeks only the returns of each, and of a week that nobody reported none.
        Assert.That(
            (await Lines(service, "from=2026-11-02&to=2026-11-29&interval=week"))
                .Select(line => line[..8])
                .CountBy(week => week)
                .Select(week => $"{week.Key} {week.Value}"),
            Is.EqualTo(new[] { "2026-W45 2", "2026-W46 1", "2026-W47 1" }));
    }

    [Test]
    public async Task Of_one_agency_only_its_own_returns_are_given()
    {
        await using var service = new TestService();
        foreach (var key in new[] { "demo-social-care", "demo-health" })
            await service.Post("workforce-posts", "2026-11-20", PostRecords.CreateMany(filled: 3, vacant: 1), key);

        foreach (var (filter, agencies) in new[]
        {
            ("", new[] { "EXA-CSC", "EXA-ICB" }), ("&agency=EXA-ICB", ["EXA-ICB"]), ("&by=agency&member=EXA-CSC", ["EXA-CSC"]),
            ("&by=locality,sector&member=East&member2=health", ["EXA-ICB"]), ("&by=locality&member=East", ["EXA-CSC", "EXA-ICB"]),
        })
            Assert.That(
                (await Lines(service, Days + filter, "vacancy-rate")).Select(line => line.Split(' ')[2]),
                Is.EqualTo(agencies),
                filter);
    }

    [Test]
    public async Task It_is_for_those_who_may_see_cases_and_asked_for_rightly()
    {
        await using var service = new TestService();
        foreach (var key in new[] { "demo-board", "demo-social-care" })
            RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/lineage", key), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee/lineage", "demo-analyst"), 404, "unknown-indicator");
        foreach (var query in new[] { "member=East", "by=colour", "by=team&member2=x", "agency=NOBODY", "from=2026", "by=ethnicity" })
            RefusalTests.Refused(
                await service.Get($"/v1/indicators/visits-on-time/lineage?{query}", "demo-analyst"), 400, "invalid-parameter", query);
    }

    private static string Rules(ApiResponse receipt) =>
        string.Join(',', receipt.Json["rules"]!.AsArray().Select(rule => $"{rule!["code"]}:{rule["findings"]}"));

    private static async Task<List<string>> Lines(TestService service, string query, string code = "visits-on-time")
    {
        var answer = await service.Get($"/v1/indicators/{code}/lineage?{query}", "demo-analyst");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return
        [
            .. answer.Json["figures"]!.AsArray().SelectMany(figure => figure!["returns"]!.AsArray().Select(sent =>
                $"{figure["period"]} {sent!["returnId"]} {sent["agency"]} {sent["status"]} "
                + $"{sent["records"]!["received"]}/{sent["records"]!["accepted"]}/{sent["records"]!["rejected"]} "
                + $"{string.Join(',', sent["segments"]!.AsArray().Select(segment => $"{segment!["from"]}..{segment["to"]}"))} "
                + $"{string.Join(',', sent["rules"]!.AsArray().Select(rule => $"{rule!["code"]}:{rule["findings"]}"))}")),
        ];
    }
}
