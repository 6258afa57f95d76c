using System.IO.Compression;
using System.IO.Pipelines;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Http.Limits;

/// <summary>
/// How large a return may be, in every sense: what is more is refused with a problem of its own, and nothing is stored.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class BodyLimitTests
{
    private const string Json = "application/json";
    private const string Ndjson = "application/x-ndjson";
    private const string Csv = "text/csv";

    [Test]
    public async Task A_body_that_says_that_it_is_too_large_is_refused_before_it_is_read()
    {
        var (http, _) = Waiting();
        http.Request.ContentLength = 1001;

        var (body, problem) = await BodyReceiver.Receive(http, new BodyLimits(1000, 1000, 10));

        Assert.That(
            (body, problem!.ProblemDetails.Extensions["code"], problem.StatusCode),
            Is.EqualTo((null as BufferedBody, "too-large", 413)));
    }

    [Test]
    public async Task A_body_without_a_length_is_refused_when_it_has_become_too_large()
    {
        await using var service = With("BodyBytes", 1000);
        using var body = new UnmeasuredContent(VisitRecords.CreateMany("2026-11-03", 20, 0).ToJsonString(), Json);

        await Refuses(service, await service.Post("statutory-visits", "2026-11", body), 413, "too-large");
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task A_packed_body_is_refused_when_it_has_become_too_large(string encoding)
    {
        await using var service = With("UnpackedBytes", 5000);

        await Refuses(
            service,
            await service.Post(
                "statutory-visits",
                "2026-11",
                SubmitTests.Packed(VisitRecords.CreateMany("2026-11-03", 200, 0).ToJsonString(), Json, encoding)),
            413,
            "too-large-unpacked");
    }

    [TestCase("gzip")]
    [TestCase("br")]
    public async Task A_bomb_is_refused_long_before_it_has_gone_off(string encoding)
    {
        await using var service = new TestService();
        using var bomb = new MemoryStream();
        using (Stream packing = encoding == "gzip"
            ? new GZipStream(bomb, CompressionLevel.SmallestSize, leaveOpen: true)
            : new BrotliStream(bomb, CompressionLevel.Fastest, leaveOpen: true))
            for (var i = 0; i < 64; i++) packing.Write(new byte[1024 * 1024]);

        await Refuses(
            service,
            await service.Post("statutory-visits", "2026-11", SubmitTests.Content(bomb.ToArray(), Json, encoding)),
            413,
            "packed-too-tightly");
    }

    [Test]
    public async Task A_small_body_may_be_packed_as_tightly_as_can_be()
    {
        await using var service = new TestService();

        var answer =
            await service.Post("statutory-visits", "2026-11", SubmitTests.Packed($"[{new string(' ', 1024 * 1024)}]", Json, "gzip"));

        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }

    [TestCase(Json, 15, 400, "too-deep")]
    [TestCase(Json, 14, 201, null)]
    [TestCase(Ndjson, 16, 400, "too-deep")]
    [TestCase(Ndjson, 15, 201, null)]
    public async Task JSON_that_lies_too_deep_is_refused(string mediaType, int levels, int status, string? problem)
    {
        await using var service = new TestService();
        var deep = $$"""{"note":{{new string('[', levels)}}{{new string(']', levels)}}}""";
        var good = VisitRecords.CreateMade("V-1", "2026-11-03").ToJsonString();

        var answer =
            await service.Post("statutory-visits", "2026-11", mediaType == Json ? $"[{good},\n{deep}]" : $"{good}\n{deep}", mediaType);

        Assert.That(((int)answer.Status, answer.Problem), Is.EqualTo((status, problem)), answer.Text);
        if (problem is not null) Assert.That((int)answer.Json["line"]!, Is.EqualTo(2));
    }

    [TestCase(Json)]
    [TestCase(Ndjson)]
    [TestCase(Csv)]
    public async Task A_record_that_is_too_long_is_refused_with_its_line(string mediaType)
    {
        await using var service = With("RecordBytes", 2048);
        var good = VisitRecords.CreateMade("V-1", "2026-11-03");
        var bad = VisitRecords.CreateMade("V-2", "2026-11-03", team: new string('x', 3000));

        var answer = await service.Post("statutory-visits", "2026-11", Written(mediaType, good, bad), mediaType);

        await Refuses(service, answer, 413, "record-too-long");
        Assert.That((int)answer.Json["line"]!, Is.EqualTo(mediaType == Csv ? 3 : 2), answer.Text);
    }

    [TestCase(Json)]
    [TestCase(Ndjson)]
    [TestCase(Csv)]
    public async Task A_record_with_too_many_fields_is_refused(string mediaType)
    {
        await using var service = With("RecordFields", 64);
        var good = VisitRecords.CreateMade("V-1", "2026-11-03");
        JsonObject Wide(int fields)
        {
            var wide = VisitRecords.CreateMade("V-2", "2026-11-04");
            for (var i = wide.Count; i < fields; i++) wide[$"more{i}"] = null;
            return wide;
        }

        string Body(int fields) => mediaType == Csv
            ? $"{VisitRecords.Header}{string.Concat(Enumerable.Range(9, fields - 9).Select(i => $",more{i}"))}\nV-1,C-1,East,East "
                + "1,looked-after,2026-11-03,,,"
            : Written(mediaType, good, Wide(fields));

        await Refuses(service, await service.Post("statutory-visits", "2026-11", Body(65), mediaType), 413, "too-many-fields");
        Assert.That((int)(await service.Post("statutory-visits", "2026-11", Body(64), mediaType)).Status, Is.EqualTo(201));
    }

    [TestCase(Json)]
    [TestCase(Ndjson)]
    [TestCase(Csv)]
    public async Task A_return_with_too_many_records_is_refused_and_one_with_as_many_as_may_be_is_taken(string mediaType)
    {
        await using var service = With("ReturnRecords", 3);
        JsonObject[] records = [.. Enumerable.Range(1, 4).Select(i => VisitRecords.CreateMade($"V-{i}", "2026-11-03"))];

        var answer = await service.Post("statutory-visits", "2026-11", Written(mediaType, records), mediaType);

        await Refuses(service, answer, 413, "too-many-records");
        Assert.That(
            (int)(await service.Post("statutory-visits", "2026-11", Written(mediaType, records[..3]), mediaType)).Status,
            Is.EqualTo(201));
    }

    [Test]
    public async Task A_body_that_has_not_arrived_in_time_is_refused()
    {
        var (http, clock) = Waiting();
        var receiving = BodyReceiver.Receive(http, new BodyLimits(1000, 1000, 10));

        clock.Advance(TimeSpan.FromSeconds(29));
        Assert.That(receiving.IsCompleted, Is.False);
        clock.Advance(TimeSpan.FromSeconds(1));
        var (body, problem) = await receiving;

        Assert.That(
            (body, problem!.ProblemDetails.Extensions["code"], problem.StatusCode),
            Is.EqualTo((null as BufferedBody, "body-too-slow", 408)));
    }

    [Test]
    public void A_limit_outside_its_range_keeps_the_service_from_starting()
    {
        var fault = Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(async () =>
        {
            await using var service = With("JsonDepth", 0);
            await service.Get("/health/live", null);
        })!;
        Assert.That(fault.Message, Does.Contain("JsonDepth"));
    }

    // A request whose body never comes.
    private static (HttpContext Http, FakeTimeProvider Clock) Waiting()
    {
        var clock = new FakeTimeProvider();
        var services = new ServiceCollection()
            .AddSingleton(new ServiceLimits { BodySeconds = 30 })
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Body = new Pipe().Reader.AsStream();
        return (http, clock);
    }

    private static TestService With(string limit, int value) => new() { Setting = [($"Limits:{limit}", $"{value}")] };

    // A record a line in each format.
    private static string Written(string mediaType, params JsonObject[] records) => mediaType switch
    {
        Json => $"[{string.Join(",\n", records.Select(record => record.ToJsonString()))}]",
        Ndjson => string.Join('\n', records.Select(record => record.ToJsonString())),
        _ => VisitRecords.Csv(records),
    };

    private static async Task Refuses(TestService service, ApiResponse answer, int status, string problem)
    {
        Refused(answer, status, problem);
        Assert.That(
            (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["status"]!),
            Is.All.EqualTo("rejected"));
        Assert.That((string)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["symbol"]!, Is.EqualTo("x"));
    }
}
