using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>Two instances of the service on one database, as behind a balancer.</summary>
[OnEachEngine]
public sealed class TwoInstanceTests
{
    [Test]
    public async Task Of_fifty_identical_submissions_across_two_instances_one_is_stored()
    {
        await using var one = new TestService();
        await using var other = new TestService { Sharing = one.ConnectionString };
        await Start(one, other);
        var body = new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03"),
            VisitRecords.CreateMissed("V-2", "2026-11-04"),
            VisitRecords.CreateFaulty("V-3")).ToJsonString();

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? one : other).Post("statutory-visits", "2026-11", body, "application/json")));

        Assert.That(
            answers.Select(answer => answer.Status),
            Is.EquivalentTo(Enumerable.Repeat(HttpStatusCode.OK, 49).Append(HttpStatusCode.Created)));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1), "one receipt");
        foreach (var service in new[] { one, other })
        {
            Assert.That(
                (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!),
                Is.EqualTo(new[] { answers[0].ReturnId }));
            Assert.That((await service.Get($"/v1/returns/{answers[0].ReturnId}")).Text, Is.EqualTo(answers[0].Text));
            Assert.That(
                (decimal)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["denominator"]!,
                Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Returns_of_different_agencies_at_the_same_time_all_succeed()
    {
        await using var one = new TestService();
        await using var other = new TestService { Sharing = one.ConnectionString };
        await Start(one, other);
        var posts = new List<(TestService Service, string Dataset, string Period, string Key)>();
        foreach (var day in Enumerable.Range(10, 6))
        {
            posts.Add((one, "workforce-posts", $"2026-11-{day}", "demo-social-care"));
            posts.Add((other, "workforce-posts", $"2026-11-{day}", "demo-health"));
            posts.Add((one, "police-notifications", $"2026-11-{day}", "demo-police"));
            posts.Add((other, "school-attendance", $"2026-11-{day}", "demo-school"));
        }

        var answers = await Task.WhenAll(posts.Select(post => post.Service.Post(post.Dataset, post.Period, new JsonArray(), post.Key)));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
        Assert.That(
            (await other.Get("/v1/returns")).Json["items"]!
                .AsArray()
                .Select(item => $"{item!["agency"]} {item["dataset"]} {item["period"]!["from"]} {item["status"]}"),
            Is.EquivalentTo(posts.Select(post => $"{AgencyOf(post.Key)} {post.Dataset} {post.Period} accepted")));
    }

    [Test]
    public async Task Corrections_of_the_same_day_from_two_instances_leave_one_of_them_current()
    {
        await using var one = new TestService();
        await using var other = new TestService { Sharing = one.ConnectionString };
        await Start(one, other);

        var answers = await Task.WhenAll(
            Enumerable.Range(
                0,
                10).Select(i => (i % 2 == 0 ? one : other).Post(
                    "statutory-visits",
                    "2026-11-03",
                    VisitRecords.CreateMany("2026-11-03", i, 1))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created));
        var items = (await one.Get("/v1/returns")).Json["items"]!.AsArray();
        Assert.That(items.Count(item => (string)item!["status"]! == "superseded"), Is.EqualTo(9));
        var current = items.Single(item => (string)item!["status"]! == "accepted")!;
        Assert.That(
            (decimal)(await other.Values("visits-on-time", "from=2026-11-03&to=2026-11-03&interval=day"))[0]!["denominator"]!,
            Is.EqualTo((int)current["records"]!["accepted"]!));
        // Each took the day from the one before: a chain without a fork.
        Assert.That(
            answers.SelectMany(answer => answer.Json["supersedes"]!.AsArray()).Select(id => (string)id!).ToList(),
            Is.Unique.And.Count.EqualTo(9));
    }

    [Test]
    public async Task Two_that_bring_an_empty_database_up_to_date_at_once_run_each_script_once()
    {
        await using var empty = new EmptyDatabase();

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => empty.Schema().Migrate(CancellationToken.None))));

        Assert.That(
            empty.Ask("SELECT Script FROM SchemaMigration ORDER BY Script"),
            Is.EqualTo(Schema.Tables.Concat(Schema.Views).Select(script => script.Name).Order(StringComparer.Ordinal)));
        Assert.That(
            empty.Ask("SELECT COUNT(*) FROM Calendar"),
            Is.EqualTo(new[] { $"{SafeguardingMetrics.Datasets.Calendar.WorkingDayCalendar.England.Days().Count()}" }));
        Assert.That(() => empty.Schema().Check(CancellationToken.None), Throws.Nothing);
    }

    private static async Task Start(params TestService[] services)
    {
        foreach (var service in services) Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static string AgencyOf(string key) => key switch
    {
        "demo-social-care" => "EXA-CSC",
        "demo-health" => "EXA-ICB",
        "demo-police" => "EXA-POL",
        _ => "EXA-SCH-01",
    };
}
