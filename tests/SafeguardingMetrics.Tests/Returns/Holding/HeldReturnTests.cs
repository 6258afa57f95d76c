using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>What becomes of a return that is held: confirmed, withdrawn, superseded, expired; strict, queued, sent again.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class HeldReturnTests
{
    private const string Month = "2026-10";

    [TestCase("demo-social-care")]
    [TestCase("demo-admin")]
    public async Task A_confirmed_return_takes_its_days_from_then_on(string key)
    {
        await using var service = new TestService();
        var (good, held) = await Hold(service);
        var between = service.Clock.GetUtcNow().AddMinutes(30).ToString("O", CultureInfo.InvariantCulture);
        service.Clock.Advance(TimeSpan.FromHours(1));

        var confirmed = await service.Confirm(held.ReturnId, key);

        Assert.That(confirmed.Status, Is.EqualTo(HttpStatusCode.OK), confirmed.Text);
        Assert.That((string)confirmed.Json["status"]!, Is.EqualTo("accepted"));
        Assert.That(confirmed.Json["supersedes"]!.AsArray().Select(id => (string)id!), Is.EqualTo(new[] { good.ReturnId }));
        Assert.That(confirmed.Json["indicators"]!.AsArray(), Is.Not.Empty);
        Assert.That(confirmed.Json["held"]!.ToJsonString(), Is.EqualTo(held.Json["held"]!.ToJsonString()));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(3));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31", between), Is.EqualTo(40), "known before the confirmation");
        Assert.That((await service.Status(good.ReturnId), await service.Status(held.ReturnId)), Is.EqualTo(("superseded", "accepted")));
        Assert.That((await service.Confirm(held.ReturnId, key)).Problem, Is.EqualTo("not-held"));
        var lines = (await service.Get("/v1/audit?act=confirm-return")).Json["items"]!.AsArray();
        Assert.That(lines.Select(line => $"{line!["outcome"]} {line["subject"]} {line["records"]}"),
            Has.Exactly(1).EqualTo($"accepted {held.ReturnId} 3"));
    }

    [Test]
    public async Task Its_place_among_the_returns_is_that_of_its_confirmation()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);
        var newer = await service.Post("statutory-visits", "2026-10-05/2026-10-07", HeldReturns.Visits("2026-10-06", 38));
        await service.Confirm(held.ReturnId);
        var count = await service.CountVisits("2026-10-01", "2026-10-31");

        await service.Delete($"/v1/returns/{newer.ReturnId}", "demo-social-care");

        Assert.That(newer.Status, Is.EqualTo(HttpStatusCode.Created), newer.Text);
        Assert.That(count, Is.EqualTo(3));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(3));
        await service.Delete($"/v1/returns/{held.ReturnId}", "demo-social-care");
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
    }

    [Test]
    public async Task Others_cannot_confirm_it_and_a_reason_is_needed()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);

        Assert.That((await service.Confirm(held.ReturnId, "demo-health")).Problem, Is.EqualTo("unknown-return"));
        Assert.That((await service.Confirm(held.ReturnId, "demo-analyst")).Problem, Is.EqualTo("not-permitted"));
        Assert.That((await service.Confirm($"{Guid.Empty}")).Problem, Is.EqualTo("unknown-return"));
        foreach (var reason in new[] { "", "   ", new string('x', 401), "The child is 999 000 0018." })
            Assert.That((await service.Confirm(held.ReturnId, reason: reason)).Problem, Is.EqualTo("invalid-confirmation"), reason);
        Assert.That(await service.Status(held.ReturnId), Is.EqualTo("held"));
    }

    [Test]
    public async Task A_withdrawn_one_is_held_no_longer_and_no_figure_moves()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);

        var withdrawn = await service.Delete($"/v1/returns/{held.ReturnId}", "demo-social-care");

        Assert.That((string)withdrawn.Json["status"]!, Is.EqualTo("withdrawn"), withdrawn.Text);
        Assert.That((await service.Confirm(held.ReturnId)).Problem, Is.EqualTo("not-held"));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
    }

    [Test]
    public async Task A_newer_return_over_all_its_days_ends_it_and_one_over_some_does_not()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);

        await service.Post("statutory-visits", "2026-10-05/2026-10-31", HeldReturns.Visits("2026-10-06", 39));
        Assert.That(await service.Status(held.ReturnId), Is.EqualTo("held"));
        await service.Post("statutory-visits", "2026-10-01/2026-11-01", HeldReturns.Visits("2026-10-06", 38));

        Assert.That(await service.Status(held.ReturnId), Is.EqualTo("superseded"));
        Assert.That((await service.Confirm(held.ReturnId)).Problem, Is.EqualTo("not-held"));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(38));
    }

    [Test]
    public async Task After_thirty_days_it_counts_for_nothing()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);

        service.Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(1));
        Assert.That((await service.Confirm(held.ReturnId)).Problem, Is.EqualTo("not-held"));
        await service.Services.GetServices<IHostedService>().OfType<ReturnHousekeeping>().Single().Sweep(CancellationToken.None);

        Assert.That(await service.Status(held.ReturnId), Is.EqualTo("expired"));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
        Assert.That((await service.Get("/v1/audit?act=expire-held-return")).Json["items"]!.AsArray().Single()!["subject"]!.ToString(),
            Is.EqualTo(held.ReturnId));
        HeldReturns.AssertHeld(await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 3)), "fewer-records");
    }

    [Test]
    public async Task With_handling_strict_it_is_refused_and_nothing_is_kept()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));

        var strict = await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 3), prefer: "handling=strict");

        Assert.That((strict.Status, strict.Problem), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "would-be-held")), strict.Text);
        Assert.That((string)strict.Json["detail"]!, Does.StartWith("3 records were accepted; 2026-10-01 to 2026-10-31 has 40 records"));
        Assert.That((int)strict.Json["held"]!["reasons"]![0]!["comparedWith"]!, Is.EqualTo(40));
        Assert.That((await service.Get("/v1/returns?status=held")).Json["items"]!.AsArray(), Is.Empty);
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(40));
    }

    [Test]
    public async Task A_queued_one_ends_with_the_receipt_of_a_held_return()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));
        const string Address = "/v1/returns/statutory-visits?period=2026-10";

        var queued = await service.Send("[]", prefer: "respond-async", address: Address);
        var outcome = await service.GetOutcome($"/v1/submissions/{queued.Json["submissionId"]}");
        var confirmed = await service.Send(
            HeldReturns.Visits("2026-10-06", 2).ToJsonString(), prefer: "respond-async", address: $"{Address}&confirmed=true");
        var taken = await service.GetOutcome($"/v1/submissions/{confirmed.Json["submissionId"]}");

        Assert.That((outcome.Status, (string)outcome.Json["status"]!), Is.EqualTo((HttpStatusCode.OK, "held")), outcome.Text);
        Assert.That((string)taken.Json["status"]!, Is.EqualTo("accepted-with-findings"), taken.Text);
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(2));
        Assert.That((await service.Get("/v1/audit?act=confirm-return")).Json["items"]!.AsArray().Single()!["subject"]!.ToString(),
            Is.EqualTo((string)confirmed.Json["submissionId"]!));
    }

    [Test]
    public async Task The_same_body_again_gets_the_same_receipt_and_with_its_key_also_after_the_confirmation()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));
        const string Address = "/v1/returns/statutory-visits?period=2026-10";
        var first = await service.Send("[]", idempotencyKey: "\"one\"", address: Address);
        service.Clock.Advance(TimeSpan.FromHours(1));

        var again = await service.Send("[]", address: Address);
        await service.Confirm(first.ReturnId);
        var byKey = await service.Send("[]", idempotencyKey: "\"one\"", address: Address);
        var taken = await service.Send("[]", address: Address);

        HeldReturns.AssertHeld(first, "fewer-records");
        Assert.That((again.Status, again.Text), Is.EqualTo((first.Status, first.Text)));
        Assert.That((byKey.Status, byKey.Text), Is.EqualTo((first.Status, first.Text)));
        Assert.That((taken.Status, taken.ReturnId), Is.EqualTo((HttpStatusCode.OK, first.ReturnId)), taken.Text);
    }

    [Test]
    public async Task Confirmed_beforehand_it_is_taken_with_a_query_and_seen_in_audit_and_data_quality()
    {
        await using var service = new TestService();
        var (_, held) = await Hold(service);

        var sent = await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 3), isConfirmed: true);
        using var client = service.CreateClientFor("demo-social-care");
        using var body = new StringContent("[]", null, "application/json");
        using var wrong = await client.PostAsync($"/v1/returns/statutory-visits?period={Month}&confirmed=yes", body);
        var lines = (await service.Get("/v1/audit?act=confirm-return")).Json["items"]!.AsArray();

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.Created), sent.Text);
        Assert.That(sent.Findings, Is.EqualTo(new[] { "R18" }));
        Assert.That(await service.Status(held.ReturnId), Is.EqualTo("superseded"));
        Assert.That(await service.CountVisits("2026-10-01", "2026-10-31"), Is.EqualTo(3));
        Assert.That(
            lines.Select(line => $"{line!["outcome"]} {line["subject"]}"),
            Is.EqualTo(new[] { $"beforehand {sent.ReturnId}" }));
        var row = (await service.Get("/v1/data-quality?by=agency&from=2026-10-01&to=2026-10-31")).Json.AsArray().Single()!;
        Assert.That(((int)row["returnsConfirmed"]!, (int)row["returnsHeld"]!), Is.EqualTo((1, 0)));
        Assert.That(wrong.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_check_says_that_the_return_would_be_held_and_why_and_keeps_nothing()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));

        var check = await service.Post("statutory-visits/check", Month, new JsonArray(), "demo-social-care");

        Assert.That((string)check.Json["status"]!, Is.EqualTo("held"), check.Text);
        Assert.That((string)check.Json["held"]!["reasons"]![0]!["code"]!, Is.EqualTo("fewer-records"));
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Until_it_is_confirmed_it_is_overdue_and_shown_as_held()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-09", HeldReturns.Visits("2026-09-08", 40, "A"));
        await service.Put(
            "/v1/return-schedule/statutory-visits/EXA-CSC",
            """{"validFrom":"2026-10-01","frequency":"month","dueDays":5,"dueTime":"17:00"}""");
        var held = await service.Post("statutory-visits", Month, new JsonArray());
        var before = await Overdue(service);
        var schedule = await Schedule(service);
        var list = (await service.Get("/v1/data-quality/held?from=2026-10-01&to=2026-10-31", "demo-social-care")).Json.AsArray();
        var hidden = (await service.Get("/v1/data-quality/held?from=2026-10-01&to=2026-10-31", "demo-board")).Json.AsArray();
        var quality = (await service.Get("/v1/data-quality?by=agency&from=2026-10-01&to=2026-10-31")).Json.AsArray().Single()!;

        await service.Confirm(held.ReturnId);

        Assert.That(before.Single()!["heldReturnId"]!.ToString(), Is.EqualTo(held.ReturnId));
        Assert.That(list.Single()!["reason"]!.ToString(), Does.StartWith("0 records were accepted"));
        Assert.That(hidden.Single()!["reason"], Is.Null);
        Assert.That(((int)quality["returnsHeld"]!, (int)quality["returns"]!), Is.EqualTo((1, 0)));
        Assert.That((schedule, await Schedule(service)), Is.EqualTo((1, 0)), "held returns in the schedule");
        Assert.That(await Overdue(service), Is.Empty);
        Assert.That((await service.Get("/v1/data-quality/held?from=2026-10-01&to=2026-10-31")).Json.AsArray(), Is.Empty);

        static async Task<int> Schedule(TestService service) =>
            (int)(await service.Get("/v1/return-schedule?dataset=statutory-visits", "demo-social-care")).Json[0]!["returnsHeld"]!;

        static async Task<JsonArray> Overdue(TestService service) =>
            (await service.Get("/v1/return-schedule/overdue?dataset=statutory-visits")).Json.AsArray();
    }

    // Forty visits, and then three for the same month: a return that is held.
    private static async Task<(ApiResponse Good, ApiResponse Held)> Hold(TestService service)
    {
        var good = await service.Post("statutory-visits", Month, HeldReturns.Visits("2026-10-06", 40));
        JsonArray three =
        [
            VisitRecords.CreateMade("V-1", "2026-10-06"), VisitRecords.CreateMade("V-2", "2026-10-06"),
            VisitRecords.CreateMissed("V-3", "2026-10-06"),
        ];
        var held = await service.Post("statutory-visits", Month, three);
        HeldReturns.AssertHeld(held, "fewer-records");
        return (good, held);
    }
}
