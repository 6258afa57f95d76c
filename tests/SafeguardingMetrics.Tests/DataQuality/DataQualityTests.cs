using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.DataQuality;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class DataQualityTests
{
    private const string Columns =
        "by,member,returns,returnsRejected,recordsReceived,recordsAccepted,recordsRejected,recordsQueried,findings,completeness,"
        + "validity,uniqueness,consistency,timeliness,accuracy,severity,dimension,sentence,returnsHeld,returnsConfirmed,"
        + "recordsExplained,findingsExplained";

    [Test]
    public async Task Counts_are_given_by_agency_dataset_month_and_rule()
    {
        await using var service = await WithReturns();

        Assert.That(await Read(service, "by=agency"), Is.EqualTo(new[]
        {
            "EXA-CSC returns 4-1 records 10/5/5/2 findings 9 = c3 v2 u1 c0 t3 a0",
            "EXA-ICB returns 1-0 records 1/1/0/1 findings 1 = c1 v0 u0 c0 t0 a0",
        }));
        Assert.That(await Read(service, "by=dataset"), Is.EqualTo(new[]
        {
            "statutory-visits returns 2-1 records 8/3/5/1 findings 7 = c1 v2 u1 c0 t3 a0",
            "workforce-posts returns 3-0 records 3/3/0/2 findings 3 = c3 v0 u0 c0 t0 a0",
        }));
        Assert.That(await Read(service, "by=month"), Is.EqualTo(new[]
        {
            "2026-10 returns 2-0 records 5/3/2/1 findings 3 = c0 v1 u1 c0 t1 a0",
            "2026-11 returns 3-1 records 6/3/3/2 findings 7 = c4 v1 u0 c0 t2 a0",
        }));
        Assert.That(await Read(service, "by=rule"), Is.EqualTo(new[]
        {
            "R02 returns - records /// findings 2 = c0 v2 u0 c0 t0 a0",
            "R04 returns - records /// findings 1 = c0 v0 u1 c0 t0 a0",
            "R18 returns - records /// findings 1 = c1 v0 u0 c0 t0 a0",
            "SV01 returns - records /// findings 1 = c0 v0 u0 c0 t1 a0",
            "SV02 returns - records /// findings 1 = c1 v0 u0 c0 t0 a0",
            "SV06 returns - records /// findings 2 = c0 v0 u0 c0 t2 a0",
            "WP03 returns - records /// findings 2 = c2 v0 u0 c0 t0 a0",
        }));
        Assert.That(await Read(service, ""), Is.EqualTo(await Read(service, "by=agency")));
    }

    [Test]
    public async Task A_rule_s_row_says_what_the_rule_is()
    {
        await using var service = await WithReturns();

        var row = (await service.Get("/v1/data-quality?by=rule")).Json.AsArray().Single(row => (string)row!["member"]! == "WP03")!;

        Assert.That(
            ((string?)row["severity"], (string?)row["dimension"], (string?)row["sentence"]),
            Is.EqualTo(("query", "completeness", "A vacant post should say since when.")));
    }

    [Test]
    public async Task A_period_counts_where_it_shares_a_day_with_from_and_to()
    {
        await using var service = await WithReturns();

        Assert.That(await Members(service, "by=dataset&from=2026-11-01&to=2026-11-02"), Is.EqualTo(new[] { "statutory-visits" }));
        Assert.That(await Members(service, "by=month&from=2026-11-01&to=2026-11-01"), Is.EqualTo(new[] { "2026-11" }));
        Assert.That(await Members(service, "by=agency&from=2026-11-20&to=2026-11-20"), Is.EqualTo(new[] { "EXA-CSC", "EXA-ICB" }));
        Assert.That(await Members(service, "by=agency&from=2025-01-01&to=2025-12-31"), Is.Empty);
    }

    [Test]
    public async Task An_agency_reads_of_its_own_returns_only_and_a_board_of_all()
    {
        await using var service = await WithReturns();

        Assert.That(
            (await service.Get("/v1/data-quality", "demo-health")).Json.AsArray().Select(row => (string)row!["member"]!),
            Is.EqualTo(new[] { "EXA-ICB" }));
        Assert.That(
            (await service.Get("/v1/data-quality?by=rule", "demo-health")).Json.AsArray().Select(row => (string)row!["member"]!),
            Is.EqualTo(new[] { "WP03" }));
        Assert.That((await service.Get("/v1/data-quality", "demo-board")).Json.AsArray(), Has.Count.EqualTo(2));
        RefusalTests.Refused(await service.Get("/v1/data-quality", null), 401, "unauthenticated");
    }

    [Test]
    public async Task Withdrawn_and_wholly_superseded_returns_do_not_count_but_come_back_with_their_days()
    {
        await using var service = new TestService();
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        var newer = await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03")));

        Assert.That(await Read(service, ""), Is.EqualTo(new[] { "EXA-CSC returns 1-0 records 1/1/0/0 findings 0 = c0 v0 u0 c0 t0 a0" }));
        await service.Delete($"/v1/returns/{newer.ReturnId}", "demo-social-care");
        Assert.That(await Read(service, ""), Is.EqualTo(new[] { "EXA-CSC returns 1-0 records 2/1/1/0 findings 1 = c0 v1 u0 c0 t0 a0" }));
    }

    [Test]
    public async Task What_was_known_is_what_had_come_and_had_not_been_superseded_or_withdrawn_by_then()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11-05", new JsonArray(VisitRecords.CreateFaulty("V-1")));
        service.Clock.Advance(TimeSpan.FromDays(1));
        var first = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.Delete($"/v1/returns/{first.ReturnId}", "demo-social-care");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03")));
        const string Rejected = "EXA-CSC returns 0-1 records 1/0/1/0 findings 1 = c0 v1 u0 c0 t0 a0";

        Assert.That(await Read(service, "knownAt=2026-11-21"), Is.Empty);
        Assert.That(await Read(service, "knownAt=2026-11-22"), Is.EqualTo(new[] { Rejected }));
        Assert.That(
            await Read(service, "knownAt=2026-11-23"),
            Is.EqualTo(new[] { "EXA-CSC returns 1-1 records 3/1/2/0 findings 2 = c0 v2 u0 c0 t0 a0" }));
        Assert.That(await Read(service, "knownAt=2026-11-24"), Is.EqualTo(new[] { Rejected }));
        Assert.That(await Read(service, ""), Is.EqualTo(new[] { "EXA-CSC returns 1-1 records 2/1/1/0 findings 1 = c0 v1 u0 c0 t0 a0" }));
    }

    [Test]
    public async Task JSON_and_CSV_have_the_same_columns_also_when_empty()
    {
        await using var service = new TestService();

        Assert.That((await service.Get("/v1/data-quality?format=csv")).Text, Is.EqualTo(Columns + "\r\n"));
        Assert.That((await service.Get("/v1/data-quality")).Text, Is.EqualTo("[]"));
        await service.Post("statutory-visits", "2026-11", new JsonArray());
        Assert.That(
            (await service.Get("/v1/data-quality")).Json[0]!.AsObject().Select(member => member.Key),
            Is.EqualTo(Columns.Split(',')));
        Assert.That(
            (await service.Get("/v1/data-quality", accept: "text/csv")).Text,
            Is.EqualTo($"{Columns}\r\nagency,EXA-CSC,1,0,0,0,0,0,0,0,0,0,0,0,0,,,,0,0,0,0\r\n"));
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused()
    {
        await using var service = new TestService();
        foreach (var query in new[]
        {
            "by=team",
            "by=",
            "from=2026-13-01",
            "to=yesterday",
            "knownAt=then",
            "from=2026-11-02&to=2026-11-01",
            "format=xml",
        })
            RefusalTests.Refused(await service.Get($"/v1/data-quality?{query}"), 400, "invalid-parameter", query);
    }

    private static async Task<TestService> WithReturns()
    {
        var service = new TestService();
        var notSaid = VisitRecords.CreateMade("V-4", "2026-11-02");
        notSaid.Remove("childSeen");
        notSaid.Remove("seenAlone");
        // October: one very late (SV06, a query), one good, one that is no date (R02), one key a second time (R04).
        await Accepted(service.Post("statutory-visits", "2026-10", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-10-01", "2026-11-10"),
            VisitRecords.CreateMade("V-2", "2026-10-02"),
            VisitRecords.CreateFaulty("V-3"),
            VisitRecords.CreateMade("V-2", "2026-10-03"))));
        // November: one good; one not in the period, and therefore very late (SV01 and SV06); one that does not say
        // whether the child was seen (SV02).
        await Accepted(
            service.Post(
                "statutory-visits",
                "2026-11",
                new JsonArray(
                    VisitRecords.CreateMade("V-11", "2026-11-02"),
                    VisitRecords.CreateMade("V-12", "2026-09-03", "2026-11-03"),
                    notSaid)));
        // And one that is rejected whole (R02).
        Assert.That(
            (int)(await service.Post("statutory-visits", "2026-11-05", new JsonArray(VisitRecords.CreateFaulty("V-1")))).Status,
            Is.EqualTo(422));
        // October's posts twice: the first, which does not say since when the post is vacant, is superseded and does
        // not count.
        await Accepted(service.Post("workforce-posts", "2026-10-31", new JsonArray(Post("P-1"))));
        await Accepted(service.Post("workforce-posts", "2026-10-31", new JsonArray(Post("P-1", "2026-10-01"))));
        // November's of two agencies, neither of which says (WP03, a query). The first said so in October (R18, a query).
        await Accepted(service.Post("workforce-posts", "2026-11-20", new JsonArray(Post("P-1"))));
        await Accepted(service.Post("workforce-posts", "2026-11-20", new JsonArray(Post("P-1")), "demo-health"));
        return service;
    }

    private static async Task Accepted(Task<ApiResponse> sending)
    {
        var answer = await sending;
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }

    private static JsonObject Post(string id, string? since = null) => new()
    {
        ["postId"] = id,
        ["locality"] = "East",
        ["team"] = "East 1",
        ["role"] = "social-worker",
        ["fte"] = 0.5,
        ["status"] = "vacant",
        ["vacantSince"] = since,
    };

    private static async Task<IEnumerable<string>> Read(TestService service, string query)
    {
        var answer = await service.Get($"/v1/data-quality?{query}");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        return answer.Json.AsArray().Select(row =>
            $"{row!["member"]} returns {row["returns"]}-{row["returnsRejected"]} records "
            + $"{row["recordsReceived"]}/{row["recordsAccepted"]}/{row["recordsRejected"]}/{row["recordsQueried"]} "
            + $"findings {row["findings"]} = c{row["completeness"]} v{row["validity"]} u{row["uniqueness"]} c{row["consistency"]} "
            + $"t{row["timeliness"]} a{row["accuracy"]}");
    }

    private static async Task<IEnumerable<string>> Members(TestService service, string query) =>
        (await service.Get($"/v1/data-quality?{query}")).Json.AsArray().Select(row => (string)row!["member"]!);
}
