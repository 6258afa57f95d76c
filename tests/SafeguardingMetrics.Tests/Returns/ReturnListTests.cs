using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ReturnListTests
{
    [Test]
    public async Task Each_filter_leaves_what_it_says()
    {
        await using var service = new TestService();
        var superseded =
            (await service.Post("statutory-visits", "2026-09", new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-03")))).ReturnId;
        var accepted = (await service.Post(
            "statutory-visits",
            "2026-09",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-09-03"), VisitRecords.CreateMade("V-2", "2026-09-03")))).ReturnId;
        var found = (await service.Post(
            "statutory-visits",
            "2026-10-10",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-10"), VisitRecords.CreateFaulty("V-2")))).ReturnId;
        var withdrawn = (await service.Post("statutory-visits", "2026-11-01/2026-11-05", new JsonArray())).ReturnId;
        await service.Delete($"/v1/returns/{withdrawn}", "demo-social-care");
        var rejected = (await service.Post("statutory-visits", "2026-11-03", new JsonArray(VisitRecords.CreateFaulty("V-1")))).ReturnId;
        var ahead = (await service.Post("statutory-visits", "2026-12", new JsonArray())).ReturnId;
        var posts = (await service.Post("workforce-posts", "2026-11-20", new JsonArray())).ReturnId;
        var health = (await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-health")).ReturnId;

        async Task Lists(string query, params string[] ids) =>
            Assert.That(
                (await service.Get($"/v1/returns?{query}")).Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!),
                Is.EquivalentTo(ids),
                query);

        await Lists("", superseded, accepted, found, withdrawn, rejected, ahead, posts, health);
        await Lists("agency=EXA-ICB", health);
        await Lists("agency=NOBODY");
        await Lists("dataset=workforce-posts", posts, health);
        await Lists("status=accepted", accepted, posts, health);
        await Lists("status=accepted-with-findings", found);
        await Lists("status=superseded", superseded);
        await Lists("status=withdrawn", withdrawn);
        await Lists("status=rejected", rejected, ahead);
        await Lists("from=2026-10-10&to=2026-10-10", found);
        await Lists("from=2026-10-11", withdrawn, rejected, ahead, posts, health);
        await Lists("from=2026-11-05&to=2026-11-19", withdrawn);
        await Lists("to=2026-10-09", superseded, accepted);
        await Lists("agency=EXA-CSC&dataset=statutory-visits&status=rejected&from=2026-12-31", ahead);
    }

    [Test]
    public async Task Pages_follow_one_another_without_a_gap_or_a_double_newest_first()
    {
        await using var service = new TestService();
        var sent = new List<string>();
        for (var i = 0; i < 23; i++)
        {
            // Some in the same instant, where only their ids tell them apart.
            if (i % 4 == 0) service.Clock.Advance(TimeSpan.FromMilliseconds(1));
            sent.Add(
                (await service.Post(i % 3 == 0 ? "workforce-posts" : "open-cases", $"2026-11-{1 + i % 22:00}", new JsonArray())).ReturnId);
        }

        foreach (var (query, among) in new[]
        {
            ("limit=5", sent),
            ("limit=1&dataset=open-cases", [.. sent.Where((_, i) => i % 3 != 0)]),
            ("limit=23", sent),
            ("limit=1000", sent),
        })
        {
            var listed = new List<JsonNode>();
            var next = $"/v1/returns?{query}";
            for (var page = 0; next is not null; page++)
            {
                Assert.That(page, Is.LessThan(30));
                var answer = await service.Get(next);
                Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.Text);
                listed.AddRange(answer.Json["items"]!.AsArray()!);
                next = (string?)answer.Json["next"];
                Assert.That(answer.Headers.GetValueOrDefault("Link"), Is.EqualTo(next is null ? null : $"<{next}>; rel=\"next\""));
            }

            Assert.That(listed.Select(item => (string)item["returnId"]!), Is.EquivalentTo(among), query);
            Assert.That(listed.Select(item => (DateTimeOffset)item["receivedAt"]!), Is.Ordered.Descending, query);
        }
    }

    [Test]
    public async Task A_page_goes_on_where_it_ended_though_newer_returns_have_come()
    {
        await using var service = new TestService();
        var old = new List<string>();
        for (var i = 1; i <= 4; i++)
        {
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            old.Add((await service.Post("open-cases", $"2026-11-0{i}", new JsonArray())).ReturnId);
        }

        var first = await service.Get("/v1/returns?limit=2");
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        await service.Post("open-cases", "2026-11-09", new JsonArray());
        var second = await service.Get((string)first.Json["next"]!);

        Assert.That(second.Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!), Is.EqualTo(new[] { old[1], old[0] }));
        Assert.That(second.Json["next"], Is.Null);
    }

    [Test]
    public async Task An_agency_sees_its_own_and_a_partnership_key_sees_all()
    {
        await using var service = new TestService();
        var own = await service.Post("workforce-posts", "2026-11-20", new JsonArray());
        var other = await service.Post("workforce-posts", "2026-11-20", new JsonArray(), "demo-health");

        Assert.That(
            (await service.Get("/v1/returns", "demo-social-care")).Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!),
            Is.EqualTo(new[] { own.ReturnId }));
        Assert.That((await service.Get("/v1/returns?agency=EXA-ICB", "demo-social-care")).Json["items"]!.AsArray(), Is.Empty);
        foreach (var address in new[]
        {
            $"/v1/returns/{other.ReturnId}",
            $"/v1/returns/{other.ReturnId}/findings",
            $"/v1/returns/{other.ReturnId}/findings?format=csv",
            "/v1/returns/zebedee",
            "/v1/returns/zebedee/findings",
        })
        {
            var answer = await service.Get(address, "demo-social-care");
            RefusalTests.Refused(answer, 404, "unknown-return");
            Assert.That(answer.Text, Does.Not.Contain("zebedee"));
        }

        RefusalTests.Refused(await service.Delete($"/v1/returns/{other.ReturnId}", "demo-social-care"), 404, "unknown-return");
        foreach (var key in new[] { "demo-analyst", "demo-admin" })
            Assert.That((await service.Get($"/v1/returns/{other.ReturnId}", key)).ReturnId, Is.EqualTo(other.ReturnId));
        RefusalTests.Refused(await service.Get("/v1/returns", "demo-board"), 403, "not-permitted");
        RefusalTests.Refused(await service.Delete($"/v1/returns/{own.ReturnId}", "demo-admin"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/returns", null), 401, "unauthenticated");
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused()
    {
        await using var service = new TestService();
        foreach (var query in new[]
        {
            "limit=0", "limit=1001", "limit=ten", "limit=", "from=2026-13-01", "to=2026-11", "dataset=visits", "status=arriving",
            "status=Accepted", "cursor=zebedee", "cursor=!!", "cursor=eHx5", "cursor=eA",
        })
        {
            var answer = await service.Get($"/v1/returns?{query}");
            RefusalTests.Refused(answer, 400, "invalid-parameter", query);
            Assert.That(answer.Text, Does.Not.Contain("zebedee"));
        }
    }

    [Test]
    public async Task A_receipt_keeps_what_it_said_and_tells_how_the_return_stands_now()
    {
        await using var service = new TestService();
        var first = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        var part = await service.Post("statutory-visits", "2026-11-10", new JsonArray());

        async Task<string> Status(ApiResponse of)
        {
            var now = (await service.Get($"/v1/returns/{of.ReturnId}", "demo-social-care")).Json.AsObject();
            var given = of.Json.AsObject();
            var status = (string)now["status"]!;
            now.Remove("status");
            given.Remove("status");
            Assert.That(now.ToJsonString(), Is.EqualTo(given.ToJsonString()));
            return status;
        }

        Assert.That(await Status(first), Is.EqualTo("accepted-with-findings"));
        var whole = await service.Post("statutory-visits", "2026-11", new JsonArray());
        Assert.That(
            (await Status(first), await Status(part), await Status(whole)),
            Is.EqualTo(("superseded", "superseded", "accepted-with-findings")));
        await service.Delete($"/v1/returns/{whole.ReturnId}", "demo-social-care");
        Assert.That(
            (await Status(first), await Status(part), await Status(whole)),
            Is.EqualTo(("accepted-with-findings", "accepted", "withdrawn")));
        await service.Delete($"/v1/returns/{first.ReturnId}", "demo-social-care");
        Assert.That((await Status(first), await Status(part)), Is.EqualTo(("withdrawn", "accepted")));
    }

    [Test]
    public async Task Withdrawing_answers_with_the_receipt_and_cannot_be_done_twice()
    {
        await using var service = new TestService();
        var stored = await service.Post("statutory-visits", "2026-11", new JsonArray());
        var beneath = await service.Post("statutory-visits", "2026-10", new JsonArray());
        await service.Post("statutory-visits", "2026-10", new JsonArray(VisitRecords.CreateMade("V-1", "2026-10-01")));
        var rejected = await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateFaulty("V-1")));

        var first = await service.Delete($"/v1/returns/{stored.ReturnId}", "demo-social-care");
        Assert.That(
            (first.Status, (string?)first.Json["status"], first.ReturnId),
            Is.EqualTo((HttpStatusCode.OK, "withdrawn", stored.ReturnId)));
        RefusalTests.Refused(await service.Delete($"/v1/returns/{stored.ReturnId}", "demo-social-care"), 409, "not-withdrawable");
        RefusalTests.Refused(await service.Delete($"/v1/returns/{rejected.ReturnId}", "demo-social-care"), 409, "not-withdrawable");
        Assert.That(
            (string?)(await service.Delete($"/v1/returns/{beneath.ReturnId}", "demo-social-care")).Json["status"],
            Is.EqualTo("withdrawn"));
        RefusalTests.Refused(await service.Delete($"/v1/returns/{stored.ReturnId}", "demo-board"), 403, "not-permitted");
    }
}
