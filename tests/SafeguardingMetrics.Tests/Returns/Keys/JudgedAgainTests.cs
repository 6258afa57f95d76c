using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns.Recalculation;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Keys;

/// <summary>What depends on the day of receipt is judged again by returns of changes, night after night.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class JudgedAgainTests
{
    [Test]
    public async Task A_visit_that_falls_due_and_is_not_made_counts_from_the_next_night_on()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-20"),
            VisitRecords.CreateMissed("V-2", "2026-11-25"),
            VisitRecords.CreateMissed("V-3", "2026-11-28")));
        Assert.That(await Figure(service, "visits-on-time"), Is.EqualTo("1/1"));

        GoTo(service, 26);
        var before = $"{service.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ss.fffZ}";
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        var night = await service.PostChanges("statutory-visits", new JsonArray());

        Assert.That(await Figure(service, "visits-on-time"), Is.EqualTo("1/2"));
        Assert.That(await Figure(service, "visits-on-time", $"&knownAt={before}"), Is.EqualTo("1/1"));
        Assert.That(
            night.Json["indicators"]!.AsArray().Select(row => $"{row!["code"]} {row["month"]}"), Does.Contain("visits-on-time 2026-11"));
        Assert.That(await Figure(service, "visits-on-time", "&interval=day&by=team"), Is.EqualTo("1/1, 0/1"), "by day, from the records");

        // Made late, it counts as that; the third falls due on the way.
        GoTo(service, 29);
        var made = VisitRecords.CreateMissed("V-2", "2026-11-25");
        (made["visitedOn"], made["childSeen"], made["seenAlone"]) = ("2026-11-28", true, true);
        await service.PostChanges("statutory-visits", new JsonArray(made));
        Assert.That(await Figure(service, "visits-on-time"), Is.EqualTo("1/3"));

        // Withdrawn, the first night judges nothing; the second still does.
        await service.Delete($"/v1/returns/{night.ReturnId}", "demo-social-care");
        Assert.That(await Figure(service, "visits-on-time"), Is.EqualTo("1/3"));
    }

    [Test]
    public async Task A_bank_holiday_added_afterwards_is_judged_by_as_well()
    {
        await using var service = new TestService();
        GoTo(service, 26);
        await service.Post("strategy-meetings", "2026-11", new JsonArray(new JsonObject
        {
            ["meetingId"] = "S-1", ["childId"] = "C-1", ["locality"] = "East", ["team"] = "East 1", ["neededOn"] = "2026-11-26",
        }));
        GoTo(service, 30);
        await service.PostChanges("strategy-meetings", new JsonArray());
        Assert.That(await Figure(service, "strategy-meetings-on-time"), Is.EqualTo("0/1"), "Friday and Monday are two working days");

        await service.AddHoliday("2026-11-27");
        Assert.That(await Figure(service, "strategy-meetings-on-time"), Is.EqualTo("0/0"), "Monday is the first");

        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.PostChanges("strategy-meetings", new JsonArray());
        Assert.That(await Figure(service, "strategy-meetings-on-time"), Is.EqualTo("0/1"));
    }

    [Test]
    public async Task An_erased_child_stays_counted_as_it_was_judged()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMissed("V-1", "2026-11-25"), VisitRecords.CreateMissed("V-2", "2026-11-27")));
        GoTo(service, 26);
        await service.PostChanges("statutory-visits", new JsonArray());
        foreach (var child in new[] { "C-V-1", "C-V-2" })
        {
            using var admin = service.CreateClientFor("demo-admin");
            using var erased = await admin.PostAsJsonAsync("/v1/erasures", new { agency = "EXA-CSC", childId = child });
            Assert.That((int)erased.StatusCode, Is.EqualTo(200), await erased.Content.ReadAsStringAsync());
        }

        // The first was due when it was erased; the second was not, and nobody judges it any more.
        GoTo(service, 29);
        await service.PostChanges("statutory-visits", new JsonArray());
        Assert.That(await Figure(service, "visits-on-time"), Is.EqualTo("0/1"));
        Assert.That(await Figure(service, "visits-on-time", "&by=locality"), Is.EqualTo("0/1"));
    }

    // Noon, on a day of November.
    private static void GoTo(TestService service, int day) =>
        service.Clock.AdjustTime(new DateTimeOffset(2026, 11, day, 12, 0, 0, TimeSpan.Zero));

    private static async Task<string> Figure(TestService service, string indicator, string more = "") => string.Join(", ",
        (await service.Values(indicator, $"from=2026-11-01&to=2026-11-30{more}"))
            .Where(row => row!["numerator"] is not null && (more.Length == 0 || (decimal)row["denominator"]! != 0))
            .Select(row => $"{row!["numerator"]}/{row["denominator"]}"));
}
