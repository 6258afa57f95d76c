using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Benchmarks;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class BenchmarkTests
{
    private const string Header = "indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness\n";
    private const string November = "from=2026-11-01&to=2026-11-30";

    [Test]
    public async Task The_latest_value_is_shown_beside_England_the_region_the_neighbours_median_and_mean_and_the_quartiles()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-10", VisitRecords.CreateMany("2026-10-05", 8, 2));
        var table = Header
            + Line("england", "E92000001", "80.25")
            + Line("region", "E12000003", "78", "A region, \"up north\"")
            + Line("region", "E12000004", "c")
            + Line("statistical-neighbour", "N1", "60", rank: "1", closeness: "Very close")
                + Line("statistical-neighbour", "N2", "70", rank: "2")
                + Line("statistical-neighbour", "N3", "71.5", rank: "3")
                + Line("statistical-neighbour", "N4", "95", rank: "4") + Line("statistical-neighbour", "N5", "", rank: "5")
                + string.Concat(new[] { "60", "70", "80", "90", "x" }.Select((value, i) => Line("local-authority", $"L{i}", value)))
                + Line("england", "E92000001", "1", period: "2024-25", from: "2024-04-01", to: "2025-03-31");
        var loaded = await Load(service, table);
        Assert.That((loaded.Status, (int)loaded.Json["rows"]!), Is.EqualTo((HttpStatusCode.OK, 14)), loaded.Text);

        var comparison = (await service.Get("/v1/indicators/visits-on-time/comparison?from=2026-08-01&to=2026-11-30", "demo-analyst")).Json;
        Assert.That(
            Told(comparison),
            Is.EqualTo(
                "2026-10 80.0 | 2025-26 England 80.25 regions E12000003 78, E12000004  | neighbours 4 of 5 median 70.8 mean 74.1 | of "
                + "4: 67.50 75.00 82.50 B"));
        var before = (await service.Get(
            "/v1/indicators/visits-on-time/comparison?period=2024-25&from=2026-08-01&to=2026-11-30",
            "demo-analyst")).Json;
        Assert.That(Told(before), Is.EqualTo("2026-10 80.0 | 2024-25 England 1 regions  | neighbours 0 of 0 median  mean  | of 0:    "));
        var without = (await service.Get("/v1/indicators/vacancy-rate/comparison?" + November, "demo-analyst")).Json;
        Assert.That(Told(without), Is.EqualTo("2026-11  |  England  regions  | neighbours 0 of 0 median  mean  | of 0:    "));
        Assert.That((string)without["own"]!["symbol"]!, Is.EqualTo("x"));
    }

    [Test]
    public async Task A_load_takes_the_place_of_what_it_speaks_of_and_what_was_there_stays_known()
    {
        await using var service = new TestService();
        await Load(
            service,
            Header + Line("england", "E92000001", "80") + Line("local-authority", "L1", "1") + Line("local-authority", "L2", "2"));
        service.Clock.Advance(TimeSpan.FromHours(1));
        await Load(service, "\uFEFF" + (Header + Line("local-authority", "L3", "3")).Replace("\n", "\r\n", StringComparison.Ordinal));

        Assert.That(await Listed(service, ""), Is.EqualTo(new[] { "england E92000001 80", "local-authority L3 3" }));
        Assert.That(
            await Listed(service, "?knownAt=2026-11-22T12:30:00Z"),
            Is.EqualTo(new[] { "england E92000001 80", "local-authority L1 1", "local-authority L2 2" }));
        Assert.That(await Listed(service, "?knownAt=2026-11-22T11:30:00Z"), Is.Empty);
        Assert.That(await Listed(service, "?indicator=visits-on-time&period=2025-26"), Has.Count.EqualTo(2));
        Assert.That(await Listed(service, "?indicator=vacancy-rate"), Is.Empty);
        Assert.That(await Listed(service, "?period=2019-20"), Is.Empty);
        Assert.That(
            (await service.Get("/v1/benchmarks?format=csv", "demo-board")).Text.Split("\r\n")[0],
            Is.EqualTo("indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness,loadedAt"));
    }

    [Test]
    public async Task Every_fault_is_named_by_line_and_column_and_nothing_is_stored()
    {
        await using var service = new TestService();
        var answer = await Load(service, Header + Line("england", "E92000001", "80")
            + "zebedee,county,,\"Two\nlines\",2025-26,2025-04-01,2025-03-31,eighty,1,near\n"
            + Line("england", "E92000002", "100.5") + Line("region", "R", "70.123", period: "2025-26", from: "2025-04-02")
            + Line("statistical-neighbour", "N1", "-1", rank: "11")
                + Line("statistical-neighbour", "N2", "1,000")
                + Line("statistical-neighbour", "N3", "1", rank: "2")
                + Line("statistical-neighbour", "N3", "2", rank: "2")
                + "visits-on-time,region\n");

        RefusalTests.Refused(answer, 422, "invalid-table");
        Assert.That(Faults(answer), Is.EquivalentTo(new[]
        {
            "3 indicator", "3 areaType", "3 areaCode", "3 to", "3 value", "3 rank", "3 closeness", "5 value", "5 areaType", "6 value",
            "6 period", "7 value", "7 rank", "8 value", "10 areaCode", "10 rank",
            "11 areaCode", "11 areaName", "11 period", "11 from", "11 to",
        }));
        Assert.That((int)answer.Json["faultCount"]!, Is.EqualTo(21));
        Assert.That(answer.Text, Does.Not.Contain("eighty").And.Not.Contain("Two"));
        Assert.That(await Listed(service, ""), Is.Empty);
    }

    [TestCase("", 400, "unreadable-body", "")]
    [TestCase("indicator,areaType,areaCode,areaName,period,from,to,value\n\"open", 400, "unreadable-body", "")]
    [TestCase("indicator,areaType,areaCode,areaName,period,from,to,value\n", 422, "invalid-table", "1 ")]
    [TestCase(
        "indicator,areaType,areaName,period,from,to,value,colour\nx,x,x,x,x,x,x,x\n", 422, "invalid-table", "1 (column 8)|1 areaCode")]
    public async Task A_table_without_its_header_or_rows_is_refused(string table, int status, string code, string faults)
    {
        await using var service = new TestService();
        var answer = await Load(service, table);

        RefusalTests.Refused(answer, status, code);
        if (status == 422) Assert.That(string.Join('|', Faults(answer)), Is.EqualTo(faults));
        else Assert.That((int)answer.Json["line"]!, Is.GreaterThan(0));
    }

    [Test]
    public async Task There_are_ten_neighbours_at_most_and_text_is_UTF_8()
    {
        await using var service = new TestService();
        var eleven =
            await Load(service, Header + string.Concat(Enumerable.Range(1, 11).Select(i => Line("statistical-neighbour", $"N{i}", "1"))));
        Assert.That(Faults(eleven), Is.EqualTo(new[] { "12 areaType" }));

        using var client = service.CreateClientFor("demo-admin");
        using var content = new ByteArrayContent([
            .. Encoding.UTF8.GetBytes(Header + "visits-on-time,region,R,"),
            0xE9,
            .. Encoding.UTF8.GetBytes(",2025-26,2025-04-01,2026-03-31,1\n"),
        ]);
        content.Headers.ContentType = new("text/csv");
        using var response = await client.PostAsync("/v1/benchmarks", content);
        Assert.That(Faults(await ApiResponse.Create(response)), Is.EqualTo(new[] { "2 areaName" }));
    }

    [Test]
    public async Task Populations_are_loaded_the_same_way()
    {
        await using var service = new TestService();
        var loaded = await Load(
            service,
            "dimension,member,validFrom,people\nsex,female,2025-07-01,5000\nsex,male,2025-07-01,5100\nage,0,2025-07-01,900\n",
            address: "/v1/populations");
        Assert.That((loaded.Status, (int)loaded.Json["rows"]!), Is.EqualTo((HttpStatusCode.OK, 3)), loaded.Text);
        service.Clock.Advance(TimeSpan.FromHours(1));
        await Load(service, "Member,Dimension,People,ValidFrom\nfemale,sex,5200,2025-07-01\n", address: "/v1/populations");

        async Task<IEnumerable<string>> Listed(string query) =>
            (await service.Get("/v1/populations" + query, "demo-board")).Json
                .AsArray()
                .Select(row => $"{row!["dimension"]} {row["member"]} {row["people"]}");
        Assert.That(await Listed(""), Is.EqualTo(new[] { "age 0 900", "sex female 5200" }));
        Assert.That(await Listed("?dimension=sex&knownAt=2026-11-22T12:30:00Z"), Is.EqualTo(new[] { "sex female 5000", "sex male 5100" }));

        var faulty = await Load(
            service,
            "dimension,member,validFrom,people\ncolour,red,2025-07-01,5\nsex,female,2025-07-01,5\nsex,female,2025-07-01,6\nsex,male,"
            + "2025-07,\nage,,2025-07-01,-1\nage,0,2025-07-01,1.5\n",
            address: "/v1/populations");
        RefusalTests.Refused(faulty, 422, "invalid-table");
        Assert.That(
            Faults(faulty),
            Is.EquivalentTo(new[] { "2 dimension", "4 member", "5 validFrom", "5 people", "6 member", "6 people", "7 people" }));
        Assert.That(await Listed(""), Has.Exactly(2).Items);
    }

    [Test]
    public async Task Whoever_reads_figures_reads_benchmarks_and_only_an_administrator_loads_them()
    {
        await using var service = new TestService();
        foreach (var address in new[] { "/v1/benchmarks", "/v1/populations" })
        {
            foreach (var key in new[] { "demo-board", "demo-analyst", "demo-health" })
                RefusalTests.Refused(await Load(service, Header, key, address), 403, "not-permitted", key);
            RefusalTests.Refused(await Load(service, Header, null, address), 401, "unauthenticated");
            RefusalTests.Refused(await service.Get(address, "demo-health"), 403, "not-permitted");
            RefusalTests.Refused(await service.Get(address, null), 401, "unauthenticated");
            RefusalTests.Refused(await service.Get(address + "?knownAt=then"), 400, "invalid-parameter");
            RefusalTests.Refused(await Load(service, "[]", address: address, mediaType: "application/json"), 415, "unsupported-media-type");
        }

        RefusalTests.Refused(await service.Get("/v1/benchmarks?indicator=zebedee"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/populations?dimension=colour"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/comparison", "demo-health"), 403, "not-permitted");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/comparison", null), 401, "unauthenticated");
        RefusalTests.Refused(await service.Get("/v1/indicators/zebedee/comparison"), 404, "unknown-indicator");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/comparison?period=2019-20"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/comparison?interval=fortnight"), 400, "invalid-parameter");
        RefusalTests.Refused(await service.Get("/v1/indicators/visits-on-time/comparison?agency=EXA-XXX"), 400, "invalid-parameter");
    }

    [Test]
    public async Task A_table_that_is_too_large_is_refused()
    {
        await using var service = new TestService();
        RefusalTests.Refused(await Load(service, Header + new string(' ', 16 * 1024 * 1024)), 413, "too-large");
    }

    private static string Line(
        string areaType,
        string code,
        string value,
        string name = "Somewhere",
        string period = "2025-26",
        string from = "2025-04-01",
        string to = "2026-03-31",
        string rank = "",
        string closeness = "") =>
        $"visits-on-time,{areaType},{code},\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{period},{from},{to},\"{value}\","
        + $"{rank},{closeness}\n";

    private static async Task<ApiResponse> Load(
        TestService service,
        string table,
        string? key = "demo-admin",
        string address = "/v1/benchmarks",
        string mediaType = "text/csv")
    {
        using var client = service.CreateClientFor(key);
        using var content = new StringContent(table, Encoding.UTF8, mediaType);
        using var response = await client.PostAsync(address, content);
        return await ApiResponse.Create(response);
    }

    private static IReadOnlyList<string> Faults(ApiResponse answer) =>
    [
        .. answer.Json["faults"]!.AsArray().Select(fault => $"{fault!["line"]} {fault["column"]}"),
    ];

    private static async Task<IReadOnlyList<string>> Listed(TestService service, string query) =>
        [
            .. (await service.Get("/v1/benchmarks" + query, "demo-board")).Json
                .AsArray()
                .Select(row => $"{row!["areaType"]} {row["areaCode"]} {row["value"]}"),
        ];

    private static string Told(JsonNode comparison) =>
        $"{comparison["own"]!["period"]} {comparison["own"]!["value"]} | {comparison["benchmarkPeriod"]} England "
        + $"{comparison["england"]} regions "
        + $"{string.Join(", ", comparison["regions"]!.AsArray().Select(region => $"{region!["code"]} {region["value"]}"))} | "
        + $"neighbours {comparison["neighboursWithValue"]} of {comparison["neighbours"]} median {comparison["neighbourMedian"]} mean "
        + $"{comparison["neighbourMean"]} | "
        + $"of {comparison["localAuthorities"]}: {comparison["lowerQuartile"]} {comparison["localAuthorityMedian"]} "
        + $"{comparison["upperQuartile"]} {comparison["quartileBand"]}";
}
