using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Returns.Queue;

/// <summary>Returns that are accepted first and worked on later.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class QueuedSubmissionTests
{
    private const string Async = "respond-async";
    private static readonly string Good = new JsonArray(
        VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")).ToJsonString();

    [Test]
    public async Task A_return_is_accepted_at_once_and_its_receipt_follows()
    {
        await using var service = new TestService();

        var accepted = await service.Send(Good, prefer: Async);
        var id = (string)accepted.Json["submissionId"]!;
        var receipt = await service.GetOutcome(accepted.Headers["Location"]);

        Assert.That((int)accepted.Status, Is.EqualTo(202), accepted.Text);
        Assert.That(accepted.Headers["Location"], Is.EqualTo($"/v1/submissions/{id}"));
        Assert.That((accepted.Headers["Preference-Applied"], accepted.Headers["Retry-After"]), Is.EqualTo((Async, "2")));
        Assert.That((int)receipt.Status, Is.EqualTo(200), receipt.Text);
        Assert.That(
            (receipt.ReturnId, (int)receipt.Json["records"]!["accepted"]!, (int)receipt.Json["records"]!["rejected"]!),
            Is.EqualTo((id, 1, 1)));
        Assert.That((await service.Get($"/v1/returns/{id}")).Text, Is.EqualTo(receipt.Text));
        Assert.That(await Rows(service, "AcceptedBody"), Is.Zero, "its body is gone");
    }

    [TestCase("[{]", 400, "unreadable-body", "2026-11")]
    [TestCase("[]", 422, "period-ahead", "2026-12")]
    [TestCase(null, 422, "return-rejected", "2026-11")]
    public async Task A_refusal_is_told_as_submitting_would_have(string? body, int status, string problem, string period)
    {
        await using var service = new TestService();
        body ??= new JsonArray(VisitRecords.CreateFaulty("V-1")).ToJsonString();
        var address = $"/v1/returns/statutory-visits?period={period}";

        var accepted = await service.Send(body, prefer: "handling=strict, respond-async", address: address);
        var refused = await service.GetOutcome(accepted.Headers["Location"]);
        var atOnce = await service.Send(body, prefer: "handling=strict", address: address);

        Assert.That(accepted.Headers["Preference-Applied"], Is.EqualTo("respond-async, handling=strict"));
        Refused(refused, status, problem);
        Assert.That(Told(refused), Is.EqualTo(Told(atOnce)));
        Assert.That(await Rows(service, "AcceptedBody"), Is.Zero);
    }

    [Test]
    public async Task The_same_return_again_is_answered_with_the_first_receipt()
    {
        await using var service = new TestService();
        var first = await service.Send(Good);

        var accepted = await service.Send(Good, prefer: Async);

        var outcome = await service.GetOutcome(accepted.Headers["Location"]);
        Assert.That(((int)outcome.Status, outcome.Text), Is.EqualTo((200, first.Text)));
    }

    [Test]
    public async Task Before_it_is_done_it_says_how_far_it_is()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Replace = gate.Before };
        await service.Get("/health/ready", null);
        gate.Close();

        var accepted = await service.Send(Good, prefer: Async);
        await gate.Reached;
        var running = await service.Get(accepted.Headers["Location"], "demo-social-care");
        gate.Open();

        Assert.That(
            ((int)running.Status, (string)running.Json["state"]!, (int)running.Json["bytes"]!, (int)running.Json["bytesRead"]!),
            Is.EqualTo((202, "running", Good.Length, 0)));
        Assert.That(running.Headers["Retry-After"], Is.EqualTo("2"));
        Assert.That((int)(await service.GetOutcome(accepted.Headers["Location"])).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Progress_counts_bytes_and_records()
    {
        await using var service = new TestService();
        var body = VisitRecords.CreateMany("2026-11-03", 5, 0).ToJsonString();
        var progress = new SafeguardingMetrics.Datasets.Formats.ReadProgress();
        using var received = await SafeguardingMetrics.Http.Bodies.BufferedBody.Receive(
            new MemoryStream(Encoding.UTF8.GetBytes(body)), "", long.MaxValue, CancellationToken.None);
        await service.Get("/health/ready", null);

        await service.Services.GetRequiredService<SafeguardingMetrics.Returns.Intake.ReturnIntake>().Process(
            new(
                new() { Code = "EXA-CSC", Name = "", Sector = "social-care" },
                SafeguardingMetrics.Datasets.Catalogue.DatasetCatalogue.Find("statutory-visits")!,
                new(new(2026, 11, 1), new(2026, 11, 22)),
                "application/json",
                received)
            {
                Progress = progress,
            },
            CancellationToken.None);

        Assert.That((progress.BytesRead, progress.RecordsRead), Is.EqualTo((body.Length, 5)));
    }

    [Test]
    public async Task Another_agency_does_not_find_it_and_neither_does_one_that_may_not_submit()
    {
        await using var service = new TestService();
        var accepted = await service.Send(Good, prefer: Async);

        Refused(await service.Get(accepted.Headers["Location"], "demo-police"), 404, "unknown-submission");
        Refused(await service.Get($"/v1/submissions/{Guid.Empty}", "demo-social-care"), 404, "unknown-submission");
        Refused(await service.Get(accepted.Headers["Location"], "demo-board"), 403, "not-permitted");
    }

    [Test]
    public async Task The_same_key_gets_the_same_202_and_is_done_once()
    {
        await using var service = new TestService();

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => service.Send(Good, "monday", Async)));
        var outcome = await service.GetOutcome(answers[0].Headers["Location"]);
        var later = await service.Send(Good, "monday", Async);

        Assert.That(
            answers.Append(later).Select(answer => ((int)answer.Status, answer.Text, answer.Headers["Location"])).Distinct().Count(),
            Is.EqualTo(1),
            later.Text);
        Assert.That((int)outcome.Status, Is.EqualTo(200));
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Refused(await service.Send("[]", "monday", Async), 422, "idempotency-key-reused");
    }

    [Test]
    public async Task What_was_accepted_survives_the_end_of_the_service_and_is_stored_once_by_the_next()
    {
        var gate = new WriteGate();
        await using var first = new TestService { Replace = gate.Before };
        await first.Get("/health/ready", null);
        gate.Close();
        var accepted = await first.Send(Good, "monday", Async);
        await gate.Reached;
        // Ended in the midst of it: the gate is never opened.
        await first.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();
        Assert.That(await Rows(first, "AcceptedBody"), Is.EqualTo(1));

        await using var next = new TestService { Sharing = first.ConnectionString };
        var receipt = await next.GetOutcome(accepted.Headers["Location"]);

        Assert.That(((int)receipt.Status, receipt.ReturnId), Is.EqualTo((200, (string)accepted.Json["submissionId"]!)), receipt.Text);
        Assert.That((await next.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That((await next.Send(Good, "monday", Async)).Text, Is.EqualTo(accepted.Text));
    }

    [Test]
    public async Task What_a_killed_instance_held_is_taken_up_when_its_hold_has_run_out_and_stored_once()
    {
        var gate = new WriteGate();
        await using var killed = new TestService { Replace = gate.Before };
        await killed.Get("/health/ready", null);
        gate.Close();
        var accepted = await killed.Send(Good, prefer: Async);
        await gate.Reached;

        // The clock of the one that holds it stands: it never says that it lives.
        await using var soon = new TestService { Sharing = killed.ConnectionString };
        Assert.That((int)(await soon.Get(accepted.Headers["Location"], "demo-social-care")).Status, Is.EqualTo(202));
        await using var late = new TestService { Sharing = killed.ConnectionString };
        late.Clock.Advance(TimeSpan.FromMinutes(2));
        var receipt = await late.GetOutcome(accepted.Headers["Location"]);
        // The other was not dead after all, and goes on: it finds that it is done.
        gate.Open();
        var fromTheOther = await killed.GetOutcome(accepted.Headers["Location"]);

        Assert.That((int)receipt.Status, Is.EqualTo(200), receipt.Text);
        Assert.That(fromTheOther.Text, Is.EqualTo(receipt.Text));
        Assert.That((await late.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Returns_of_one_agency_and_dataset_are_stored_in_the_order_in_which_they_were_accepted()
    {
        await using var service = new TestService();
        var accepted = new List<ApiResponse>();
        for (var i = 1; i <= 6; i++)
        {
            service.Clock.Advance(TimeSpan.FromMilliseconds(1));
            accepted.Add(await service.Send(VisitRecords.CreateMany("2026-11-03", i, 0).ToJsonString(), prefer: Async));
        }

        foreach (var answer in accepted) Assert.That((int)(await service.GetOutcome(answer.Headers["Location"])).Status, Is.EqualTo(200));

        Assert.That((int)(await service.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["denominator"]!, Is.EqualTo(6));
    }

    [Test]
    public async Task A_large_body_waits_packed_and_sealed_in_parts()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Replace = gate.Before };
        await service.Get("/health/ready", null);
        gate.Close();
        // At random, so that it packs to more than one part.
        var random = new Random(5);
        var noise = new byte[3000];
        var records = Enumerable.Range(0, 700).Select(i =>
        {
            random.NextBytes(noise);
            var record = VisitRecords.CreateMade($"V-{i}", "2026-11-03", type: "looked-after");
            record["note"] = Convert.ToBase64String(noise);
            return record.ToJsonString();
        });
        var body = $"[{string.Join(',', records)}]";

        var accepted = await service.Send(body, prefer: Async);
        await gate.Reached;
        var parts = await Rows(service, "AcceptedBody");
        gate.Open();
        var receipt = await service.GetOutcome(accepted.Headers["Location"]);

        Assert.That(parts, Is.GreaterThan(1));
        Assert.That((int)receipt.Json["records"]!["accepted"]!, Is.EqualTo(700), receipt.Text);
    }

    [Test]
    public async Task A_body_whose_key_was_changed_comes_to_an_end_that_says_so()
    {
        var gate = new WriteGate();
        await using var first = new TestService { Replace = gate.Before };
        await first.Get("/health/ready", null);
        gate.Close();
        var accepted = await first.Send(Good, prefer: Async);
        await gate.Reached;
        await first.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHost>().StopAsync();

        await using var next = new TestService
        {
            Sharing = first.ConnectionString,
            Replace = services => services.AddSingleton(
                new OptionalBodyEncryption(new BodyEncryption([.. Enumerable.Repeat((byte)7, 32)]))),
        };

        Refused(await next.GetOutcome(accepted.Headers["Location"]), 422, "submission-failed");
        Assert.That((await next.Get("/v1/returns")).Json["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task Without_a_key_for_waiting_bodies_the_preference_is_passed_over()
    {
        await using var service = new TestService { Replace = services => services.AddSingleton(new OptionalBodyEncryption(null)) };

        var answer = await service.Send(Good, prefer: Async);

        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        Assert.That(answer.Headers, Does.Not.ContainKey("Preference-Applied"));
    }

    [Test]
    public async Task As_many_as_may_wait_wait_and_no_more()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Setting = [("Limits:AcceptedWaiting", "2")], Replace = gate.Before };
        await service.Get("/health/ready", null);
        gate.Close();
        for (var i = 0; i < 2; i++)
            Assert.That(
                (int)(await service.Send(VisitRecords.CreateMany("2026-11-03", i, 1).ToJsonString(), prefer: Async)).Status,
                Is.EqualTo(202));

        var third = await service.Send(Good, "monday", Async);
        gate.Open();

        Refused(third, 429, "too-many-at-once");
        Assert.That(third.Headers, Does.ContainKey("Retry-After"));
    }

    [Test]
    public async Task A_part_that_was_exchanged_left_out_or_cut_off_does_not_open()
    {
        var seal = new BodyEncryption(new byte[32]);
        var random = new byte[3_000_000];
        new Random(3).NextBytes(random);
        var parts = seal.EncryptParts("one", new MemoryStream(random)).ToList();
        Assert.That(parts, Has.Count.GreaterThan(2));
        Assert.That(seal.DecryptPart("one", 1, false, parts[0]), Is.Not.Empty);

        Assert.Catch<System.Security.Cryptography.CryptographicException>(() => seal.DecryptPart("other", 1, false, parts[0]));
        Assert.Catch<System.Security.Cryptography.CryptographicException>(() => seal.DecryptPart("one", 2, false, parts[0]));
        Assert.Catch<System.Security.Cryptography.CryptographicException>(() => seal.DecryptPart("one", 2, true, parts[1]));
        Assert.Catch<System.Security.Cryptography.CryptographicException>(() => seal.DecryptPart("one", 1, false, parts[0][..20]));
        Assert.Catch<System.Security.Cryptography.CryptographicException>(() => new BodyEncryption([
            .. Enumerable.Repeat((byte)1, 32),
        ]).DecryptPart(
            "one", 1, false, parts[0]));
        await Task.CompletedTask;
    }

    private static string Told(ApiResponse answer)
    {
        var json = answer.Json.AsObject();
        foreach (var member in new[] { "traceId", "returnId", "receivedAt" }) json.Remove(member);
        return json.ToJsonString();
    }

    private static async Task<long> Rows(TestService service, string table)
    {
        // Not by way of the service: it may be ended.
        var engine = StorageSetup.CreateEngine(service.ConnectionString);
        await using var connection = await engine.Open(CancellationToken.None);
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM {table}";
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
