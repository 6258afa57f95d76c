using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Cost;

/// <summary>A return has so many members of a breakdown by their names; records of further ones count together.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class MemberLimitTests
{
    private const string Code = "visits-on-time";
    private const string November = "from=2026-11-01&to=2026-11-30";
    private static readonly string[] Three = ["East 1 1/1", "East 2 1/1", "East 3 2/2", "other-members 3/3"];

    [Test]
    public async Task Further_members_count_as_one_that_is_named_and_the_total_stays()
    {
        await using var service = Start();

        var receipt = await service.Post("statutory-visits", "2026-11", Visits());

        Assert.That(receipt.Status, Is.EqualTo(HttpStatusCode.Created), receipt.Text);
        var finding = receipt.Json["findings"]!.AsArray().Single(one => (string)one!["rule"]! == "R23")!;
        Assert.That((string?)finding["field"], Is.EqualTo("team"));
        Assert.That(
            (string)finding["message"]!,
            Does.StartWith("team has more than 3 different values: the first 3 count by name, and 3 values of others, the first in "
                + "record 5, are kept and counted as other-members. Is it the right column?"));
        Assert.That(finding["record"], Is.Null);
        Assert.That(await Teams(service), Is.EqualTo(Three));
        Assert.That(await Teams(service, "&by=locality"), Is.EqualTo(new[] { "East 7/7" }));
        Assert.That(await Teams(service, ""), Is.EqualTo(new[] { " 7/7" }));
    }

    [Test]
    public async Task The_same_members_are_found_whenever_cells_are_counted_anew()
    {
        await using var service = Start();
        await service.Post("statutory-visits", "2026-11", Visits());
        service.Clock.Advance(TimeSpan.FromHours(1));

        // By single days and crossed, which is counted from the records.
        Assert.That(Sum(await Teams(service, "&by=team&interval=day")), Is.EqualTo(Sum(Three)));
        Assert.That(
            await Teams(service, "&by=locality,team"),
            Is.EqualTo(new[] { "East/East 1 1/1", "East/East 2 1/1", "East/East 3 2/2", "East/other-members 3/3" }));

        // A day sent again cuts the segment: what is left of it is counted from its records, in which the first members are others.
        await service.Post("statutory-visits", "2026-11-02", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-02", team: "East 9")));
        Assert.That(
            await Teams(service),
            Is.EqualTo(new[] { "East 2 1/1", "East 3 2/2", "East 9 1/1", "other-members 3/3" }));
        Assert.That(await Teams(service, "&by=team&knownAt=2026-11-22T12:30:00Z"), Is.EqualTo(Three));

        var before = await Teams(service);
        var recalculator = new Recalculator(service.Services.GetRequiredService<Database>(), service.Clock);
        var indicator = (DatasetIndicator)IndicatorCatalogue.Find(Code)!;
        await Forget(service);
        await recalculator.Run(indicator.Dataset, indicator, (_, _) => { }, CancellationToken.None);
        Assert.That(await Teams(service), Is.EqualTo(before));

        var erased = await service.PostJson("/v1/erasures", """{"agency": "EXA-CSC", "childId": "C-V-6"}""", "demo-admin");
        Assert.That(erased.Status, Is.EqualTo(HttpStatusCode.OK), erased.Text);
        Assert.That(await Teams(service), Is.EqualTo(before));
    }

    [Test]
    public async Task What_returns_before_called_a_member_takes_no_place_until_it_is_met()
    {
        await using var service = Start();
        await service.Post("statutory-visits", "2026-10", new JsonArray(
            VisitRecords.CreateMade("A-1", "2026-10-02", team: "EAST 7"), VisitRecords.CreateMade("A-2", "2026-10-02", team: "East 8")));

        await service.Post("statutory-visits", "2026-11", Visits());

        Assert.That(await Teams(service), Is.EqualTo(Three));
    }

    [TestCase("other-members")]
    [TestCase("Other-Members")]
    public async Task The_service_s_own_word_cannot_be_sent(string team)
    {
        await using var service = Start();

        var receipt = await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-02"), VisitRecords.CreateMade("V-2", "2026-11-02", team: team)));

        Assert.That((int)receipt.Json["records"]!["rejected"]!, Is.EqualTo(1), receipt.Text);
        Assert.That(
            (string)receipt.Json["findings"]![0]!["message"]!, Does.StartWith("other-members is the service's own word for members"));
    }

    private static TestService Start() => new() { Setting = [("Limits:Members", "3")] };

    private static JsonArray Visits() =>
    [
        VisitRecords.CreateMade("V-1", "2026-11-02", team: "East 1"),
        VisitRecords.CreateMade("V-2", "2026-11-03", team: "East 2"),
        VisitRecords.CreateMade("V-3", "2026-11-09", team: "East 3"),
        VisitRecords.CreateMade("V-4", "2026-11-09", team: "EAST 3"),
        VisitRecords.CreateMade("V-5", "2026-11-10", team: "East 4"),
        VisitRecords.CreateMade("V-6", "2026-11-11", team: "East 7"),
        VisitRecords.CreateMade("V-7", "2026-11-12", team: "East 4"),
    ];

    private static async Task<List<string>> Teams(TestService service, string query = "&by=team") =>
        (await service.Values(Code, $"{November}{query}")).Where(row => (decimal?)row!["denominator"] > 0).Select(row =>
            $"{row!["member"]}{(row["member2"] is { } other ? $"/{other}" : "")} {row["numerator"]}/{row["denominator"]}")
        .Order(StringComparer.Ordinal).ToList();

    private static Dictionary<string, int> Sum(IEnumerable<string> rows) => rows
        .Select(row => (Team: row[..row.LastIndexOf(' ')], Count: int.Parse(row[(row.LastIndexOf('/') + 1)..], null)))
        .GroupBy(row => row.Team).ToDictionary(team => team.Key, team => team.Sum(row => row.Count));

    // As if the cells were of an earlier definition.
    private static async Task Forget(TestService service) => await service.Services.GetRequiredService<Database>().Write(
        WriteScope.ForSettings("test", audit: null),
        work => work.ExecuteAndCommit(new Sql("UPDATE SegmentDefinition SET Version = 0 WHERE Indicator = 'visits-on-time'")),
        CancellationToken.None);
}
