using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Cases;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class CaseTests
{
    private const string Days = "from=2026-10-01&to=2026-11-22";

    [Test]
    public async Task For_every_indicator_the_cases_add_up_to_the_figure_and_its_parts_to_its_whole()
    {
        await using var service = new TestService();
        await RandomReturns.Send(service, new Random(3));

        foreach (var code in (await service.Get("/v1/indicators")).Json.AsArray().Select(indicator => (string)indicator!["code"]!))
        {
            foreach (var interval in new[] { "month", "week" })
            {
                foreach (var by in IndicatorCatalogue.Find(code)!.Dimensions.Except(Dimension.ForChildren).Prepend(""))
                {
                    var cut = $"{Days}&interval={interval}{(by.Length == 0 ? "" : $"&by={by}")}";
                    var figures = (await service.Values(code, cut))
                        .Where(row => row!["denominator"] is { } count && (decimal)count != 0)
                        .ToList();
                    Assert.That(figures, Is.Not.Empty, code);

                    // Every member over the whole time, and of the first figure each part.
                    foreach (var member in figures.Select(row => (string?)row!["member"]).Distinct())
                    {
                        var ofMember = figures.Where(row => (string?)row!["member"] == member).ToList();
                        var cases = await Cases(service, code, cut + Member(member));
                        Assert.That(
                            cases.GroupBy(row => (string)row["period"]!).Select(Sums),
                            Is.EqualTo(ofMember.Select(Sums)),
                            $"{code} {cut} {member}");
                    }

                    var first = (string?)figures[0]!["member"];
                    var whole = await Cases(service, code, cut + Member(first));
                    var met = await Cases(service, code, $"{cut}{Member(first)}&part=numerator");
                    var missed = await Cases(service, code, $"{cut}{Member(first)}&part=missed");
                    Assert.That(met.Sum(row => (decimal)row["numerator"]!), Is.EqualTo(whole.Sum(row => (decimal)row["numerator"]!)), code);
                    if (whole.All(row => (decimal)row["numerator"]! == 0 || (decimal)row["numerator"]! >= (decimal)row["denominator"]!))
                        Assert.That(met.Concat(missed).Select(Id), Is.EquivalentTo(whole.Select(Id)), code);
                }
            }
        }
    }

    [Test]
    public async Task Pages_hold_every_case_once_and_go_on_as_it_was_known_when_the_first_was_given()
    {
        await using var service = new TestService();
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([.. Enumerable.Range(1, 25).Select(i => VisitRecords.CreateMade($"V-{i}", $"2026-11-{1 + i % 20:00}"))]));
        var all = (await Cases(service, "visits-on-time", Days + "&limit=1000")).Select(Id).ToList();

        var listed = new List<string>();
        var next = $"/v1/indicators/visits-on-time/cases?{Days}&limit=10&by=team&member=East%201";
        while (next is not null)
        {
            var page = await service.Get(next, "demo-analyst");
            Assert.That((int)page.Status, Is.EqualTo(200), page.Text);
            listed.AddRange(page.Json["items"]!.AsArray().Select(row => Id(row!)));
            next = (string?)page.Json["next"];
            service.Clock.Advance(TimeSpan.FromSeconds(1));
            await service.Post("statutory-visits", "2026-11-05", new JsonArray(VisitRecords.CreateMade($"N-{listed.Count}", "2026-11-05")));
        }

        Assert.That(listed, Is.EqualTo(all));
        Assert.That(all, Has.Count.EqualTo(25));
    }

    [Test]
    public async Task A_case_holds_the_record_s_fields_but_no_hash_and_is_not_to_be_kept_by_caches()
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", new JsonArray(new JsonObject
        {
            ["childId"] = "C-1",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["planType"] = "child-protection",
            ["openedOn"] = "2026-10-01",
            ["nhsNumber"] = "9990000018",
            ["upn"] = "H801200001001",
            ["disabilities"] = new JsonArray("AUT", "LD"),
        }));

        var json = await service.Get($"/v1/indicators/unallocated-cases/cases?{Days}", "demo-analyst");
        var csv = await service.Get($"/v1/indicators/unallocated-cases/cases?{Days}&format=csv", "demo-analyst");

        Assert.That(json.Headers["Cache-Control"], Is.EqualTo("no-store"));
        Assert.That(csv.Headers["Cache-Control"], Is.EqualTo("no-store"));
        var row = json.Json["items"]!.AsArray().Single()!.AsObject();
        row.Remove("returnId");
        Assert.That(row.ToJsonString(), Is.EqualTo(
            """{"period":"2026-11","agency":"EXA-CSC","record":1,"countedOn":"2026-11-20","locality":"East","team":"East """
            + """1","category":"child-protection","numerator":1,"denominator":1,"amount":null"""
            + ""","fields":{"childId":"C-1","locality":"East","team":"East """
            + """1","planType":"child-protection","openedOn":"2026-10-01","allocatedWorkerId":null,"allocatedOn":null"""
            + ""","riskReviewedOn":null,"workersInLast12Months":null,"dateOfBirth":null,"sex":null,"ethnicity":null"""
            + ""","disabilities":"LD;AUT"}}"""));
        Assert.That(csv.Text.Split("\r\n")[0], Is.EqualTo(
            "period,returnId,agency,record,countedOn,locality,team,category,numerator,denominator,amount,fields.childId,fields.locality,"
            + "fields.team,fields.planType,fields.openedOn,fields.allocatedWorkerId,fields.allocatedOn,fields.riskReviewedOn,"
            + "fields.workersInLast12Months,fields.dateOfBirth,fields.sex,fields.ethnicity,fields.disabilities"));
        Assert.That(
            csv.Text.Split("\r\n")[1],
            Does.EndWith(
                ",EXA-CSC,1,2026-11-20,East,East 1,child-protection,1,1,,C-1,East,East 1,child-protection,2026-10-01,,,,,,,,LD;AUT"));
    }

    [Test]
    public async Task CSV_holds_all_cases_at_once_and_its_columns_when_there_are_none()
    {
        await using var service = new TestService();
        var empty = await service.Get($"/v1/indicators/average-caseload/cases?{Days}", "demo-analyst", "text/csv");
        await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([.. Enumerable.Range(1, 130).Select(i => VisitRecords.CreateMade($"V-{i}", "2026-11-03"))]));
        var csv = await service.Get($"/v1/indicators/visits-on-time/cases?{Days}&limit=10&format=csv", "demo-analyst");

        Assert.That(
            empty.Text,
            Is.EqualTo("period,returnId,agency,record,countedOn,locality,team,category,numerator,denominator,amount\r\n"));
        Assert.That(csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(131));
    }

    [Test]
    public async Task Cases_are_as_they_were_known()
    {
        await using var service = new TestService();
        var first = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateMade("V-2", "2026-11-04")));
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.Post("statutory-visits", "2026-11-04", new JsonArray());

        Assert.That((await Cases(service, "visits-on-time", Days)).Select(Id), Is.EqualTo(new[] { $"2026-11 {first.ReturnId} 1" }));
        Assert.That(
            (await Cases(service, "visits-on-time", Days + "&knownAt=2026-11-22")).Select(Id),
            Is.EqualTo(new[] { $"2026-11 {first.ReturnId} 1", $"2026-11 {first.ReturnId} 2" }));
    }

    [Test]
    public async Task Cases_are_for_those_who_may_see_them_and_asked_for_rightly()
    {
        await using var service = new TestService();
        foreach (var key in new[] { "demo-board", "demo-social-care" })
            RefusalTests.Refused(await service.Get($"/v1/indicators/visits-on-time/cases?{Days}", key), 403, "not-permitted");
        RefusalTests.Refused(await service.Get($"/v1/indicators/visits-on-time/cases?{Days}", null), 401, "unauthenticated");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee/cases", "demo-analyst"), 404, "unknown-indicator");
        foreach (var query in new[]
        {
            "member=East", "by=colour&member=x", "part=all", "limit=0", "limit=1001", "cursor=zebedee", "cursor=eA", "cursor=eHx5",
            "format=xml", "from=2026", "interval=hour", "knownAt=then", "agency=NOBODY",
        })
            RefusalTests.Refused(
                await service.Get($"/v1/indicators/visits-on-time/cases?{query}", "demo-analyst"), 400, "invalid-parameter", query);
        RefusalTests.Refused(
            await service.Get("/v1/indicators/average-caseload/cases?by=locality&member=East", "demo-analyst"),
            400,
            "invalid-parameter");
    }

    private static string Member(string? member) => member is null ? "" : $"&member={Uri.EscapeDataString(member)}";

    private static string Id(JsonNode row) => $"{row["period"]} {row["returnId"]} {row["record"]}";

    private static string Sums(JsonNode? figure) =>
        FormattableString.Invariant($"{figure!["period"]} {(decimal)figure["numerator"]!:0.##}/{(decimal)figure["denominator"]!:0.##}");

    private static string Sums(IGrouping<string, JsonNode> cases) =>
        FormattableString.Invariant(
            $"{cases.Key} {cases.Sum(row => (decimal)row["numerator"]!):0.##}/{cases.Sum(row => (decimal)row["denominator"]!):0.##}");

    private static async Task<List<JsonNode>> Cases(TestService service, string code, string query)
    {
        var cases = new List<JsonNode>();
        var next = $"/v1/indicators/{code}/cases?{query}{(query.Contains("limit", StringComparison.Ordinal) ? "" : "&limit=1000")}";
        while (next is not null)
        {
            var page = await service.Get(next, "demo-analyst");
            Assert.That((int)page.Status, Is.EqualTo(200), page.Text);
            cases.AddRange(page.Json["items"]!.AsArray()!);
            next = (string?)page.Json["next"];
        }

        return cases;
    }
}
