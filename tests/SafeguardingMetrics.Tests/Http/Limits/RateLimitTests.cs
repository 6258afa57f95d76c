using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Http.Limits;

/// <summary>How often a client may ask, and what it is told of that.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class RateLimitTests
{
    [Test]
    public async Task A_spent_budget_is_429_until_its_window_ends_and_every_answer_says_how_it_stands()
    {
        await using var service = With(("Requests", "3"));

        for (var left = 2; left >= 0; left--)
        {
            var answer = await service.Get("/v1/datasets", "demo-board");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                (answer.Headers["RateLimit-Policy"], answer.Headers["RateLimit"]),
                Is.EqualTo(("\"requests\";q=3;w=60", $"\"requests\";r={left};t={60 - 10 * (2 - left)}")));
            service.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        var refused = await service.Get("/v1/datasets", "demo-board");
        Refused(refused, 429, "too-many-requests");
        Assert.That((refused.Headers["RateLimit"], refused.Headers["Retry-After"]), Is.EqualTo(("\"requests\";r=0;t=30", "30")));

        service.Clock.Advance(TimeSpan.FromSeconds(29));
        Refused(await service.Get("/v1/datasets", "demo-board"), 429, "too-many-requests");
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await service.Get("/v1/datasets", "demo-board")).Headers["RateLimit"], Is.EqualTo("\"requests\";r=2;t=60"));
    }

    [Test]
    public async Task Returns_and_everything_else_have_budgets_of_their_own_and_so_has_each_client()
    {
        await using var service = With(("Submissions", "2"), ("Requests", "2"));
        var empty = new JsonArray();

        Assert.That((int)(await service.Post("statutory-visits", "2026-11", empty)).Status, Is.EqualTo(201));
        Assert.That((int)(await service.Post("statutory-visits/check", "2026-11", empty)).Status, Is.EqualTo(200));
        var third = await service.Post("statutory-visits", "2026-11", empty);
        Refused(third, 429, "too-many-requests");
        Assert.That(third.Headers["RateLimit-Policy"], Is.EqualTo("\"submissions\";q=2;w=60"));

        Assert.That((int)(await service.Post("police-notifications", "2026-11", empty)).Status, Is.EqualTo(201));
        for (var i = 0; i < 2; i++)
            Assert.That((await service.Get("/v1/returns", "demo-social-care")).Status, Is.EqualTo(HttpStatusCode.OK));
        Refused(await service.Get("/v1/returns", "demo-social-care"), 429, "too-many-requests");
        Assert.That((await service.Get("/v1/returns", "demo-police")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Without_a_valid_key_the_budget_is_the_address_s_and_probes_have_their_own()
    {
        await using var service = With(("AnonymousRequests", "2"), ("Probes", "5"));

        Assert.That((int)(await service.Get("/v1/datasets", null)).Status, Is.EqualTo(401));
        Assert.That((int)(await service.Get("/problems", null)).Status, Is.EqualTo(200));
        // Another key that is not known is no other caller.
        Refused(await service.Get("/v1/datasets", "a-guess"), 429, "too-many-requests");
        Refused(await service.Get("/nothing", null), 429, "too-many-requests");
        for (var i = 0; i < 5; i++)
        {
            var probe = await service.Get("/health/live", null);
            Assert.That(probe.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(probe.Headers["RateLimit"], Does.StartWith($"\"probes\";r={4 - i};"));
        }

        Refused(await service.Get("/health/ready", null), 429, "too-many-requests");

        Assert.That((int)(await service.Get("/v1/datasets", "demo-board")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task A_clock_that_is_set_back_shuts_nobody_out()
    {
        await using var service = With(("Requests", "1"));
        service.Clock.AdjustTime(service.Clock.GetUtcNow().AddDays(1));
        Assert.That((int)(await service.Get("/v1/datasets", "demo-board")).Status, Is.EqualTo(200));
        service.Clock.AdjustTime(service.Clock.GetUtcNow().AddDays(-1));

        Assert.That((int)(await service.Get("/v1/datasets", "demo-board")).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task One_client_s_returns_at_once_are_limited_and_take_nobody_else_s_turn()
    {
        var gate = new WriteGate { Whose = "returns/EXA-CSC/" };
        await using var service = With(gate, ("ClientSubmissionsAtOnce", "1"), ("ClientSubmissionsWaiting", "0"));
        var first = await Held(service, gate);

        var second = await service.Post("statutory-visits", "2026-11", new JsonArray());
        var other = await service.Post("police-notifications", "2026-11", new JsonArray());
        gate.Open();

        Refused(second, 429, "too-many-at-once");
        Assert.That(int.Parse(second.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture), Is.GreaterThan(0));
        Assert.That((int)other.Status, Is.EqualTo(201));
        Assert.That((int)(await first.Post).Status, Is.EqualTo(201));
        Assert.That(
            (int)(await service.Post("statutory-visits", "2026-11", new JsonArray())).Status,
            Is.EqualTo(201),
            "its turn is given back");
    }

    [Test]
    public async Task All_returns_at_once_are_limited()
    {
        var gate = new WriteGate { Whose = "returns/EXA-CSC/" };
        await using var service = With(gate, ("SubmissionsAtOnce", "1"), ("SubmissionsWaiting", "0"));
        var first = await Held(service, gate);

        var other = await service.Post("police-notifications", "2026-11", new JsonArray());
        gate.Open();

        Refused(other, 503, "busy");
        Assert.That(other.Headers, Does.ContainKey("Retry-After"));
        Assert.That((int)(await first.Post).Status, Is.EqualTo(201));
        Assert.That((int)(await service.Post("police-notifications", "2026-11", new JsonArray())).Status, Is.EqualTo(201));
    }

    [Test]
    public async Task Those_that_may_wait_wait_their_turn()
    {
        await using var service = With(("ClientSubmissionsAtOnce", "1"), ("ClientSubmissionsWaiting", "9"));

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 10).Select(day => service.Post("statutory-visits", $"2026-11-{day:00}", new JsonArray())));

        Assert.That(answers.Select(answer => (int)answer.Status), Is.All.EqualTo(201));
    }

    // In a record, or the test would wait for the post itself.
    private static async Task<(Task<ApiResponse> Post, WriteGate Gate)> Held(TestService service, WriteGate gate)
    {
        await service.Get("/health/ready", null);
        gate.Close();
        var post = service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", 3, 0));
        await gate.Reached;
        return (post, gate);
    }

    private static TestService With(WriteGate gate, params (string Limit, string Value)[] limits) =>
        new() { Setting = [.. limits.Select(limit => ($"Limits:{limit.Limit}", limit.Value))], Replace = gate.Before };

    private static TestService With(params (string Limit, string Value)[] limits) =>
        new() { Setting = [.. limits.Select(limit => ($"Limits:{limit.Limit}", limit.Value))] };
}
