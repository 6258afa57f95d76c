using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// What agencies and boards see while the database fails in passing: no lost return, no doubled one, no half one.
/// </summary>
[OnEachEngine]
public sealed class ResilienceTests
{
    private static readonly JsonArray Visits =
    [
        new JsonObject
        {
            ["visitId"] = "V-1",
            ["childId"] = "C-1",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["visitType"] = "looked-after",
            ["dueOn"] = "2026-11-03",
            ["visitedOn"] = "2026-11-02",
            ["childSeen"] = true,
            ["seenAlone"] = true,
        },
        new JsonObject
        {
            ["visitId"] = "V-2",
            ["childId"] = "C-2",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["visitType"] = "looked-after",
            ["dueOn"] = "2026-11-31",
        },
    ];

    [Test]
    public async Task Connections_that_fail_and_come_back_go_unnoticed()
    {
        await using var faulty = await Start();
        faulty.Engine.FailingConnections = 3;

        var answer = await faulty.Service.Post("statutory-visits", "2026-11", Visits);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That(faulty.Engine.Failures, Is.EqualTo(3));
    }

    [Test]
    public async Task A_commit_that_failed_is_done_again_whole()
    {
        await using var faulty = await Start();
        faulty.Engine.FailingCommits = 2;

        var answer = await faulty.Service.Post("statutory-visits", "2026-11", Visits);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        await AssertStoredOnce(faulty.Service, answer);
    }

    [Test]
    public async Task A_commit_whose_answer_was_lost_is_not_done_twice()
    {
        await using var faulty = await Start();
        faulty.Engine.LostCommits = 1;

        var answer = await faulty.Service.Post("statutory-visits", "2026-11", Visits);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        await AssertStoredOnce(faulty.Service, answer);
    }

    [Test]
    public async Task A_rejected_attempt_whose_commit_was_lost_is_recorded_once()
    {
        await using var faulty = await Start();
        faulty.Engine.LostCommits = 1;
        var answer = await faulty.Service.Post("statutory-visits", "2026-11", new JsonArray(Visits[1]!.DeepClone()));
        faulty.Engine.LostCommits = 1;
        var unreadable = await faulty.Service.Post("statutory-visits", "2026-11", "[", "application/json");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.Text);
        Assert.That(unreadable.Status, Is.EqualTo(HttpStatusCode.BadRequest), unreadable.Text);
        Assert.That(await ReturnIds(faulty.Service), Is.EquivalentTo(new[] { answer.ReturnId, unreadable.ReturnId }));
    }

    [Test]
    public async Task A_withdrawal_whose_commit_was_lost_is_a_withdrawal()
    {
        await using var faulty = await Start();
        var posted = await faulty.Service.Post("statutory-visits", "2026-11", Visits);
        faulty.Engine.LostCommits = 1;

        var withdrawn = await faulty.Service.Delete($"/v1/returns/{posted.ReturnId}", "demo-social-care");

        Assert.That(withdrawn.Status, Is.EqualTo(HttpStatusCode.OK), withdrawn.Text);
        Assert.That((string)withdrawn.Json["status"]!, Is.EqualTo("withdrawn"));
    }

    [Test]
    public async Task A_dead_database_is_503_with_Retry_After_and_the_service_recovers_by_itself()
    {
        await using var faulty = await Start();
        faulty.Engine.FailingConnections = int.MaxValue;

        var answers = new List<ApiResponse>();
        // Enough of them, beside what succeeded at the start.
        for (var i = 0; i < 6; i++) answers.Add(await faulty.Service.Get("/v1/indicators/visits-on-time/values", "demo-board"));
        var ready = await faulty.Service.Get("/health/ready", null);
        var asked = faulty.Engine.Failures;
        var whileOpen = await faulty.Service.Get("/v1/indicators/visits-on-time/values", "demo-board");

        Assert.That(
            answers.Select(answer => (answer.Status, answer.Problem, answer.Headers["Retry-After"])),
            Is.All.EqualTo((HttpStatusCode.ServiceUnavailable, "database-unavailable", "5")));
        Assert.That(ready.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(whileOpen.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(faulty.Engine.Failures, Is.EqualTo(asked), "while the circuit is open nobody asks the database");

        faulty.Engine.FailingConnections = 0;
        Assert.That(async () => (await faulty.Service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK).After(20_000, 250));
        Assert.That((await faulty.Service.Get("/v1/indicators/visits-on-time/values", "demo-board")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static async Task AssertStoredOnce(TestService service, ApiResponse receipt)
    {
        Assert.That(await ReturnIds(service), Is.EqualTo(new[] { receipt.ReturnId }));
        Assert.That((await service.Get($"/v1/returns/{receipt.ReturnId}")).Text, Is.EqualTo(receipt.Text));
        Assert.That((await service.Get($"/v1/returns/{receipt.ReturnId}/findings")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        var value = (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That((int)value["denominator"]!, Is.EqualTo(1));
    }

    private static async Task<IEnumerable<string>> ReturnIds(TestService service) =>
        (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!);

    private static async Task<Faulty> Start()
    {
        var service = new TestService
        {
            Replace = services =>
            {
                var real = services.Last(service => service.ServiceType == typeof(Engine));
                services.AddSingleton<Engine>(provider => new FaultyEngine((Engine)real.ImplementationFactory!(provider)));
            },
        };
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));
        return new Faulty(service, (FaultyEngine)service.Services.GetRequiredService<Engine>());
    }

    private sealed record Faulty(TestService Service, FaultyEngine Engine) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Service.DisposeAsync();
    }
}
