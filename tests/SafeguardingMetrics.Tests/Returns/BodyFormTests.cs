using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

/// <summary>Bodies as people send them: submitted, checked, accepted to be processed later, and checked offline.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class BodyFormTests
{
    private const string Address = "/v1/returns/statutory-visits";
    private const string Header = VisitRecords.Header;
    private const string One = "V-1,C-1,East,East 1,child-protection,2025-03-04,2025-03-03,true,true";
    private const string French = "V-3,C-3,East,Caf\u00E9,child-protection,2025-03-04,2025-03-03,true,true";
    private const string Two = "V-2,C-2,East,East 1,looked-after,2025-03-11,2025-03-14,true,true";
    private const string Object =
        """{"visitId":"V-1","childId":"C-1","locality":"East","team":"A","visitType":"child-protection","dueOn":"2025-03-04"}""";

    private const string Long = "V-9,C-9,East,Smith, Jones,child-protection,2025-03-04,2025-03-03,true,true";

    private static IEnumerable<TestCaseData> Taken()
    {
        yield return Case("rows of commas", "text/csv", $"{Header}\n{One}\n,,,,,,,,\n{Two}\n,,,,,,,,\n", "2/2");
        yield return Case("rows of blanks and Ctrl-Z", "text/csv", $"{Header}\n{One}\n \t,\u00A0,\u200B,,,,,,\n{Two}\n\u001A", "2/2");
        yield return Case("empty last column", "text/csv", $"{Header},\n{One},\n{Two},\n", "2/2");
        yield return Case("value in a column without a name", "text/csv", $"{Header},\n{One},\n{Two},7\n", "2/2", " R05 (field 10)");
        yield return Case("empty objects", "application/json", $"[{{}},{Object},{{\"visitId\":null}}]", "1/1");
        yield return Case("empty lines of NDJSON", "application/x-ndjson", $"{{}}\n\n{Object}\n{{}}\n", "1/1");
        yield return Case("tabs in UTF-16", "text/csv", Utf16($"{Header}\n{One}\n{Two}\n".Replace(',', '\t')), "2/2");
        yield return Case("semicolons as application/csv", "application/csv", $"{Header}\n{One}\n{Two}\n".Replace(',', ';'), "2/2");
        yield return Case("Windows-1252", "text/csv; charset=windows-1252", Encoding.Latin1.GetBytes($"{Header}\n{French}\n"), "1/1");
        yield return Case("as Windows sends CSV", "application/vnd.ms-excel", $"{Header}\r\n{One}\r\n", "1/1");
        yield return Case("without a type", null, $"{Header}\n{One}\n", "1/1");
        yield return Case("JSON without a type", null, $"[{Object}]", "1/1");
        yield return Case("as curl sends it", "application/x-www-form-urlencoded", $"{Header}\n{One}\n", "1/1");
        yield return Case("JSON said to be CSV", "text/csv", $"[{Object}]", "1/1");
        yield return Case("CSV said to be JSON", "application/json", $"{Header}\n{One}\n{Two}\n", "2/2");
        yield return Case("one object", "application/json", Object, "1/1");
        yield return Case("lines said to be JSON", "application/json", $"{Object}\n{Object.Replace("V-1", "V-2")}\n", "2/2");
        yield return Case("list in value", "application/json", $"\uFEFF{{\"@odata.context\":\"x\",\"value\":[{Object}]}}", "1/1");
        yield return Case("list in records", "application/json", Utf16($"{{\"records\":[{Object}]}}"), "1/1");
        yield return Case("an unquoted comma", "text/csv", $"{Header}\n{One}\n{Long}\n{Two}\n", "2/3", "2 R17");
        yield return Case("two unquoted commas", "text/csv", $"{Header}\n{One}\n{Long},true,true\n", "1/2", "2 R17");
        yield return Case("empty cells too many", "text/csv", $"{Header}\n{One},,\n{Two}, ,\n", "2/2");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return Case("web page", "text/csv", "<!DOCTYPE html><html><title>Sign in</title></html>",
            "400 This is a web page, not a return.");
        yield return Case("zip", "text/csv", new byte[] { 0x50, 0x4B, 3, 4, 20, 0 }, "400 This is a zip file.");
        yield return Case("gzip", "application/json", new byte[] { 0x1F, 0x8B, 8, 0 }, "400 This is packed with gzip");
        yield return Case("form", "multipart/form-data; boundary=x", "--x\r\n", "415 This is a form with the file inside it");
        yield return Case("workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "PK",
            "415 This is an Excel workbook");
        yield return Case("page of a list", "application/json", $"{{\"value\":[{Object}],\"@odata.nextLink\":\"x\"}}",
            "400 The body is one page");
        yield return Case("most rows too long", "text/csv", $"{Header}\n{One},x\n{Two},y\n", "400 2 of 2 rows have more cells");
        yield return Case("open quote", "text/csv", $"{Header}\n{One}\nV-2,\"C-2\n",
            "400 The quotation mark that opens here is not closed.");
    }

    [TestCaseSource(nameof(Taken))]
    public async Task A_body_is_taken_alike_wherever_it_is_sent(string? mediaType, byte[] body, string counts, string? finding)
    {
        await using var service = new TestService();

        var check = await service.Send("", content: Content(body, mediaType), address: $"{Address}/check?period=2025-03");
        var later = await service.Send(
            "", content: Content(body, mediaType), address: $"{Address}?period=2025-03", prefer: "respond-async");
        var outcome = await service.GetOutcome(later.Headers["Location"]);
        var submitted = await service.Send("", content: Content(body, mediaType), address: $"{Address}?period=2025-03");

        foreach (var answer in new[] { check, outcome, submitted })
        {
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
            var records = answer.Json["records"]!;
            Assert.That($"{records["accepted"]}/{records["received"]}", Is.EqualTo(counts), answer.Text);
            Assert.That(
                answer.Json["findings"]!.AsArray().Select(one => $"{one!["record"]} {one["rule"]} {one["field"]}".TrimEnd()),
                Is.EqualTo(finding is null ? Array.Empty<string>() : [finding]).AsCollection);
        }

        var offline = CheckOffline(mediaType, body, out var found);
        Assert.That($"{offline.Accepted}/{offline.Received}", Is.EqualTo(counts));
        Assert.That(found, Has.Count.EqualTo(finding is null ? 0 : 1));
    }

    [TestCaseSource(nameof(Refused))]
    public async Task A_body_that_is_no_return_is_named_and_leaves_nothing(string? mediaType, byte[] body, string said, string? unused)
    {
        Assert.That(unused, Is.Null);
        await using var service = new TestService();

        var check = await service.Send("", content: Content(body, mediaType), address: $"{Address}/check?period=2025-03");
        var submitted = await service.Send("", content: Content(body, mediaType), address: $"{Address}?period=2025-03");

        foreach (var answer in new[] { check, submitted })
            Assert.That($"{(int)answer.Status} {answer.Json["detail"]}", Does.StartWith(said));
        Assert.That((await service.Get("/v1/returns?status=accepted", "demo-social-care")).Json["items"]!.AsArray(), Is.Empty);
        if (said.StartsWith("400", StringComparison.Ordinal))
            Assert.That(() => CheckOffline(mediaType, body, out _), Throws.TypeOf<BodyUnreadableException>());
    }

    [Test]
    public async Task A_row_with_a_cell_too_many_is_rejected_by_itself_and_nothing_of_it_is_shown()
    {
        await using var service = new TestService();
        var body = $"{Header}\n{One}\nV-2,C-2,East,Zebedee, Magpie,looked-after,2025-03-11,,,\n"
            + "V-3,C-3,East,Zebedee, Magpie,looked-after,2025-03-11,2025-03-11,true,true\n";

        var answer = await service.Post("statutory-visits", "2025-03", body, "text/csv");

        var found = answer.Json["findings"]!.AsArray().Single(finding => (string)finding!["rule"]! == "R17")!;
        Assert.That((int)found["record"]!, Is.EqualTo(3));
        Assert.That((int)found["line"]!, Is.EqualTo(4));
        Assert.That(found["key"], Is.Null);
        Assert.That((string)found["message"]!, Does.Contain("An unquoted comma?").And.Contain("9 columns"));
        Assert.That($"{found["message"]} {found["value"]}", Does.Contain("10 cells"));
        Assert.That(answer.Text, Does.Not.Contain("Magpie"));
    }

    [Test]
    public async Task The_same_bytes_in_another_charset_are_another_return()
    {
        await using var service = new TestService();
        var bytes = Encoding.Latin1.GetBytes($"{Header}\n{One}\n{French}\n");

        var first = await service.Send("", content: Content(bytes, "text/csv"), address: $"{Address}?period=2025-03");
        var second = await service.Send(
            "", content: Content(bytes, "text/csv; charset=windows-1252"), address: $"{Address}?period=2025-03");
        var third = await service.Send(
            "", content: Content(bytes, "application/csv; charset=cp1252"), address: $"{Address}?period=2025-03");

        Assert.That((int)first.Json["records"]!["accepted"]!, Is.EqualTo(1), first.Text);
        Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Created), second.Text);
        Assert.That((int)second.Json["records"]!["accepted"]!, Is.EqualTo(2));
        Assert.That(third.ReturnId, Is.EqualTo(second.ReturnId));
    }

    [Test]
    public async Task What_the_service_gave_is_not_taken_for_a_return()
    {
        await using var service = new TestService();
        var stored = await service.Post(
            "statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")));
        var findings = $"/v1/returns/{stored.ReturnId}/findings";
        const string Cases = "/v1/indicators/visits-on-time/cases?from=2026-11-01&to=2026-11-30";

        foreach (var (text, said) in new[]
        {
            ((await service.Get($"{findings}?format=csv", "demo-social-care")).Text, "This is a list of findings"),
            ((await service.Get(findings, "demo-social-care")).Text, "This is a list of findings"),
            (stored.Text, "This is the receipt of a return"),
            ((await service.Get("/v1/returns/none", "demo-social-care")).Text, "This is an answer of this service"),
            ((await service.Get($"{Cases}&format=csv")).Text, "This is the list of cases"),
            ((await service.Get(Cases)).Text, "This is the list of cases"),
        })
        {
            var type = text.StartsWith('{') ? "application/json" : "text/csv";
            var answer = await service.Post("statutory-visits", "2026-11", text, type);
            Assert.That($"{(int)answer.Status} {answer.Json["detail"]}", Does.StartWith($"400 {said}"), text);
        }

        Assert.That((await service.Get("/v1/returns?status=accepted", "demo-social-care")).Json["items"]!.AsArray(), Is.Empty);
    }

    private static TestCaseData Case(string name, string? mediaType, object body, string said, string? finding = null) =>
        new TestCaseData(mediaType, body as byte[] ?? Encoding.UTF8.GetBytes((string)body), said, finding).SetArgDisplayNames(name);

    private static byte[] Utf16(string text) => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)];

    private static ByteArrayContent Content(byte[] body, string? mediaType)
    {
        var content = new ByteArrayContent(body);
        if (mediaType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        return content;
    }

    private static RecordCounts CheckOffline(string? mediaType, byte[] body, out List<Finding> found)
    {
        found = [];
        var facts = new ReturnContext("EXA-CSC", new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31), new DateOnly(2026, 11, 22));
        return ReturnCheck.Run(
            DatasetCatalogue.Find("statutory-visits")!, facts, MediaTypes.Parse(mediaType)!, new MemoryStream(body), found.Add);
    }
}
