using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class SubmitTests
{
    private static readonly JsonArray Records =
    [
        VisitRecords.CreateMade("V-1", "2026-11-03"),
        VisitRecords.CreateMissed("V-2", "2026-11-04"),
        VisitRecords.CreateFaulty("V-3"),
    ];

    [TestCase("application/json", "")]
    [TestCase("application/json; charset=utf-8", "gzip")]
    [TestCase("Application/JSON;charset=\"UTF-8\"", "br")]
    [TestCase("application/x-ndjson", "")]
    [TestCase("application/x-ndjson", "gzip")]
    [TestCase("application/x-ndjson", "br")]
    [TestCase("text/csv", "")]
    [TestCase("text/csv; charset=utf-8; header=present", "GZIP")]
    [TestCase("text/csv", "br")]
    [TestCase("text/csv", "identity")]
    public async Task Each_media_type_is_taken_packed_or_not(string mediaType, string encoding)
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11", Body(Records, mediaType, encoding));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":3,"accepted":2,"rejected":1,"queried":0,"explained":0}"""));
        Assert.That(answer.Findings, Is.EqualTo(new[] { "3 R02 dueOn" }));
        var value = (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That((decimal)value["value"]!, Is.EqualTo(50m));
    }

    [Test]
    public async Task A_receipt_says_how_each_record_fared_and_lies_where_Location_says()
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11-01/2026-11-22", Records);

        Assert.That(answer.Headers["Location"], Is.EqualTo($"/v1/returns/{answer.ReturnId}"));
        var receipt = answer.Json;
        Assert.That(Guid.TryParse(answer.ReturnId, out _), Is.True);
        Assert.That((string)receipt["agency"]!, Is.EqualTo("EXA-CSC"));
        Assert.That((string)receipt["dataset"]!, Is.EqualTo("statutory-visits"));
        Assert.That(receipt["period"]!.ToJsonString(), Is.EqualTo("""{"from":"2026-11-01","to":"2026-11-22"}"""));
        Assert.That((string)receipt["status"]!, Is.EqualTo("accepted-with-findings"));
        Assert.That((DateTimeOffset)receipt["receivedAt"]!, Is.EqualTo(service.Clock.GetUtcNow()));
        Assert.That(receipt["supersedes"]!.AsArray(), Is.Empty);
        Assert.That(receipt["rules"]!.ToJsonString(), Is.EqualTo(
            """[{"code":"R02","severity":"error","dimension":"validity","message":"A value must be of its field\u0027s type (a date """
            + """that exists, a whole number, true or false).","findings":1,"explained":0}]"""));
        Assert.That(receipt["findings"]!.ToJsonString(), Is.EqualTo(
            """[{"record":3,"line":null,"key":"V-3","field":"dueOn","rule":"R02","severity":"error","message":"2026-02-30 is no day """
            + """that exists. A value must be of its field\u0027s type (a date that exists, a whole number, true or false): dueOn is """
            + """a date that exists, written """
            + """YYYY-MM-DD.","value":"2026-02-30","explained":null}]"""));
        Assert.That(
            (await service.Get(answer.Headers["Location"], "demo-social-care")).Json.ToJsonString(),
            Is.EqualTo(receipt.ToJsonString()));
    }

    [Test]
    public async Task A_return_without_a_fault_is_accepted_plainly()
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03")));

        Assert.That((string)answer.Json["status"]!, Is.EqualTo("accepted"));
        Assert.That(answer.Json["rules"]!.AsArray(), Is.Empty);
    }

    [TestCase("application/json", "[]")]
    [TestCase("application/x-ndjson", "\n")]
    [TestCase("text/csv", VisitRecords.Header)]
    public async Task A_nil_return_is_accepted_and_says_that_there_was_nothing(string mediaType, string body)
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11", body, mediaType);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That((string)answer.Json["status"]!, Is.EqualTo("accepted"));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":0,"accepted":0,"rejected":0,"queried":0,"explained":0}"""));
        var value = (await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!;
        Assert.That((string)value["symbol"]!, Is.EqualTo("z"));
        Assert.That((int)value["agenciesReported"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task A_period_is_a_day_a_month_or_an_interval()
    {
        await using var service = new TestService();
        foreach (var (period, from, to) in new[]
        {
            ("2026-11-03", "2026-11-03", "2026-11-03"),
            ("2026-11", "2026-11-01", "2026-11-30"),
            ("2024-02", "2024-02-01", "2024-02-29"),
            ("2026-11-03/2026-11-03", "2026-11-03", "2026-11-03"),
            ("2023-12-30/2026-11-22", "2023-12-30", "2026-11-22"),
            ("2026-11-22/2027-01-02", "2026-11-22", "2027-01-02"),
            ("1990-01-01", "1990-01-01", "1990-01-01"),
        })
        {
            var answer = await service.Post("statutory-visits", period, new JsonArray());

            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
            Assert.That(answer.Json["period"]!.ToJsonString(), Is.EqualTo($$"""{"from":"{{from}}","to":"{{to}}"}"""));
        }
    }

    [Test]
    public async Task The_day_of_receipt_is_the_day_in_London()
    {
        await using var service = new TestService();
        service.Clock.SetUtcNow(new DateTimeOffset(2027, 6, 30, 23, 30, 0, TimeSpan.Zero));

        // Half past midnight on 1 July in London: the day has begun, and a visit made on it is not ahead.
        var answer = await service.Post("statutory-visits", "2027-07-01", new JsonArray(VisitRecords.CreateMade("V-1", "2027-07-01")));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That((string)answer.Json["status"]!, Is.EqualTo("accepted"));
    }

    [Test]
    public async Task A_large_return_is_read_from_the_encrypted_file_that_held_it()
    {
        await using var service = new TestService();
        var body = new StringBuilder(VisitRecords.Header);
        for (var i = 1; i <= 20_000; i++)
            body.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\nV-{i},C-{i},East,East {i % 7},looked-after,2026-11-{1 + i % 20:00},2026-11-{1 + i % 20 + i % 2:00},true,true");
        Assert.That(body, Has.Length.GreaterThan(1024 * 1024));

        var answer = await service.Post("statutory-visits", "2026-11", body.ToString(), "text/csv");
        var again = await service.Post("statutory-visits", "2026-11", Packed(body.ToString(), "text/csv", "br"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.Text);
        Assert.That((int)answer.Json["records"]!["accepted"]!, Is.EqualTo(20_000));
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (decimal)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["numerator"]!,
            Is.EqualTo(10_000));
    }

    [Test]
    public async Task Strictness_is_asked_for_in_the_ways_that_Prefer_allows([Values(
        "handling=strict",
        "return=representation, handling=strict",
        "handling = Strict",
        "handling=\"strict\"",
        "wait=10; handling=strict")] string prefer)
    {
        await using var service = new TestService();

        var strict = await service.Post("statutory-visits", "2026-11", Records, prefer: prefer);
        var lenient = await service.Post("statutory-visits", "2026-11", Records, prefer: "handling=lenient");

        Assert.That(strict.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), strict.Text);
        Assert.That(lenient.Status, Is.EqualTo(HttpStatusCode.Created), lenient.Text);
    }

    internal static HttpContent Body(JsonArray records, string mediaType, string encoding)
    {
        var text = mediaType.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) ? VisitRecords.Csv(records)
            : mediaType.Contains("ndjson", StringComparison.OrdinalIgnoreCase)
                ? string.Join('\n', records.Select(record => record!.ToJsonString()))
                : records.ToJsonString();
        return Packed(text, mediaType, encoding);
    }

    internal static HttpContent Packed(string text, string mediaType, string encoding)
    {
        using var packed = new MemoryStream();
        using (Stream packing = encoding.ToLowerInvariant() switch
        {
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            "br" => new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true),
            _ => new BufferedStream(packed),
        })
        {
            packing.Write(Encoding.UTF8.GetBytes(text));
            packing.Flush();
            if (packing is BufferedStream) return Content(packed.ToArray(), mediaType, encoding);
        }

        return Content(packed.ToArray(), mediaType, encoding);
    }

    internal static HttpContent Content(byte[] bytes, string? mediaType, string encoding)
    {
        var content = new ByteArrayContent(bytes);
        if (mediaType is not null) content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding.Length > 0) content.Headers.ContentEncoding.Add(encoding);
        return content;
    }
}
