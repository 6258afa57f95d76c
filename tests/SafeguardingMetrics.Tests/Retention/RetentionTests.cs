using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Retention;

/// <summary>
/// Records of returns that ceased to be in force go when their time is over; figures stay, those of what was known
/// before as well.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RetentionTests
{
    private const string November = "from=2026-11-01&to=2026-11-30";

    [Test]
    public async Task A_superseded_return_loses_its_records_and_findings_and_every_figure_stays()
    {
        await using var service = new TestService();
        var first = await Send(service, "V-1", "V-2", "V-3");
        service.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Send(service, "V-1", "V-2");
        var (now, before) = (await Figures(service, ""), await Figures(service, "&knownAt=2026-11-22T12:30:00Z"));

        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 1));
        await Forget(service);

        Assert.That(await Figures(service, ""), Is.EqualTo(now));
        Assert.That(await Figures(service, "&knownAt=2026-11-22T12:30:00Z"), Is.EqualTo(before).And.Not.EqualTo(now));
        Assert.That(await Cases(service, ""), Is.EqualTo(2));
        var gone = await service.Get($"/v1/indicators/visits-on-time/cases?{November}&knownAt=2026-11-22T12:30:00Z", "demo-analyst");
        Assert.That((gone.Status, gone.Problem), Is.EqualTo((HttpStatusCode.Gone, "no-longer-kept")));
        Assert.That(
            (await service.Get(
                $"/v1/indicators/visits-on-time/values?{November}&knownAt=2026-11-22T12:30:00Z&by=locality,team",
                "demo-analyst")).Problem,
            Is.EqualTo("no-longer-kept"));
        Assert.That((await service.Get($"/v1/returns/{first.ReturnId}/findings")).Problem, Is.EqualTo("no-longer-kept"));
        Assert.That((await service.Get($"/v1/returns/{second.ReturnId}/findings")).Status, Is.EqualTo(HttpStatusCode.OK));
        var receipt = (await service.Get($"/v1/returns/{first.ReturnId}")).Json;
        Assert.That(receipt["findings"]!.AsArray(), Is.Empty);
        Assert.That(receipt["rules"]!.AsArray(), Is.Not.Empty);
        Assert.That((int)receipt["records"]!["accepted"]!, Is.EqualTo(3));
    }

    [Test]
    public async Task Nothing_goes_before_its_time_is_over()
    {
        await using var service = new TestService();
        var first = await Send(service, "V-1");
        service.Clock.Advance(TimeSpan.FromHours(1));
        await Send(service, "V-2");
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays - 1));
        await Forget(service);

        Assert.That((await service.Get($"/v1/returns/{first.ReturnId}/findings")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_return_in_force_is_kept_however_old_and_one_that_holds_a_single_day_too()
    {
        await using var service = new TestService();
        var first = await Send(service, "V-1", "V-2");
        service.Clock.Advance(TimeSpan.FromHours(1));
        await service.Post("statutory-visits", "2026-11-01/2026-11-29", "[]", "application/json");
        service.Clock.Advance(TimeSpan.FromDays(2000));
        await Forget(service);

        Assert.That((await service.Get($"/v1/returns/{first.ReturnId}/findings")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Withdrawn_and_rejected_returns_lose_theirs()
    {
        await using var service = new TestService();
        var withdrawn = await Send(service, "V-1");
        await service.Delete($"/v1/returns/{withdrawn.ReturnId}", "demo-social-care");
        var rejected = await service.Post("statutory-visits", "2026-11", new JsonArray(new JsonObject { ["visitId"] = "V-9" }));
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 1));
        await Forget(service);

        foreach (var id in new[] { withdrawn.ReturnId, rejected.ReturnId })
        {
            Assert.That((await service.Get($"/v1/returns/{id}/findings")).Problem, Is.EqualTo("no-longer-kept"));
            Assert.That((await service.Get($"/v1/returns/{id}")).Text, Does.Not.Contain("V-1").And.Not.Contains("V-9"));
        }

        var lines = (await service.Get($"/v1/audit?act={AuditAction.Retention}")).Json["items"]!.AsArray();
        Assert.That(
            lines.Select(line => $"{line!["subject"]} {line["records"]}"),
            Is.EquivalentTo(new[] { $"{withdrawn.ReturnId} 1", $"{rejected.ReturnId} 0" }));
    }

    [Test]
    public async Task A_withdrawal_that_would_need_records_that_are_gone_is_refused_and_changes_nothing()
    {
        await using var service = new TestService();
        await Send(service, "V-1", "V-2", "V-3");
        service.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Send(service, "V-1", "V-2");
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 1));
        await Forget(service);
        var figures = await Figures(service, "");

        var refused = await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");

        Assert.That(refused.Problem, Is.EqualTo("not-withdrawable"));
        Assert.That((string?)refused.Json["detail"], Does.Contain("no longer kept"));
        Assert.That(await Figures(service, ""), Is.EqualTo(figures));
        Assert.That((string?)(await service.Get($"/v1/returns/{second.ReturnId}")).Json["status"], Does.StartWith("accepted"));
        // What the answer advises works.
        await Send(service, "V-7");
        Assert.That(await Cases(service, ""), Is.EqualTo(1));
    }

    [Test]
    public async Task Of_two_runs_on_a_day_one_is_made_and_two_at_once_remove_each_return_once()
    {
        await using var service = new TestService();
        for (var i = 0; i < 5; i++)
        {
            await Send(service, $"V-{i}");
            service.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var forgetting = service.Services.GetRequiredService<RetentionService>();
        Assert.That(await forgetting.RunDaily(default), Is.EqualTo(new PurgeResult(0, 0, 0)));
        Assert.That(await forgetting.RunDaily(default), Is.Null);
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays + 1));
        Task[] runs = [Forget(service), Forget(service), forgetting.RunDaily(default)];
        await Task.WhenAll(runs);

        Assert.That((await service.Get($"/v1/audit?act={AuditAction.Retention}")).Json["items"]!.AsArray(), Has.Count.EqualTo(4));
    }

    // Each with a field that is not known, so that there is a finding.
    private static Task<ApiResponse> Send(TestService service, params string[] ids) =>
        service.Post("statutory-visits", "2026-11", new JsonArray([.. ids.Select(Odd)]));

    private static JsonObject Odd(string id)
    {
        var visit = VisitRecords.CreateMade(id, "2026-11-03");
        visit["nonsense"] = 1;
        return visit;
    }

    private static Task<PurgeResult> Forget(TestService service) => service.Services.GetRequiredService<RetentionService>().Run(default);

    private static async Task<string> Figures(TestService service, string more) =>
        string.Join(
            '\n',
            (await service.Values(
                "visits-on-time",
                $"{November}{more}&by=locality"))
                    .Select(row => $"{row!["period"]} {row["member"]} {row["value"]} {row["numerator"]} {row["denominator"]}"));

    private static async Task<int> Cases(TestService service, string more) =>
        (await service.Get($"/v1/indicators/visits-on-time/cases?{November}{more}", "demo-analyst")).Json["items"]!.AsArray().Count;
}
