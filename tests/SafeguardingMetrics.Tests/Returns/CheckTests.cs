using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class CheckTests
{
    private static readonly JsonArray Records =
    [
        VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateMissed("V-2", "2026-11-04"), VisitRecords.CreateFaulty("V-3"),
        VisitRecords.CreateMade("V-1", "2026-11-05"), VisitRecords.CreateMade("V-4", "2026-09-01", "2026-11-06"),
        new JsonObject(
            VisitRecords.CreateMade("V-5", "2026-11-06").Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())))
        {
            ["shoeSize"] = 7,
        },
    ];

    [Test]
    public async Task A_check_gives_the_receipt_that_submitting_gives_but_for_id_and_instant_and_keeps_nothing()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-02", 1, 3));
        var before = await Everything(service);

        var checkedFirst =
            await service.Post("statutory-visits/check", "2026-11", Records.ToJsonString(), "application/json", "demo-social-care");
        var between = await Everything(service);
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        var submitted = await service.Post("statutory-visits", "2026-11", Records);

        Assert.That(checkedFirst.Status, Is.EqualTo(HttpStatusCode.OK), checkedFirst.Text);
        Assert.That(between, Is.EqualTo(before));
        Assert.That(submitted.Status, Is.EqualTo(HttpStatusCode.Created), submitted.Text);
        Assert.That(checkedFirst.Json["returnId"], Is.Null);
        Assert.That(WithoutIdAndInstant(checkedFirst), Is.EqualTo(WithoutIdAndInstant(submitted)));
        Assert.That(
            checkedFirst.Findings,
            Is.EqualTo(new[] { "3 R02 dueOn", "4 R04 visitId", "5 SV01 dueOn", "5 SV06 visitedOn", "R05 shoeSize", "R18" }).AsCollection);
        Assert.That(checkedFirst.Json["indicators"]!.AsArray(), Is.Not.Empty);
    }

    [Test]
    public async Task A_check_of_a_return_that_would_be_rejected_says_so_and_keeps_nothing()
    {
        await using var service = new TestService();

        var hopeless =
            await service.Post("statutory-visits/check", "2026-11", new JsonArray(VisitRecords.CreateFaulty("V-1")), "demo-social-care");
        var strict = await service.Post(
            "statutory-visits/check",
            "2026-11",
            new JsonArray(VisitRecords.CreateFaulty("V-1"), VisitRecords.CreateMade("V-2", "2026-11-03")),
            "demo-social-care",
            "handling=strict");

        Assert.That(new[] { hopeless.Status, strict.Status }, Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(new[] { (string?)hopeless.Json["status"], (string?)strict.Json["status"] }, Is.All.EqualTo("rejected"));
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_check_of_what_cannot_be_read_or_lies_ahead_is_refused_and_the_attempt_is_not_kept()
    {
        await using var service = new TestService();

        var unreadable = await service.Post("statutory-visits/check", "2026-11", "[{]", "application/json", "demo-social-care");
        var ahead = await service.Post("statutory-visits/check", "2026-12", new JsonArray(), "demo-social-care");

        RefusalTests.Refused(unreadable, 400, "unreadable-body");
        RefusalTests.Refused(ahead, 422, "period-ahead");
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_checked_return_can_still_be_checked_after_it_was_submitted()
    {
        await using var service = new TestService();
        var submitted = await service.Post("statutory-visits", "2026-11", Records);

        var again = await service.Post("statutory-visits/check", "2026-11", Records.ToJsonString(), "application/json", "demo-social-care");

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK), again.Text);
        Assert.That(again.Json["records"]!.ToJsonString(), Is.EqualTo(submitted.Json["records"]!.ToJsonString()));
        Assert.That(again.Json["indicators"]!.AsArray(), Is.Empty);
    }

    private static string WithoutIdAndInstant(ApiResponse receipt)
    {
        var json = receipt.Json.AsObject();
        json.Remove("returnId");
        json.Remove("receivedAt");
        return json.ToJsonString();
    }

    private static async Task<string> Everything(TestService service) => string.Join('\n',
        (await service.Get("/v1/returns")).Text,
        (await service.Get("/v1/indicator-values?from=2026-09-01&to=2026-11-30")).Text,
        (await service.Get("/v1/data-quality")).Text);
}
