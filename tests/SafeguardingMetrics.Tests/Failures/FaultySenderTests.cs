using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>Senders that come all at once, break off, or never end.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class FaultySenderTests
{
    private const string Dataset = "statutory-visits";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Test]
    public async Task Fifty_identical_returns_at_once_are_one_return()
    {
        await using var service = new TestService();
        var records = VisitRecords.CreateMany("2025-10-06", 40, 3);

        var answers = await Task.WhenAll(
            Enumerable.Range(
                0, 50).Select(_ => Task.Run(() => service.Post(Dataset, "2025-10", records.ToJsonString(), "application/json"))));

        Assert.That(answers.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.Created).Or.EqualTo(HttpStatusCode.OK));
        Assert.That(answers.Count(answer => answer.Status == HttpStatusCode.Created), Is.EqualTo(1));
        Assert.That(answers.Select(answer => answer.Text).Distinct().Count(), Is.EqualTo(1), "one receipt for all");
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(
            (decimal)(await service.Values("visits-on-time", "from=2025-10-01&to=2025-10-31")).Single()!["denominator"]!,
            Is.EqualTo(43));
    }

    [Test]
    public async Task A_body_that_is_broken_off_leaves_nothing(
        [Values("with its length", "in chunks", "packed")] string how, [Values] bool isRude)
    {
        await using var service = Listening(out var port);
        var body = Encoding.UTF8.GetBytes(VisitRecords.CreateMany("2025-10-06", 60, 0).ToJsonString());
        var packed = await SubmitTests.Packed(Encoding.UTF8.GetString(body), "application/json", "gzip").ReadAsByteArrayAsync();

        foreach (var share in new[] { 0, 1, 50, 99 })
        {
            using var connection = await RawConnection.Connect(port);
            var (head, sent) = how switch
            {
                "with its length" => ($"Content-Length: {body.Length}", body[..(body.Length * share / 100)]),
                "in chunks" =>
                    (
                        "Transfer-Encoding: chunked",
                        [.. Encoding.ASCII.GetBytes($"{body.Length:X}\r\n"), .. body[..(body.Length * share / 100)]]),
                _ => ($"Content-Encoding: gzip\r\nContent-Length: {packed.Length}", packed[..(packed.Length * share / 100)]),
            };
            await connection.Send(RawConnection.Head(head));
            await connection.Send(sent);
            connection.Close(isRude);
        }

        var whole = await service.Post(Dataset, "2025-10", VisitRecords.CreateMany("2025-10-06", 60, 0));
        Assert.That(whole.Status, Is.EqualTo(HttpStatusCode.Created), whole.Text);
        Assert.That(
            (await service.Get("/v1/returns")).Json["items"]!.AsArray().Select(item => (string)item!["returnId"]!),
            Is.EqualTo(new[] { whole.ReturnId }),
            "neither a return nor an attempt is kept of the others");
    }

    [Test, Category("Slow")]
    public async Task Those_who_never_end_a_request_do_not_keep_others_waiting_and_are_sent_away()
    {
        await using var service = Listening(out var port, ("Limits:HeaderSeconds", "5"));
        var slow = new List<RawConnection>();
        try
        {
            // Half of them within the headers, half within the body: more than the eight that the client may send at
            // once.
            for (var i = 0; i < 24; i++)
            {
                slow.Add(await RawConnection.Connect(port));
                Assert.That(
                    await slow[i].Send(
                        i % 2 == 0
                            ? "GET /v1/datasets HTTP/1.1\r\nHost: localhost\r\nX-A: "
                            : RawConnection.Head("Content-Length: 1000000") + "["));
            }

            for (var i = 0; i < 3; i++)
            {
                // A byte more of each, as they do who want to be taken for alive.
                foreach (var connection in slow) await connection.Send(" ");
                var taken = await service.Post(Dataset, "2025-10", VisitRecords.CreateMany("2025-10-06", 10 + i, 0)).WaitAsync(Patience);
                Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Created), taken.Text);
                Assert.That((await service.Get("/v1/datasets").WaitAsync(Patience)).Status, Is.EqualTo(HttpStatusCode.OK));
            }

            foreach (var connection in slow)
                if (await connection.ReadResponse(Patience) is { } answer)
                    Assert.That(answer.Status, Is.EqualTo(408).Or.EqualTo(400), answer.Text);
            Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(3), "nothing is kept of them");
        }
        finally
        {
            slow.ForEach(connection => connection.Dispose());
        }
    }

    [Test, Category("Slow")]
    public async Task A_body_that_unpacks_to_gigabytes_is_refused_within_little_memory([Values("gzip", "br")] string encoding)
    {
        var folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        try
        {
            await using var service = await ServiceProcess.Start($"Data Source={folder}/test.db", ("TMPDIR", folder));
            service.Client.DefaultRequestHeaders.Add("X-Api-Key", "demo-social-care");
            var bomb = DecompressionBomb.Create(encoding, gigabytes: 2);
            Assert.That(bomb, Has.Length.LessThan(4_000_000));
            await Send("[]"u8.ToArray(), "identity");
            var before = service.MostMemory;

            var refused = await Send(bomb, encoding);

            Assert.That((int)refused.Status, Is.EqualTo(413).Or.EqualTo(400), refused.Text);
            Assert.That(refused.MediaType, Is.EqualTo("application/problem+json"));
            Assert.That(service.MostMemory - before, Is.LessThan(256L * 1024 * 1024));
            Assert.That(DatabaseIntegrity.Returns($"{folder}/test.db"), Has.Count.EqualTo(1));
            // Packed twice: once unpacked, it is no return.
            Assert.That((int)(await Send(DecompressionBomb.Compress(bomb, encoding), encoding)).Status, Is.EqualTo(400).Or.EqualTo(413));
            Assert.That((int)(await Send(bomb, $"{encoding}, {encoding}")).Status, Is.EqualTo(415).Or.EqualTo(400).Or.EqualTo(413));
            Assert.That((await Send("[]"u8.ToArray(), "identity")).Status, Is.EqualTo(HttpStatusCode.OK), "the others are served");

            async Task<ApiResponse> Send(byte[] bytes, string packing)
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new("application/json");
                content.Headers.TryAddWithoutValidation("Content-Encoding", packing);
                using var response = await service.Client.PostAsync($"/v1/returns/{Dataset}?period=2025-10&confirmed=true", content);
                return await ApiResponse.Create(response);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public async Task However_the_clock_steps_between_returns_the_last_one_sent_counts_and_at_no_instant_do_two_or_none()
    {
        await using var service = new TestService();
        var dice = new Random(3);
        var start = service.Clock.GetUtcNow();
        var (instants, sizes) = (new List<DateTimeOffset>(), new List<decimal>());
        for (var i = 1; i <= 12; i++)
        {
            service.Clock.AdjustTime(start.AddMinutes(dice.Next(-600, 600)));
            var taken = await service.Post(
                Dataset,
                "2025-10",
                VisitRecords.CreateMany("2025-10-06", i, 0, i.ToString(CultureInfo.InvariantCulture)));
            Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Created), taken.Text);
            instants.Add(DateTimeOffset.Parse((string)taken.Json["receivedAt"]!, CultureInfo.InvariantCulture));
            sizes.Add(i);
            Assert.That(await Denominator(""), Is.EqualTo(i), "the order in which they came decides, not the clock");
            // Returns that are so small and so different are doubted (R18), and taken.
            Assert.That((string)taken.Json["status"]!, Does.StartWith("accepted"));
        }

        // What was known at an instant can be asked once it has passed.
        service.Clock.AdjustTime(instants.Max().AddMinutes(2));
        foreach (var instant in instants.Concat(instants.Select(at => at.AddMinutes(1))).Order())
            Assert.That(
                await Denominator($"&knownAt={instant:yyyy-MM-ddTHH:mm:ss.fffZ}"),
                instant < instants[0] ? Is.Null.Or.AnyOf([.. sizes]) : Is.AnyOf([.. sizes]),
                $"{instant:O}");
        Assert.That(await Denominator($"&knownAt={instants.Min().AddMilliseconds(-1):yyyy-MM-ddTHH:mm:ss.fffZ}"), Is.Null);
        Assert.That(await Denominator($"&knownAt={instants.Max().AddMinutes(1):yyyy-MM-ddTHH:mm:ss.fffZ}"), Is.EqualTo(12));
        var listed = (await service.Get("/v1/returns?limit=100")).Json["items"]!.AsArray();
        Assert.That(listed.Count(item => (string)item!["status"]! == "superseded"), Is.EqualTo(11));

        async Task<decimal?> Denominator(string more) =>
            (decimal?)((await service.Values(
                "visits-on-time", $"from=2025-10-01&to=2025-10-31{more}")).Single() as JsonObject)!["denominator"];
    }

    private static TestService Listening(out int port, params (string Name, string Value)[] settings)
    {
        var service = new TestService { Setting = settings };
        service.UseKestrel(0);
        service.StartServer();
        using var client = service.CreateClient();
        port = client.BaseAddress!.Port;
        return service;
    }
}
