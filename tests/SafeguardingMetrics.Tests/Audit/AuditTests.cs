using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Audit;

/// <summary>What is written down of what was done, and by whom it can be read.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class AuditTests
{
    [Test]
    public async Task A_submission_s_line_says_who_how_many_and_how_it_ended()
    {
        await using var service = new TestService();
        var receipt = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateMade("V-2", "2026-11-04")));

        var line = (await Lines(service, AuditAction.Submission)).Single();

        Assert.That((string?)line["subject"], Is.EqualTo(receipt.ReturnId));
        Assert.That((int?)line["records"], Is.EqualTo(2));
        Assert.That((string?)line["outcome"], Is.EqualTo("accepted"));
        Assert.That((string?)line["agency"], Is.EqualTo("EXA-CSC"));
        Assert.That((string?)line["actorKey"], Has.Length.EqualTo(36));
        Assert.That((string?)line["occurredAt"], Is.EqualTo("2026-11-22T12:00:00.000Z"));
        Assert.That((string?)line["traceId"], Has.Length.EqualTo(32));
    }

    [Test]
    public async Task A_rejected_an_unreadable_and_a_repeated_return_have_each_their_line()
    {
        await using var service = new TestService();
        var records = new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"));
        await service.Post("statutory-visits", "2026-11", records);
        await service.Post("statutory-visits", "2026-11", records);
        await service.Post("statutory-visits", "2026-11", new JsonArray(new JsonObject { ["visitId"] = "V-2" }));
        await service.Post("statutory-visits", "2026-11", "[", "application/json");
        await service.Post("statutory-visits", "2027-11", "[]", "application/json");

        Assert.That(
            (await Lines(service, AuditAction.Submission)).Select(line => (string?)line["outcome"]),
            Is.EquivalentTo(new[] { "accepted", "repeated", "rejected", "rejected", "rejected" }));
    }

    [Test]
    public async Task A_line_that_cannot_be_written_keeps_its_submission_from_being_stored()
    {
        await using var service = new TestService();
        await service.Get("/v1/returns");
        await Rename(service, "AuditLine", "Elsewhere");

        var refused = await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03")));
        var cases = await service.Get("/v1/indicators/visits-on-time/cases?from=2026-11-01", "demo-analyst");
        // Its database is lent to other tests after this one.
        await Rename(service, "Elsewhere", "AuditLine");

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(cases.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Reading_cases_lineage_findings_and_receipts_is_written_down_and_reading_figures_is_not()
    {
        await using var service = new TestService();
        var receipt = await service.Post(
            "statutory-visits",
            "2026-11",
            new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateMade("V-2", "2026-11-04")));
        await service.Get("/v1/indicators/visits-on-time/cases?from=2026-11-01&limit=1", "demo-analyst");
        await service.Get("/v1/indicators/visits-on-time/cases?from=2026-11-01&format=csv", "demo-analyst");
        await service.Get("/v1/indicators/visits-on-time/lineage?from=2026-11-01", "demo-analyst");
        await service.Get($"/v1/returns/{receipt.ReturnId}/findings", "demo-analyst");
        await service.Get($"/v1/returns/{receipt.ReturnId}", "demo-analyst");
        await service.Get("/v1/indicators/visits-on-time/values?from=2026-11-01", "demo-analyst");

        Assert.That((await Lines(service)).Select(line => $"{line["act"]} {line["subject"]} {line["records"]}"), Is.EquivalentTo(new[]
        {
            $"submit-return {receipt.ReturnId} 2",
            "read-cases visits-on-time 1",
            "read-cases visits-on-time 2",
            "read-lineage visits-on-time ",
            $"read-findings {receipt.ReturnId} 0", $"read-receipt {receipt.ReturnId} 0", "sign-in  ", "sign-in  ",
        }));
    }

    [Test]
    public async Task A_withdrawal_and_each_change_of_a_setting_are_written_down()
    {
        await using var service = new TestService();
        var receipt = await service.Post("statutory-visits", "2026-11", new JsonArray(VisitRecords.CreateMade("V-1", "2026-11-03")));
        await service.Delete($"/v1/returns/{receipt.ReturnId}", "demo-social-care");
        await service.Put(
            "/v1/return-schedule/statutory-visits/EXA-CSC",
            """{"validFrom": "2026-11-01", "frequency": "month", "dueDays": 5, "dueTime": "17:00"}""");
        await service.Delete("/v1/return-schedule/statutory-visits/EXA-CSC", "demo-admin");

        Assert.That((await Lines(service)).Select(line => $"{line["act"]} {line["subject"]} {line["outcome"]}"), Is.SupersetOf(new[]
        {
            $"withdraw-return {receipt.ReturnId} done",
            "set-schedule statutory-visits/EXA-CSC done",
            "remove-schedule statutory-visits/EXA-CSC done",
        }));
    }

    [Test]
    public async Task Refusals_are_lines_without_a_subject_and_those_alike_are_one_with_their_count()
    {
        await using var service = new TestService();
        for (var i = 0; i < 3; i++) await service.Get("/v1/returns", "no-such-key");
        await service.Get("/v1/audit", "demo-board");
        await service.Post("school-attendance", "2026-11", "[]", "application/json", "demo-social-care");
        await service.Get("/v1/returns/Zebedee-Quillfeather", "demo-analyst");

        var lines = (await Lines(service)).Where(line => (string?)line["act"] != AuditAction.SignIn).ToList();

        Assert.That(lines.Select(line => $"{line["act"]} {line["outcome"]} {line["times"]} {line["subject"]}".Trim()), Is.EquivalentTo(new[]
        {
            "refusal unauthenticated 3", "refusal not-permitted 1", "submit-return other-sector 1", "read-receipt unknown-return 1",
        }));
    }

    [TestCase("[]", "bad-request")]
    [TestCase("", "bad-request")]
    [TestCase("{}", "invalid-agency")]
    public async Task A_change_whose_body_cannot_be_used_is_not_written_down_as_done(string body, string code)
    {
        await using var service = new TestService();

        var refused = await service.Put("/v1/agencies/Zebedee-Quillfeather", body);

        Assert.That((string?)refused.Json["code"], Is.EqualTo(code));
        Assert.That(
            (await Lines(service, AuditAction.CallersChanged)).Select(line => $"{line["act"]} {line["outcome"]} {line["subject"]}".Trim()),
            Is.EqualTo(new[] { $"{AuditAction.CallersChanged} {code}" }));
    }

    [TestCase("/v1/clients/Zebedee-Quillfeather")]
    [TestCase("/v1/clients/Zebedee-Quillfeather/keys/Zebedee-Quillfeather")]
    [TestCase("/v1/return-schedule/statutory-visits/Zebedee-Quillfeather")]
    [TestCase("/v1/targets/Zebedee-Quillfeather")]
    public async Task What_is_not_there_is_not_written_down_as_removed(string address)
    {
        await using var service = new TestService();

        var refused = await service.Delete(address, "demo-admin");
        var lines = (await Lines(service)).Where(line => (string?)line["act"] != AuditAction.SignIn).ToList();

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(
            lines.Select(line => $"{line["outcome"]} {line["subject"]}".Trim()),
            Is.EqualTo(new[] { (string?)refused.Json["code"] }));
    }

    [Test]
    public async Task However_many_are_refused_ten_seconds_make_no_more_than_fifty_one_lines()
    {
        await using var service = new TestService();
        await service.Get("/v1/returns");
        var queue = (AuditQueue)service.Services.GetService(typeof(AuditQueue))!;
        for (var i = 0; i < 1000; i++) queue.Add(Refusal($"192.0.2.{i}"));

        var lines = await Lines(service, AuditAction.Refusal, "&limit=1000");

        Assert.That(lines, Has.Count.EqualTo(AuditQueue.MostWaiting));
        Assert.That(lines.Sum(line => (int)line["times"]!), Is.EqualTo(1000));
        Assert.That(
            lines.Single(line => (string?)line["outcome"] == AuditQueue.NotKept)["times"]!.GetValue<int>(),
            Is.EqualTo(1000 - AuditQueue.MostWaiting + 1));
    }

    [Test]
    public async Task A_key_signs_in_once_a_day()
    {
        await using var service = new TestService();
        await service.Get("/v1/indicators", "demo-board");
        await service.Get("/v1/indicators", "demo-board");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.Get("/v1/indicators", "demo-board");

        Assert.That(
            (await Lines(service, AuditAction.SignIn)).Select(line => ((string)line["occurredAt"]!)[..10]).Order(),
            Is.EqualTo(new[] { "2026-11-22", "2026-11-23" }));
    }

    [Test]
    public async Task It_is_read_in_pages_by_day_actor_and_act_and_exported_whole()
    {
        await using var service = new TestService();
        for (var day = 1; day <= 5; day++) await service.Post("statutory-visits", $"2026-11-0{day}", "[]", "application/json");
        service.Clock.Advance(TimeSpan.FromDays(1));
        var last = await service.Post("statutory-visits", "2026-11-06", "[]", "application/json");

        var first = await service.Get("/v1/audit?act=submit-return&limit=4");
        var second = await service.Get((string)first.Json["next"]!);
        var actor = (string)first.Json["items"]![0]!["actorKey"]!;

        Assert.That(
            first.Json["items"]!
                .AsArray()
                .Concat(second.Json["items"]!.AsArray())
                .Select(line => (string)line!["subject"]!)
                .Distinct()
                .Count(),
            Is.EqualTo(6));
        Assert.That(second.Json["next"], Is.Null);
        Assert.That((string?)first.Json["items"]![0]!["subject"], Is.EqualTo(last.ReturnId));
        Assert.That(await Lines(service, AuditAction.Submission, "&to=2026-11-22"), Has.Count.EqualTo(5));
        Assert.That(await Lines(service, AuditAction.Submission, "&from=2026-11-23"), Has.Count.EqualTo(1));
        Assert.That(await Lines(service, AuditAction.Submission, $"&actor={actor}"), Has.Count.EqualTo(6));
        Assert.That(await Lines(service, AuditAction.Submission, $"&actor={Guid.Empty}"), Is.Empty);
        var csv = await service.Get("/v1/audit?act=submit-return&format=csv");
        Assert.That(csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(7));
        Assert.That(
            csv.Text,
            Does.StartWith("lineId,occurredAt,act,outcome,actorKey,agency,fromAddress,subject,records,times,traceId\r\n"));
        var ndjson = await service.Get("/v1/audit?act=submit-return", accept: "application/x-ndjson");
        Assert.That(
            ndjson.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => (string?)JsonNode.Parse(line)!["act"]),
            Is.EqualTo(Enumerable.Repeat(AuditAction.Submission, 6)));
        Assert.That((await service.Get("/v1/audit?act=dance")).Problem, Is.EqualTo("invalid-parameter"));
        Assert.That((await service.Get("/v1/audit", "demo-analyst")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    private static AuditLine Refusal(string from) => new()
    {
        LineId = Guid.CreateVersion7().ToString(),
        OccurredAt = new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero),
        Act = AuditAction.Refusal,
        Outcome = "unauthenticated",
        ActorKey = null, Agency = null, FromAddress = from, Subject = null, Records = null, Times = 1, TraceId = null,
    };

    private static Task<bool> Rename(TestService service, string table, string name)
    {
        var sql = OnEachEngineAttribute.Current == "SqlServer"
            ? $"EXEC sp_rename '{table}', '{name}', 'OBJECT'"
            : $"ALTER TABLE {table} RENAME TO {name}";
        return service.Services
            .GetRequiredService<Database>()
            .Write(WriteScope.ForSettings("test", audit: null), work => work.ExecuteAndCommit(new Sql(sql)), CancellationToken.None);
    }

    private static async Task<IReadOnlyList<JsonNode>> Lines(TestService service, string? act = null, string more = "") =>
        [
            .. (await service.Get($"/v1/audit?{(act is null ? "" : $"act={act}")}{more}")).Json["items"]!
                .AsArray()
                .Select(line => line!)
                .Where(line => act is not null || (string?)line["act"] != AuditAction.AuditRead),
        ];
}
