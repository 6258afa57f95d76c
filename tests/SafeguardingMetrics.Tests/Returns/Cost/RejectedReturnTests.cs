using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Returns.Cost;

/// <summary>A return of which nothing is right costs little, and the same again nothing.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RejectedReturnTests
{
    [Test]
    public async Task After_ten_thousand_rejected_records_and_no_other_the_check_stops_and_asks([Values("", "/check")] string how)
    {
        await using var service = new TestService();

        var answer = await Send(service, "open-cases", how, "{\"a\":1}\n", 50_000);

        var receipt = answer.Json;
        Assert.That((int)answer.Status, Is.EqualTo(how.Length == 0 ? 422 : 200));
        Assert.That((int)receipt["records"]!["received"]!, Is.EqualTo(10_000));
        var first = receipt["findings"]![0]!;
        Assert.That(((string)first["rule"]!, first["record"]), Is.EqualTo(("R24", (JsonNode?)null)));
        Assert.That((string)first["message"]!, Does.StartWith("All of the first 10,000 records have an error"));
        Assert.That((string)first["message"]!, Does.Contain("is this open-cases?"));
        Assert.That(receipt["findings"]!.AsArray(), Has.Count.InRange(20, 100));
        var required = receipt["rules"]!.AsArray().Single(rule => (string)rule!["code"]! == "R01")!;
        Assert.That((int)required["findings"]! % 10_000, Is.Zero, "counts are exact");
        Assert.That(await Count(service, "Finding"), Is.LessThanOrEqualTo(how.Length == 0 ? 100 : 0));
    }

    [Test]
    public async Task One_right_record_among_them_and_the_whole_is_read()
    {
        await using var service = new TestService();
        var right = VisitRecords.CreateMade("V-1", "2026-11-02").ToJsonString();

        var receipt = (await Send(service, "statutory-visits", "", "{\"a\":1}\n", 20_000, before: $"{right}\n")).Json;

        Assert.That((int)receipt["records"]!["received"]!, Is.EqualTo(20_001));
        var found = receipt["rules"]!.AsArray().Sum(rule => (int)rule!["findings"]!);
        Assert.That(found, Is.GreaterThanOrEqualTo(100_000), "counts are exact");
        Assert.That(await Count(service, "Finding"), Is.LessThanOrEqualTo(10_000));
        Assert.That(await Count(service, "Finding"), Is.GreaterThan(1_000));
    }

    [TestCase("""[{"a":1}]""", null)]
    [TestCase(null, "handling=strict")]
    public async Task The_same_again_is_answered_with_the_first_receipt_and_stores_nothing(string? body, string? prefer)
    {
        await using var service = new TestService();
        body ??= new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-02"), VisitRecords.CreateFaulty("V-2")).ToJsonString();
        var first = await service.Post("statutory-visits", "2026-11", body, "application/json", prefer: prefer);
        Refused(first, 422, "return-rejected");
        service.Clock.Advance(TimeSpan.FromHours(1));

        var again = await service.Post("statutory-visits", "2026-11", body, "application/json", prefer: prefer);

        Refused(again, 422, "return-rejected");
        Assert.That((string)again.Json["returnId"]!, Is.EqualTo((string)first.Json["returnId"]!));
        Assert.That((string)again.Json["receivedAt"]!, Is.EqualTo((string)first.Json["receivedAt"]!));
        Assert.That(again.Json["findings"]!.ToJsonString(), Is.EqualTo(first.Json["findings"]!.ToJsonString()));
        Assert.That(await Count(service, "AgencyReturn"), Is.EqualTo(1));
    }

    [Test]
    public async Task What_may_have_become_right_is_checked_again()
    {
        await using var service = new TestService();
        // A day in the future today, and today tomorrow.
        var body = new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-22", visitedOn: "2026-11-23")).ToJsonString();
        Refused(await service.Post("statutory-visits", "2026-11", body, "application/json"), 422, "return-rejected");
        service.Clock.Advance(TimeSpan.FromDays(1));
        Assert.That((int)(await service.Post("statutory-visits", "2026-11", body, "application/json")).Status, Is.EqualTo(201));

        // All or nothing was asked for, and then not.
        body = new JsonArray(VisitRecords.CreateMade("V-2", "2026-11-03"), VisitRecords.CreateFaulty("V-3")).ToJsonString();
        var strictly = await service.Post("statutory-visits", "2026-11-03", body, "application/json", prefer: "handling=strict");
        Refused(strictly, 422, "return-rejected");
        var answer = await service.Post("statutory-visits", "2026-11-03", body, "application/json", isConfirmed: true);
        Assert.That((int)answer.Status, Is.EqualTo(201));
    }

    private static async Task<ApiResponse> Send(
        TestService service, string dataset, string how, string record, int count, string before = "")
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(before + string.Concat(Enumerable.Repeat(record, count))));
        using var body = new ByteArrayContent(packed.ToArray());
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        body.Headers.ContentEncoding.Add("gzip");
        var period = dataset == "open-cases" ? "2024-01-01" : "2026-11";
        return await service.Post($"{dataset}{how}", period, body, TestService.GetDemonstrationKey(dataset));
    }

    private static Task<long> Count(TestService service, string table) => service.Services.GetRequiredService<Database>().Read(
        reading => reading.Count(new Sql($"SELECT COUNT(*) FROM {table}")), CancellationToken.None);
}
