using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns;

[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RefusalTests
{
    private static readonly JsonArray Good = [VisitRecords.CreateMade("V-1", "2026-11-03")];

    [Test]
    public async Task Without_a_valid_key_nothing_is_taken()
    {
        await using var service = new TestService();
        foreach (var key in new string?[] { null, "", "wrong", "DEMO-SOCIAL-CARE", "demo-social-care ' OR 1=1" })
        {
            using var client = service.CreateClientFor(null);
            if (key is not null) client.DefaultRequestHeaders.TryAddWithoutValidation("X-Api-Key", key);
            using var response =
                await client.PostAsync("/v1/returns/statutory-visits?period=2026-11", SubmitTests.Body(Good, "application/json", ""));
            var answer = await ApiResponse.Create(response);

            Refused(answer, 401, "unauthenticated");
            Assert.That(answer.Headers["WWW-Authenticate"], Does.StartWith("ApiKey"));
            await NothingIsKept(service);
        }
    }

    [Test]
    public async Task Demonstration_keys_are_refused_outside_Development()
    {
        await using var service = new TestService("Production");

        Refused(await service.Post("statutory-visits", "2026-11", Good), 401, "unauthenticated");
        Refused(await service.Get("/v1/datasets"), 401, "unauthenticated");
    }

    [Test]
    public async Task Demonstration_keys_in_the_database_are_refused_outside_Development()
    {
        await using var service = new TestService("Production");
        using (service.CreateClientFor(null))
        {
            // A database that was filled in Development and taken along.
            var agencies =
                (SafeguardingMetrics.Identity.AgencyStore)service.Services.GetService(typeof(SafeguardingMetrics.Identity.AgencyStore))!;
            await agencies.Add(
                SafeguardingMetrics.Identity.DemonstrationKeys.Agencies,
                SafeguardingMetrics.Identity.DemonstrationKeys.Keys,
                areDemonstration: true,
                CancellationToken.None);
        }

        Refused(await service.Post("statutory-visits", "2026-11", Good), 401, "unauthenticated");
    }

    [Test]
    public async Task Another_sector_s_dataset_is_refused()
    {
        await using var service = new TestService();
        foreach (var (dataset, key) in new[]
        {
            ("statutory-visits", "demo-health"),
            ("statutory-visits", "demo-police"),
            ("open-cases", "demo-school"),
            ("health-assessments", "demo-social-care"),
            ("police-notifications", "demo-school"),
            ("school-attendance", "demo-police"),
        })
        {
            Refused(await service.Post(dataset, "2026-11-03", new JsonArray(), key), 403, "other-sector");
            await NothingIsKept(service);
        }
    }

    [Test]
    public async Task A_key_that_may_not_submit_is_refused()
    {
        await using var service = new TestService();
        foreach (var key in new string[] { "demo-board", "demo-analyst", "demo-admin" })
        {
            Refused(await service.Post("statutory-visits", "2026-11", Good, key), 403, "not-permitted");
            Refused(await service.Post("statutory-visits/check", "2026-11", Good, key), 403, "not-permitted");
        }
    }

    [Test]
    public async Task An_unknown_dataset_is_refused()
    {
        await using var service = new TestService();
        foreach (var dataset in new string[] { "statutory-visit", "Statutory-Visits", "%F0%9F%98%80" })
        {
            Refused(await service.Post(dataset, "2026-11", Good), 404, "unknown-dataset");
        }
    }

    [Test]
    public async Task Another_media_type_or_character_set_is_refused()
    {
        await using var service = new TestService();
        foreach (var mediaType in new string?[]
        {
            "application/xml",
            "image/png",
            "multipart/form-data; boundary=x",
            "application/json; charset=iso-8859-1",
            "text/csv; charset=iso-8859-2",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        })
        {
            Refused(
                await service.Post("statutory-visits", "2026-11", SubmitTests.Content("[]"u8.ToArray(), mediaType, "")),
                415,
                "unsupported-media-type");
            await NothingIsKept(service);
        }
    }

    [Test]
    public async Task Another_content_encoding_is_refused()
    {
        await using var service = new TestService();
        foreach (var encoding in new string[] { "deflate", "zstd", "zebedee" })
        {
            Refused(
                await service.Post("statutory-visits", "2026-11", SubmitTests.Content("[]"u8.ToArray(), "application/json", encoding)),
                415,
                "unsupported-media-type");
        }
    }

    [Test]
    public async Task A_body_that_says_it_is_too_long_is_refused_before_it_is_read()
    {
        await using var service = new TestService();
        using var content = new EndlessContent(SafeguardingMetrics.Http.Limits.ReturnLimits.MaxCompressedBytes + 1);
        content.Headers.ContentType = new("text/csv");

        Refused(await service.Post("statutory-visits", "2026-11", content), 413, "too-large");
    }

    [Test]
    public async Task Bytes_beyond_what_is_taken_once_unpacked_are_refused()
    {
        using var packed = new MemoryStream();
        using (var packing = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true)) packing.Write(new byte[3_000_000]);
        packed.Position = 0;

        var fault = Assert.ThrowsAsync<SafeguardingMetrics.Http.Bodies.BodyTooLargeException>(
            () => SafeguardingMetrics.Http.Bodies.BufferedBody.Receive(packed, "gzip", 2_999_999, CancellationToken.None))!;

        Assert.That(fault.Most, Is.EqualTo(2_999_999));
        await Task.CompletedTask;
    }

    [Test]
    public async Task A_period_that_cannot_be_used_is_refused()
    {
        await using var service = new TestService();
        foreach (var (dataset, period) in new[]
        {
            ("statutory-visits", ""),
            ("statutory-visits", "2026"),
            ("statutory-visits", "2026-13"),
            ("statutory-visits", "2026-02-29"),
            ("statutory-visits", "2026-11-1"),
            ("statutory-visits", "22/11/2026"),
            ("statutory-visits", "2026-11-01/"),
            ("statutory-visits", "2026-11/2026-12"),
            ("statutory-visits", "2026-11-01/2026-11-02/2026-11-03"),
            ("statutory-visits", "2026-11-02/2026-11-01"),
            ("statutory-visits", "2023-11-22/2026-11-22"),
            ("statutory-visits", "0001-01"),
            ("statutory-visits", "1989-12-31/1990-01-01"),
            ("statutory-visits", "zebedee"),
            ("open-cases", "2026-11"),
            ("open-cases", "2026-11-21/2026-11-22"),
            ("workforce-posts", "2026-11-21/2026-11-22"),
            ("workforce-posts", "0002-01-01"),
        })
        {
            var answer = await service.Post(dataset, period, new JsonArray());

            Refused(answer, 400, "invalid-period", period);
            Assert.That(answer.Text, Does.Not.Contain("zebedee"));
        }
    }

    [Test]
    public async Task A_missing_period_is_refused()
    {
        await using var service = new TestService();
        using var client = service.CreateClientFor("demo-social-care");
        using var response = await client.PostAsync("/v1/returns/statutory-visits", SubmitTests.Body(Good, "application/json", ""));

        Refused(await ApiResponse.Create(response), 400, "invalid-period");
        await NothingIsKept(service);
    }

    [TestCase("text/csv", VisitRecords.Header + "\nV-1,\"C-1", 2, 5)]
    [TestCase(
        "text/csv",
        VisitRecords.Header + "\nV-1,C-1,East,East 1,looked-after,2026-11-03,,,,x\nV-2,C-2,East,East 1,looked-after,2026-11-03,,,,x",
        2,
        48)]
    [TestCase("text/csv", "", 1, 1)]
    [TestCase("application/json", "[{\"visitId\":\"V-1\"},\n{]", 2, 2)]
    [TestCase("application/json", "{\"message\":\"Not signed in\"}", 1, 1)]
    [TestCase("application/json", "", 1, 1)]
    [TestCase("application/x-ndjson", "{\"visitId\":\"V-1\"}\n{\"visitId\":\"V-2\"", 2, 17)]
    public async Task A_body_that_cannot_be_read_is_refused_with_line_and_position_and_the_attempt_is_kept(
        string mediaType, string body, int line, int position)
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", "2026-11", body, mediaType);

        Refused(answer, 400, "unreadable-body");
        Assert.That(((int)answer.Json["line"]!, (int)answer.Json["position"]!), Is.EqualTo((line, position)));
        var attempt = (await service.Get("/v1/returns?status=rejected", "demo-social-care")).Json["items"]!.AsArray().Single()!;
        Assert.That((string)attempt["returnId"]!, Is.EqualTo(answer.ReturnId));
        Assert.That((string)attempt["reason"]!, Does.EndWith($"(line {line}, position {position})"));
        Assert.That(
            (string)(await service.Get($"/v1/returns/{answer.ReturnId}", "demo-social-care")).Json["status"]!,
            Is.EqualTo("rejected"));
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
    }

    [Test]
    public async Task A_body_that_breaks_off_after_good_records_leaves_nothing_but_the_attempt()
    {
        await using var service = new TestService();
        var body = VisitRecords.CreateMany("2026-11-03", 30, 0).ToJsonString()[..^1];

        var answer = await service.Post("statutory-visits", "2026-11", body, "application/json");

        Refused(answer, 400, "unreadable-body");
        Assert.That((await service.Get($"/v1/returns/{answer.ReturnId}/findings", "demo-social-care")).Json["items"]!.AsArray(), Is.Empty);
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
        Assert.That((await service.Post("statutory-visits", "2026-11", Good)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task Damaged_packing_is_refused()
    {
        await using var service = new TestService();
        foreach (var encoding in new[] { "gzip", "br" })
            foreach (var damage in new[] { "nonsense", "cut short", "nothing after the beginning", "without its end", "spoilt", "plain" })
                Refused(
                    await service.Post("statutory-visits", "2026-11", await Damaged(encoding, damage)),
                    400,
                    "damaged-body",
                    $"{encoding}, {damage}");
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
    }

    private static async Task<HttpContent> Damaged(string encoding, string damage)
    {
        var good = await SubmitTests.Packed(
            VisitRecords.CreateMany("2026-11-03", 200, 0).ToJsonString(),
            "application/json",
            encoding).ReadAsByteArrayAsync();
        var bytes = damage switch
        {
            "nonsense" => Encoding.ASCII.GetBytes("this is no packed body at all, and never was one"),
            "cut short" => good[..(good.Length / 2)],
            "nothing after the beginning" => good[..12],
            "without its end" => good[..^1],
            "spoilt" => [.. good[..60], .. good[60..120].Select(b => (byte)~b), .. good[120..]],
            _ => Encoding.UTF8.GetBytes(Good.ToJsonString()),
        };

        return SubmitTests.Content(bytes, "application/json", encoding);
    }

    [Test]
    public async Task A_return_with_nothing_acceptable_is_rejected_with_its_findings_and_the_attempt_is_kept()
    {
        await using var service = new TestService();

        var answer = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateFaulty("V-1"), VisitRecords.CreateFaulty("V-2")));

        Refused(answer, 422, "return-rejected");
        Assert.That(answer.Findings, Is.EqualTo(new[] { "1 R02 dueOn", "2 R02 dueOn" }));
        Assert.That(
            answer.Json["records"]!.ToJsonString(),
            Is.EqualTo("""{"received":2,"accepted":0,"rejected":2,"queried":0,"explained":0}"""));
        var attempt = (await service.Get("/v1/returns?status=rejected", "demo-social-care")).Json["items"]!.AsArray().Single()!;
        Assert.That((string)attempt["returnId"]!, Is.EqualTo(answer.ReturnId));
        Assert.That(
            (await service.Get($"/v1/returns/{answer.ReturnId}/findings", "demo-social-care")).Json["items"]!.AsArray(),
            Has.Count.EqualTo(2));
        Assert.That((await service.Get($"/v1/returns/{answer.ReturnId}", "demo-social-care")).Findings, Is.EqualTo(answer.Findings));
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
    }

    [Test]
    public async Task A_strict_return_is_rejected_for_one_error_but_not_for_a_query()
    {
        await using var service = new TestService();
        var queried = VisitRecords.CreateMade("V-1", "2026-09-01", "2026-11-02");

        var error = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")),
            prefer: "handling=strict");
        var query = await service.Post("statutory-visits", "2026-09", new JsonArray(queried), prefer: "handling=strict");

        Refused(error, 422, "return-rejected");
        Assert.That(error.Findings, Is.EqualTo(new[] { "2 R02 dueOn" }));
        Assert.That(query.Status, Is.EqualTo(HttpStatusCode.Created), query.Text);
        Assert.That(query.Findings, Is.EqualTo(new[] { "1 SV06 visitedOn" }));
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
    }

    [TestCase("2026-11-23")]
    [TestCase("2026-12")]
    [TestCase("2026-11-23/2027-01-01")]
    [TestCase("9999-12")]
    [TestCase("9999-12-31")]
    [TestCase("9999-01-01/9999-12-31")]
    public async Task A_period_wholly_ahead_is_refused_and_the_attempt_is_kept(string period)
    {
        await using var service = new TestService();

        var answer = await service.Post("statutory-visits", period, new JsonArray());

        Refused(answer, 422, "period-ahead");
        var attempt = (await service.Get("/v1/returns?status=rejected", "demo-social-care")).Json["items"]!.AsArray().Single()!;
        Assert.That((string)attempt["returnId"]!, Is.EqualTo(answer.ReturnId));
        Assert.That((string)attempt["reason"]!, Does.Contain("2026-11-22"));
    }

    [Test]
    public async Task An_address_or_method_that_is_not_there_is_refused_as_a_problem()
    {
        await using var service = new TestService();

        Refused(await service.Get("/v1/nothing"), 404, "not-found");
        Refused(await service.Delete("/v1/returns/statutory-visits/check", "demo-social-care"), 405, "method-not-allowed");
    }

    internal static void Refused(ApiResponse answer, int status, string code, string? what = null)
    {
        Assert.That(((int)answer.Status, answer.Problem), Is.EqualTo((status, code)), $"{what} {answer.Text}");
        Assert.That(answer.MediaType, Is.EqualTo("application/problem+json"));
        Assert.That((string)answer.Json["type"]!, Is.EqualTo($"/problems/{code}"));
        Assert.That((int)answer.Json["status"]!, Is.EqualTo(status));
        Assert.That((string)answer.Json["title"]!, Is.Not.Empty);
        Assert.That((string)answer.Json["detail"]!, Is.Not.Empty);
        Assert.That((string)answer.Json["traceId"]!, Is.Not.Empty);
    }

    private static async Task NothingIsKept(TestService service) =>
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);

    private sealed class EndlessContent(long length) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
