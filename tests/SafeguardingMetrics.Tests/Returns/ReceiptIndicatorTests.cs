using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class ReceiptIndicatorTests
{
    [Test]
    public async Task The_first_return_moves_figures_from_nothing()
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", made: 3, missed: 1));

        Assert.That(Moved(answer), Is.EquivalentTo(new[]
        {
            "2026-11 visits-on-time null -> 75 percent",
            "2026-11 children-seen-alone null -> 100 percent",
            "2026-11 visits-checked-by-manager null -> 0 percent",
            "2026-11 visit-lateness null -> 0 days",
        }));
    }

    [Test]
    public async Task A_correction_moves_only_what_it_changes()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", made: 3, missed: 1));

        var answer = await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-03", made: 4, missed: 4));

        Assert.That(Moved(answer), Is.EqualTo(new[] { "2026-11 visits-on-time 75 -> 50 percent" }));
    }

    [Test]
    public async Task A_return_over_two_months_moves_each_by_itself()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-20", made: 1, missed: 1));
        await service.Post("statutory-visits", "2026-11", VisitRecords.CreateMany("2026-11-20", made: 1, missed: 3));

        var answer =
            await service.Post("statutory-visits", "2026-10-20/2026-11-10", VisitRecords.CreateMany("2026-10-20", made: 1, missed: 3));

        // The one visit of November fell due on the 20th, which the new return does not cover.
        Assert.That(Moved(answer), Is.EqualTo(new[] { "2026-10 visits-on-time 50 -> 25 percent" }));

        var both =
            await service.Post("statutory-visits", "2026-10-01/2026-11-30", VisitRecords.CreateMany("2026-10-05", made: 2, missed: 0));
        Assert.That(Moved(both), Is.EquivalentTo(new[]
        {
            "2026-10 visits-on-time 25 -> 100 percent",
            "2026-11 visits-on-time 25 -> null percent",
            "2026-11 children-seen-alone 100 -> null percent",
            "2026-11 visits-checked-by-manager 0 -> null percent", "2026-11 visit-lateness 0 -> null days",
        }));
    }

    [Test]
    public async Task Another_agency_s_figures_do_not_move_with_it()
    {
        await using var service = new TestService();
        await service.Post("workforce-posts", "2026-11-20", new JsonArray(Post("P-1", "vacant")), "demo-health");

        var answer = await service.Post(
            "workforce-posts", "2026-11-20", new JsonArray(Post("P-1", "filled"), Post("P-2", "vacant")), "demo-social-care");

        Assert.That(
            Moved(answer),
            Is.EquivalentTo(new[]
            {
                "2026-11 vacancy-rate null -> 50 percent",
                "2026-11 agency-rate null -> 0 percent",
                "2026-11 dbs-checks-in-date null -> 100 percent",
            }));
    }

    [Test]
    public async Task An_older_snapshot_moves_nothing()
    {
        await using var service = new TestService();
        await service.Post("workforce-posts", "2026-11-20", new JsonArray(Post("P-1", "filled")));

        var older = await service.Post("workforce-posts", "2026-11-19", new JsonArray(Post("P-1", "vacant")));
        var newer = await service.Post("workforce-posts", "2026-11-21", new JsonArray(Post("P-1", "vacant")));

        Assert.That(Moved(older), Is.Empty);
        Assert.That(Moved(newer), Does.Contain("2026-11 vacancy-rate 0 -> 100 percent"));
    }

    private static JsonObject Post(string id, string status) => new()
    {
        ["postId"] = id,
        ["locality"] = "East",
        ["team"] = "East 1",
        ["role"] = "social-worker",
        ["fte"] = 1,
        ["status"] = status,
        ["workerId"] = status == "vacant" ? null : $"W-{id}",
        ["vacantSince"] = status == "vacant" ? "2026-10-01" : null,
        ["dbsCheckedOn"] = status == "vacant" ? null : "2026-01-05",
    };

    private static IEnumerable<string> Moved(ApiResponse answer) => answer.Json["indicators"]!.AsArray().Select(moved =>
        $"{moved!["month"]} {moved["code"]} {Figure(moved["previous"])} -> {Figure(moved["value"])} {moved["unit"]}");

    private static string Figure(JsonNode? value) => value is null ? "null" : FormattableString.Invariant($"{(decimal)value:0.##}");
}
