using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;
using static SafeguardingMetrics.Tests.Returns.RefusalTests;

namespace SafeguardingMetrics.Tests.Returns.Idempotency;

/// <summary>The same request under the same key gets the same answer, whatever it was, and is done once.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class IdempotencyTests
{
    private const string Key = "\"8e03978e-40d5-43dd-bc93-6894a57f9324\"";
    private static readonly string Good = new JsonArray(
        VisitRecords.CreateMade("V-1", "2026-11-03"), VisitRecords.CreateFaulty("V-2")).ToJsonString();
    private static readonly string Bad = new JsonArray(VisitRecords.CreateFaulty("V-1")).ToJsonString();

    [Test]
    public async Task A_stored_return_is_answered_again_with_its_status_receipt_and_Location()
    {
        await using var service = new TestService();
        var first = await service.Send(Good, Key);

        // Superseded meanwhile: without the key it would be stored anew and take its days back.
        await service.Send("[]");
        service.Clock.Advance(TimeSpan.FromDays(6.9));
        var again = await service.Send(Good, Key);

        Assert.That((int)first.Status, Is.EqualTo(201), first.Text);
        Assert.That(
            (again.Status, again.Text, again.Headers["Location"]),
            Is.EqualTo((first.Status, first.Text, first.Headers["Location"])));
        Assert.That(await Count(service), Is.EqualTo(2));
    }

    [Test]
    public async Task A_repeated_return_is_answered_again_as_repeated()
    {
        await using var service = new TestService();
        var stored = await service.Send(Good);
        var repeated = await service.Send(Good, Key);
        await service.Send("[]");

        var again = await service.Send(Good, Key);

        Assert.That(((int)repeated.Status, repeated.Text), Is.EqualTo((200, stored.Text)));
        Assert.That(((int)again.Status, again.Text), Is.EqualTo((200, stored.Text)));
        Assert.That(await Count(service), Is.EqualTo(2));
    }

    [TestCase(422, "return-rejected")]
    [TestCase(400, "unreadable-body")]
    [TestCase(400, "too-deep")]
    [TestCase(422, "period-ahead")]
    public async Task A_refusal_is_answered_again(int status, string problem)
    {
        await using var service = new TestService();
        var body = problem switch
        {
            "unreadable-body" => "[{]",
            "too-deep" => $"[{{\"a\":{new string('[', 30)}",
            "period-ahead" => "[]",
            _ => Bad,
        };
        var address = $"/v1/returns/statutory-visits?period={(problem == "period-ahead" ? "2026-12" : "2026-11")}";
        var first = await service.Send(body, Key, address: address);
        // By then the period has begun, and the same would be taken.
        service.Clock.Advance(TimeSpan.FromDays(6));

        var again = await service.Send(body, Key, address: address);

        Refused(first, status, problem);
        Refused(again, status, problem);
        Assert.That(WithoutTrace(again), Is.EqualTo(WithoutTrace(first)));
        Assert.That(await Count(service), Is.EqualTo(1));
    }

    [Test]
    public async Task The_key_with_anything_else_is_refused_and_nothing_is_done()
    {
        await using var service = new TestService();
        await service.Send(Good, Key);

        Refused(await service.Send("[]", Key), 422, "idempotency-key-reused");
        Refused(await service.Send(Good, Key, "handling=strict"), 422, "idempotency-key-reused");
        Refused(await service.Send(Good, Key, mediaType: "application/x-ndjson"), 422, "idempotency-key-reused");
        Refused(await service.Send(Good, Key, address: "/v1/returns/statutory-visits?period=2026-10"), 422, "idempotency-key-reused");
        Refused(await service.Send("[]", Key, address: "/v1/returns/open-cases?period=2026-11-03"), 422, "idempotency-key-reused");
        Assert.That(await Count(service), Is.EqualTo(1));
    }

    [Test]
    public async Task The_same_period_written_otherwise_packed_or_not_with_or_without_quotation_marks_is_the_same_request()
    {
        await using var service = new TestService();
        var first = await service.Send(Good, Key);

        var again = await service.Send(
            "",
            Key.Trim('"'),
            address: "/v1/returns/statutory-visits?period=2026-11-01%2F2026-11-30",
            content: SubmitTests.Packed(Good, "application/json; charset=utf-8", "gzip"));

        Assert.That((again.Status, again.Text), Is.EqualTo((first.Status, first.Text)));
    }

    [Test]
    public async Task Another_client_s_same_key_is_another_key()
    {
        await using var service = new TestService();
        await service.Send(Good, Key);

        var other = await service.Send("[]", Key, key: "demo-police", address: "/v1/returns/police-notifications?period=2026-11");

        Assert.That((int)other.Status, Is.EqualTo(201), other.Text);
    }

    [TestCase("\"\"")]
    [TestCase("a\"b")]
    [TestCase("\"unended")]
    [TestCase("one, two")]
    [TestCase("caf\u00e9")]
    [TestCase(null)]
    public async Task A_malformed_key_is_refused(string? key)
    {
        await using var service = new TestService();

        Refused(await service.Send(Good, key ?? new string('x', 256)), 400, "invalid-idempotency-key");
        Assert.That(await Count(service), Is.Zero);
    }

    [Test]
    public async Task A_key_is_forgotten_when_its_time_is_over_and_swept_away_in_batches()
    {
        await using var service = new TestService();
        var first = await service.Send(Good, Key);
        for (var i = 0; i < 3; i++) await service.Send("[]", $"key-{i}");
        service.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        var later = await service.Send("[]", Key);
        Assert.That((int)later.Status, Is.EqualTo(200), "the same as the last, and no reuse");

        await service.Services.GetRequiredService<SafeguardingMetrics.Returns.Queue.ReturnHousekeeping>().Sweep(CancellationToken.None);

        // The one kept anew is there still.
        Refused(await service.Send(Good, Key), 422, "idempotency-key-reused");
        Assert.That((int)first.Status, Is.EqualTo(201));
        var database = service.Services.GetRequiredService<Database>();
        Assert.That(
            await database.Read(reading => reading.Count(new Sql("SELECT COUNT(*) FROM IdempotencyKey")), CancellationToken.None),
            Is.EqualTo(1));
    }

    [Test]
    public async Task Sweeping_takes_every_batch()
    {
        await using var service = new TestService();
        for (var i = 0; i < 7; i++)
        {
            await service.Send("[]", $"key-{i}");
            service.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var database = service.Services.GetRequiredService<Database>();
        var left = new List<long>();
        var before = service.Clock.GetUtcNow().AddMinutes(-1.5);
        bool more;
        do
        {
            more = await database.Write(
                WriteScope.WithoutChange(WriteLocks.IdempotencyKeys, audit: null),
                work => SafeguardingMetrics.Returns.Idempotency.IdempotencyStore.SweepBatch(work, before, 2),
                CancellationToken.None);
            left.Add(await database.Read(reading => reading.Count(new Sql("SELECT COUNT(*) FROM IdempotencyKey")), CancellationToken.None));
        }
        while (more);

        Assert.That(left, Is.EqualTo(new[] { 5, 3, 1 }));
    }

    [Test]
    public async Task Fifty_at_once_on_two_instances_leave_one_return_and_fifty_equal_answers()
    {
        await using var one = new TestService();
        await using var other = new TestService { Sharing = one.ConnectionString };
        foreach (var service in new[] { one, other }) await service.Get("/health/ready", null);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => (i % 2 == 0 ? one : other).Send(Good, Key)));

        Assert.That(answers.Select(answer => (int)answer.Status), Is.All.EqualTo(201));
        Assert.That(answers.Select(answer => (answer.Text, answer.Headers["Location"])).Distinct().Count(), Is.EqualTo(1));
        Assert.That(await Count(one), Is.EqualTo(1));
        Assert.That((int)(await one.Values("visits-on-time", "from=2026-11-01&to=2026-11-30"))[0]!["denominator"]!, Is.EqualTo(1));
    }

    [Test]
    public async Task Fifty_different_returns_at_once_with_one_key_leave_one_of_them()
    {
        await using var service = new TestService();

        var answers = await Task.WhenAll(
            Enumerable.Range(1, 50).Select(i => service.Send(VisitRecords.CreateMany("2026-11-03", i, 0).ToJsonString(), Key)));

        Assert.That(answers.Count(answer => (int)answer.Status == 201), Is.EqualTo(1));
        foreach (var refused in answers.Where(answer => (int)answer.Status != 201)) Refused(refused, 422, "idempotency-key-reused");
        Assert.That(await Count(service), Is.EqualTo(1));
    }

    [Test]
    public async Task While_the_first_is_running_a_second_is_told_so_when_it_has_waited()
    {
        var gate = new WriteGate();
        await using var service = new TestService { Setting = [("Limits:SameKeyWaitSeconds", "0")], Replace = gate.Before };
        await service.Get("/health/ready", null);
        gate.Close();
        var first = service.Send(Good, Key);
        await gate.Reached;

        var second = await service.Send(Good, Key);
        var another = await service.Send("[]", Key);
        gate.Open();

        Refused(second, 409, "still-running");
        Assert.That(second.Headers, Does.ContainKey("Retry-After"));
        Refused(another, 422, "idempotency-key-reused");
        var answered = await first;
        Assert.That((await service.Send(Good, Key)).Text, Is.EqualTo(answered.Text));
    }

    [Test]
    public async Task A_commit_whose_answer_was_lost_is_kept_once_with_its_key([Values("taken", "rejected", "unreadable")] string how)
    {
        FaultyEngine? engine = null;
        await using var service = new TestService
        {
            Replace = services =>
            {
                var real = services.Last(service => service.ServiceType == typeof(Engine));
                services.AddSingleton<Engine>(provider => engine = new FaultyEngine((Engine)real.ImplementationFactory!(provider)));
            },
        };
        await service.Get("/health/ready", null);
        engine!.LostCommits = 1;
        var body = how switch { "taken" => Good, "rejected" => Bad, _ => "[{]" };

        var first = await service.Send(body, Key);
        var again = await service.Send(body, Key);

        Assert.That(engine.Failures, Is.EqualTo(1));
        Assert.That((int)first.Status, Is.EqualTo(how switch { "taken" => 201, "rejected" => 422, _ => 400 }), first.Text);
        Assert.That(WithoutTrace(again), Is.EqualTo(WithoutTrace(first)));
        Assert.That(await Count(service), Is.EqualTo(1));
    }

    [Test]
    public async Task Checking_pays_no_heed_to_the_key()
    {
        await using var service = new TestService();

        var checkedOnly = await service.Send(Good, Key, address: "/v1/returns/statutory-visits/check?period=2026-11");
        var stored = await service.Send(Bad, Key);

        Assert.That((int)checkedOnly.Status, Is.EqualTo(200));
        Refused(stored, 422, "return-rejected");
    }

    private static string WithoutTrace(ApiResponse answer)
    {
        var json = answer.Json;
        json.AsObject().Remove("traceId");
        return json.ToJsonString();
    }

    private static async Task<int> Count(TestService service) =>
        (await service.Get("/v1/returns?limit=1000")).Json["items"]!.AsArray().Count;
}
