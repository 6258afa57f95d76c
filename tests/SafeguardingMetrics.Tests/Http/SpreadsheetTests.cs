using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>
/// What people open in a spreadsheet is shown as it is: no band is a date, no id a number, no accent two characters.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class SpreadsheetTests
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Days = "from=2026-11-01&to=2026-11-30";
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly byte[] Mark = Encoding.UTF8.GetPreamble();

    [Test]
    public async Task Figures_as_a_workbook_have_the_columns_and_cells_that_CSV_has_with_their_types()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03", locality: "=1+1"),
            VisitRecords.CreateMade("V-2", "2026-11-03", locality: "Tŷ Llŵyn"),
            VisitRecords.CreateMissed("V-3", "2026-11-04", locality: "007")));
        var address = $"/v1/indicators/visits-on-time/values?{Days}&by=locality";
        var csv = (await service.Get($"{address}&format=csv", "demo-analyst")).Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        var rows = await ReadRows(service, $"{address}&format=xlsx", "demo-analyst");

        Assert.That(string.Join(',', rows[0].Select(cell => cell.Text)), Is.EqualTo(csv[0]));
        Assert.That(rows, Has.Count.EqualTo(csv.Length));
        var member = Array.IndexOf(csv[0].Split(','), "member");
        Assert.That(rows.Skip(1).Select(row => row[member].Text), Is.EqualTo(new[] { "007", "=1+1", "Tŷ Llŵyn" }));
        Assert.That(rows.SelectMany(row => row).Any(cell => cell.IsFormula), Is.False, "a member that begins with = stays text");
        var first = csv[0].Split(',').Zip(rows[1]).ToDictionary(pair => pair.First, pair => pair.Second);
        Assert.That((first["member"].IsNumber, first["numerator"].IsNumber, first["from"].IsNumber), Is.EqualTo((false, true, true)));
        Assert.That(DateTime.FromOADate(first["from"].Number), Is.EqualTo(new DateTime(2026, 11, 1)));
    }

    [TestCase("/v1/indicator-values?codes=visits-on-time&from=2026-11-01&to=2026-11-30")]
    [TestCase("/v1/indicators/visits-on-time/cases?from=2026-11-01&to=2026-11-30")]
    [TestCase("/v1/indicators/visits-on-time/chart?from=2026-10-01&to=2026-11-30")]
    [TestCase("/v1/data-quality?by=dataset")]
    [TestCase("/v1/data-quality/scores?by=dataset")]
    [TestCase("/v1/returns/{id}/findings")]
    [TestCase("/v1/return-schedule")]
    [TestCase("/v1/benchmarks")]
    public async Task Each_table_is_given_as_a_workbook_by_format_and_by_Accept(string address)
    {
        await using var service = new TestService();
        var sent = await service.Post("statutory-visits", "2026-11", new JsonArray(
            VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        address = address.Replace("{id}", sent.ReturnId, StringComparison.Ordinal);
        var key = address.Contains("returns/", StringComparison.Ordinal) ? "demo-social-care" : "demo-analyst";
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var header = (await service.Get($"{address}{separator}format=csv", key)).Text.Split("\r\n")[0];

        var byFormat = await ReadRows(service, $"{address}{separator}format=xlsx", key);
        var byAccept = await ReadRows(service, address, key, Xlsx);

        Assert.That(string.Join(',', byFormat[0].Select(cell => cell.Text)), Is.EqualTo(header));
        Assert.That(byAccept.Select(row => row.Count), Is.EqualTo(byFormat.Select(row => row.Count)));
    }

    [Test]
    public async Task CSV_has_a_byte_order_mark_where_it_is_asked_for_and_nowhere_else()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03", team: "Tŷ Llŵyn")));
        using var client = service.CreateClientFor("demo-analyst");
        foreach (var address in new[]
        {
            $"/v1/indicators/visits-on-time/values?{Days}&by=team&format=csv",
            $"/v1/indicator-values?codes=visits-on-time&{Days}&by=team&format=csv",
            $"/v1/indicators/visits-on-time/cases?{Days}&format=csv",
            "/v1/data-quality?format=csv",
        })
        {
            var plain = await client.GetByteArrayAsync(address);
            var marked = await client.GetByteArrayAsync($"{address}&bom=true");
            Assert.That(plain[..3], Is.Not.EqualTo(Mark), address);
            Assert.That(marked[..3], Is.EqualTo(Mark), address);
            Assert.That(Encoding.UTF8.GetString(marked[3..]), Is.EqualTo(Encoding.UTF8.GetString(plain)), address);
        }
    }

    [TestCase("bom=yes", 400)]
    [TestCase("bom=1", 400)]
    [TestCase("bom=True", 400)]
    [TestCase("bom=true&bom=false", 400)]
    [TestCase("bom=true", 200)]
    [TestCase("bom=false", 200)]
    [TestCase("bom=", 200)]
    public async Task A_byte_order_mark_is_asked_for_with_true_or_false(string query, int status)
    {
        await using var service = new TestService();
        foreach (var path in new[] { "/v1/data-quality", "/v1/indicator-values", "/v1/indicators/visits-on-time/cases" })
        {
            var answer = await service.Get($"{path}?{query}", "demo-analyst", "text/csv");
            Assert.That((int)answer.Status, Is.EqualTo(status), $"{path}: {answer.Text}");
            if (status == 200) continue;
            Assert.That(answer.Problem, Is.EqualTo("invalid-parameter"));
            Assert.That((string)answer.Json["detail"]!, Does.StartWith("bom is true or false"));
        }
    }

    [TestCase("2023-01-01", "1 to 4", "1-4")]
    [TestCase("2019-01-01", "5 to 9", "5-9")]
    [TestCase("2013-01-01", "10 to 15", "10-15")]
    [TestCase("2009-06-01", "16 to 17", "16-17")]
    public async Task No_age_band_is_taken_for_a_date_and_the_former_name_means_the_same(string born, string band, string former)
    {
        await using var service = new TestService();
        await service.Post("open-cases", "2026-11-20", new JsonArray(new JsonObject
        {
            ["childId"] = "C-1", ["locality"] = "East", ["team"] = "East 1", ["planType"] = "child-in-need", ["openedOn"] = "2026-10-01",
            ["dateOfBirth"] = born,
        }));
        const string Asked = "/v1/indicators/unallocated-cases";
        const string Day = "from=2026-11-20&to=2026-11-20";

        var figures = await service.Get($"{Asked}/values?{Day}&by=age", "demo-analyst");
        Assert.That(figures.Json.AsArray().Select(row => (string)row!["member"]!), Is.EqualTo(new[] { band }));
        Assert.That(DateTime.TryParse(band, CultureInfo.GetCultureInfo("en-GB"), out _), Is.False);
        foreach (var name in new[] { band, former })
        {
            var member = Uri.EscapeDataString(name);
            var cases = await service.Get($"{Asked}/cases?{Day}&by=age&member={member}", "demo-analyst");
            Assert.That(cases.Json["items"]!.AsArray(), Has.Count.EqualTo(1), name);
            var crossed = await service.Get($"{Asked}/cases?{Day}&by=locality,age&member=East&member2={member}", "demo-analyst");
            Assert.That(crossed.Json["items"]!.AsArray(), Has.Count.EqualTo(1), name);
            var lineage = await service.Get($"{Asked}/lineage?{Day}&by=age&member={member}", "demo-analyst");
            Assert.That((string)lineage.Json["member"]!, Is.EqualTo(band));
        }
    }

    [Test]
    public async Task Populations_are_taken_by_both_names_and_are_one_group()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-admin");
        using var table = new StringContent(
            "dimension,member,validFrom,people\nage,1-4,2026-01-01,900\nage,5 to 9,2026-01-01,1100\n", Encoding.UTF8, "text/csv");
        using var response = await client.PostAsync("/v1/populations", table);
        Assert.That(response.IsSuccessStatusCode, Is.True, await response.Content.ReadAsStringAsync());
        Assert.That(
            (await service.Get("/v1/populations")).Json.AsArray().Select(row => $"{row!["member"]} {row["people"]}"),
            Is.EqualTo(new[] { "1 to 4 900", "5 to 9 1100" }));

        using var twice = new StringContent(
            "dimension,member,validFrom,people\nage,1-4,2026-01-01,900\nage,1 to 4,2026-01-01,900\n", Encoding.UTF8, "text/csv");
        using var refused = await client.PostAsync("/v1/populations", twice);
        Assert.That((int)refused.StatusCode, Is.EqualTo(422));
    }

    private static async Task<List<List<Cell>>> ReadRows(TestService service, string address, string key, string? accept = null)
    {
        using var client = service.CreateClientFor(key);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (accept is not null) request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        using var response = await client.SendAsync(request);
        Assert.That(response.IsSuccessStatusCode, Is.True, address);
        Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo(Xlsx), address);
        using var archive = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var sheet = archive.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        return
        [
            .. XDocument.Load(sheet).Descendants(Sheet + "row").Select(row => row.Elements(Sheet + "c").Select(Cell.Read).ToList()),
        ];
    }

    private sealed record Cell(string Text, bool IsNumber, bool IsFormula)
    {
        public double Number => double.Parse(Text, CultureInfo.InvariantCulture);

        public static Cell Read(XElement cell)
        {
            var value = cell.Element(Sheet + "v")?.Value;
            var text = string.Concat(cell.Descendants(Sheet + "t").Select(part => part.Value));
            var isNumber = (string?)cell.Attribute("t") is null or "n" && value is not null;
            return new Cell(value ?? text, isNumber, cell.Element(Sheet + "f") is not null);
        }
    }
}
