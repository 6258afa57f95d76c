using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class FindingListTests
{
    private const string Columns = "record,line,key,field,rule,severity,message,value,explained";

    [Test]
    public async Task A_receipt_holds_the_first_hundred_findings_and_pages_hold_all_in_their_order()
    {
        await using var service = new TestService();
        var body = VisitRecords.Header
            + ",shoeSize"
            + string.Concat(Enumerable.Range(1, 130).Select(i => $"\nV-{i},C-{i},East,East 1,looked-after,2026-02-30,yesterday,,,"))
            + "\nV-131,C-1,East,East 1,looked-after,2026-11-03,,,,";

        var receipt = await service.Post("statutory-visits", "2026-11", body, "text/csv");
        var listed = new List<string>();
        var pages = 0;
        for (var next = $"/v1/returns/{receipt.ReturnId}/findings?limit=90"; next is not null; pages++)
        {
            var page = await service.Get(next, "demo-social-care");
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.OK), page.Text);
            listed.AddRange(page.Json["items"]!.AsArray().Select(Text));
            next = (string?)page.Json["next"];
        }

        var expected = Enumerable.Range(1, 130)
            .SelectMany(i => new[] { $"{i} {i + 1} V-{i} dueOn R02 error 2026-02-30", $"{i} {i + 1} V-{i} visitedOn R02 error " })
            .Prepend("   shoeSize R05 query ")
            // Of a return of which most is rejected, one finding says so.
            .Append("    R18 query ")
            .ToList();
        Assert.That(listed, Is.EqualTo(expected));
        Assert.That(pages, Is.EqualTo(3));
        Assert.That(receipt.Json["findings"]!.AsArray().Select(Text), Is.EqualTo(expected.Take(100)));
        Assert.That(
            receipt.Json["rules"]!.AsArray().Select(rule => $"{rule!["code"]} {rule["findings"]}"),
            Is.EqualTo(new[] { "R02 260", "R05 1", "R18 1" }));
        Assert.That(
            (await service.Get($"/v1/returns/{receipt.ReturnId}/findings", "demo-social-care")).Json["items"]!.AsArray(),
            Has.Count.EqualTo(100));
    }

    [Test]
    public async Task CSV_holds_all_findings_at_once_with_the_same_columns()
    {
        await using var service = new TestService();
        var receipt = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray([
                VisitRecords.CreateMade("V-0", "2026-11-03"),
                .. Enumerable.Range(1, 130).Select(i => VisitRecords.CreateFaulty($"V-{i}")),
            ]));

        var csv = await service.Get($"/v1/returns/{receipt.ReturnId}/findings?format=csv", "demo-social-care");
        var accepted = await service.Get($"/v1/returns/{receipt.ReturnId}/findings", "demo-social-care", "text/csv");

        Assert.That(csv.MediaType, Is.EqualTo("text/csv"));
        Assert.That(accepted.Text, Is.EqualTo(csv.Text));
        var lines = csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines[0], Is.EqualTo(Columns));
        Assert.That(lines, Has.Length.EqualTo(132));
        Assert.That(
            lines[1],
            Is.EqualTo(
                "2,,V-1,dueOn,R02,error,\"2026-02-30 is no day that exists. "
                + "A value must be of its field's type (a date that exists, a whole number, true or false): "
                + "dueOn is a date that exists, written YYYY-MM-DD.\",2026-02-30,"));
    }

    [Test]
    public async Task A_return_without_findings_has_an_empty_page_and_a_header()
    {
        await using var service = new TestService();
        var receipt = await service.Post("statutory-visits", "2026-11", new JsonArray());

        Assert.That((await service.Get($"/v1/returns/{receipt.ReturnId}/findings")).Text, Is.EqualTo("""{"items":[],"next":null}"""));
        Assert.That((await service.Get($"/v1/returns/{receipt.ReturnId}/findings?format=csv")).Text, Is.EqualTo(Columns + "\r\n"));
    }

    [Test]
    public async Task Parameters_that_cannot_be_used_are_refused()
    {
        await using var service = new TestService();
        var receipt = await service.Post("statutory-visits", "2026-11", new JsonArray());

        foreach (var query in new[] { "limit=0", "limit=1001", "cursor=zebedee", "cursor=eA", "format=xml" })
            RefusalTests.Refused(await service.Get($"/v1/returns/{receipt.ReturnId}/findings?{query}"), 400, "invalid-parameter", query);
    }

    [Test]
    public async Task The_line_of_a_CSV_or_NDJSON_record_is_given_though_cells_and_empty_lines_stand_between()
    {
        await using var service = new TestService();
        var csv =
            $"\r\n{VisitRecords.Header}\r\nV-1,C-1,\"East\r\nend\",East 1,looked-after,2026-11-03,,,\r\n\r\nV-2,C-2,East,East "
            + "1,looked-after,never,,,\r\n";
        var ndjson =
            $"\n{VisitRecords.CreateMade("V-1", "2026-11-03").ToJsonString()}\n\n{VisitRecords.CreateFaulty("V-2").ToJsonString()}";

        var ofCsv = await service.Post("statutory-visits/check", "2026-11", csv, "text/csv", "demo-social-care");
        var ofNdjson = await service.Post("statutory-visits/check", "2026-11", ndjson, "application/x-ndjson", "demo-social-care");

        Assert.That(
            ofCsv.Json["findings"]!.AsArray().Select(finding => $"{finding!["record"]} {finding["line"]} {finding["rule"]}"),
            Is.EqualTo(new[] { "1 3 R03", "2 6 R02" }));
        Assert.That(
            ofNdjson.Json["findings"]!.AsArray().Select(finding => $"{finding!["record"]} {finding["line"]} {finding["rule"]}"),
            Is.EqualTo(new[] { "2 4 R02" }));
    }

    private static string Text(JsonNode? finding) =>
        $"{finding!["record"]} {finding["line"]} {finding["key"]} {finding["field"]} {finding["rule"]} {finding["severity"]} "
        + $"{finding["value"]}";
}
