using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

/// <summary>A locality or team that an earlier return spelt in another way is the same member (R13).</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class KnownMemberTests
{
    private const string Header = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone\n";

    [Test]
    public async Task The_spelling_of_an_earlier_return_counts()
    {
        await using var service = new TestService();
        await Post(service, "2026-11-01/2026-11-10", "V-1", "East", "Duty Team", "2026-11-03");
        var later = await Post(service, "2026-11-11/2026-11-20", "V-2", "EAST", "duty  team", "2026-11-12");

        Assert.That(later.Findings, Does.Contain("R13 locality").And.Contain("R13 team"));
        Assert.That(
            later.Json["findings"]!.AsArray().Select(finding => (string)finding!["message"]!),
            Has.Some.StartsWith("1 value was counted as another spelling, the first in record 1."));
        Assert.That(await ListMembers(service, "locality"), Is.EqualTo(new[] { "East 2" }));
        Assert.That(await ListMembers(service, "team"), Is.EqualTo(new[] { "Duty Team 2" }));
    }

    [Test]
    public async Task It_counts_when_the_same_days_are_sent_again_and_when_records_are_counted_anew()
    {
        await using var service = new TestService();
        await Post(service, "2026-11-01/2026-11-10", "V-1", "East", "Duty Team", "2026-11-03");
        await Post(service, "2026-11-01/2026-11-10", "V-1", "east", "Duty Team", "2026-11-03");
        Assert.That(await ListMembers(service, "locality"), Is.EqualTo(new[] { "East 1" }));

        // Half of its days go to another return: what is left is counted from the records that were stored.
        await Post(service, "2026-11-06/2026-11-10", "V-2", "EAST", "Duty Team", "2026-11-07");
        Assert.That(await ListMembers(service, "locality"), Is.EqualTo(new[] { "East 2" }));
    }

    [Test]
    public async Task A_check_says_what_sending_would_say()
    {
        await using var service = new TestService();
        await Post(service, "2026-11-01/2026-11-10", "V-1", "East", "Duty Team", "2026-11-03");
        var checkedFirst = await Post(service, "2026-11-11/2026-11-20", "V-2", "EAST", "Duty Team", "2026-11-12", "/check");
        var sent = await Post(service, "2026-11-11/2026-11-20", "V-2", "EAST", "Duty Team", "2026-11-12");

        Assert.That(checkedFirst.Status, Is.EqualTo(HttpStatusCode.OK), checkedFirst.Text);
        Assert.That(checkedFirst.Findings, Is.EqualTo(sent.Findings));
        Assert.That(sent.Findings, Does.Contain("R13 locality"));
    }

    [Test]
    public async Task Last_months_spelling_is_known_and_that_of_a_withdrawn_return_is_not()
    {
        await using var service = new TestService();
        await Post(service, "2026-10", "V-1", "East", "Duty Team", "2026-10-07");
        await Post(service, "2026-11-01", "V-2", "West", "Duty Team", "2026-11-01");
        var known = await Post(service, "2026-11-02", "V-3", "EAST", "Duty Team", "2026-11-02");
        Assert.That(known.Findings, Does.Contain("R13 locality"));

        var first = await Post(service, "2026-11-03", "V-4", "North", "Duty Team", "2026-11-03");
        await service.Delete($"/v1/returns/{first.Json["returnId"]}", "demo-social-care");
        var free = await Post(service, "2026-11-03", "V-4", "NORTH", "Duty Team", "2026-11-03");
        Assert.That(free.Findings, Does.Not.Contain("R13 locality"));
    }

    [Test]
    public async Task Of_a_snapshot_the_last_day_is_known()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", Case("C-1", "East"), "application/json");
        var next = await service.Post("open-cases", "2026-11-21", Case("C-1", "EAST "), "application/json");

        Assert.That(next.Findings, Does.Contain("R13 locality"), next.Text);
        var rows = await service.Values("unallocated-cases", "from=2026-11-21&to=2026-11-21&interval=day&by=locality");
        Assert.That(rows.Select(row => (string?)row!["member"]), Is.EqualTo(new[] { "East" }));
    }

    [Test]
    public async Task Another_agencys_spelling_and_another_datasets_are_their_own()
    {
        await using var service = new TestService();
        await Post(service, "2026-11-01/2026-11-10", "V-1", "East", "Duty Team", "2026-11-03");
        var other = await service.Post("open-cases", "2026-11-20", Case("C-1", "EAST"), "application/json");
        Assert.That(other.Findings, Does.Not.Contain("R13 locality"));
    }

    private static Task<ApiResponse> Post(
        TestService service, string period, string id, string locality, string team, string day, string action = "") =>
        service.Post(
            $"statutory-visits{action}", period, $"{Header}{id},C-{id},{locality},{team},looked-after,{day},{day},1,1\n", "text/csv",
            "demo-social-care");

    private static string Case(string childId, string locality) => new JsonArray(new JsonObject
    {
        ["childId"] = childId,
        ["locality"] = locality,
        ["team"] = "Duty Team",
        ["planType"] = "child-in-need",
        ["openedOn"] = "2026-10-01",
    }).ToJsonString();

    private static async Task<IEnumerable<string>> ListMembers(TestService service, string by) =>
        (await service.Values("visits-on-time", $"from=2026-11-01&to=2026-11-30&by={by}"))
            .Select(row => $"{row!["member"]} {row["denominator"]}");
}
