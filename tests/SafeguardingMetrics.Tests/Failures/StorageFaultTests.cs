using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>
/// What callers are told, and what is kept, while the database's file is full, locked, read-only or gone, and that all
/// goes on when it is mended.
/// </summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class StorageFaultTests
{
    private const string Dataset = "statutory-visits";

    [Test]
    public async Task A_return_that_a_full_disk_breaks_off_is_not_there_and_is_taken_when_there_is_room()
    {
        var troubled = default(DiskFaultEngine)!;
        await using var service = Troubled(engine => troubled = engine);
        Assert.That((await Send(service, 3)).Status, Is.EqualTo(HttpStatusCode.Created));

        troubled.IsFull = true;
        Refused(await Send(service, 400), "full");
        await OnlyTheFirstIsKept(service);

        troubled.IsFull = false;
        await IsTaken(service, 400);
    }

    [Test]
    public async Task A_disk_that_fills_up_with_returns_refuses_the_next_whole_and_goes_on_when_it_has_grown()
    {
        using var disk = SmallDisk.Mount(4);
        await using var service = new TestService { Sharing = $"Data Source={disk.Path}/full.db" };
        var (sent, last) = (0, await Send(service, 1));
        for (; last.Status == HttpStatusCode.Created && sent < 200; last = await Send(service, 300 + sent)) sent++;

        Refused(last, "full");
        Assert.That(sent, Is.Positive);
        Assert.That(DatabaseIntegrity.FindIncompleteReturns($"{disk.Path}/full.db"), Is.Empty);
        Assert.That(DatabaseIntegrity.Returns($"{disk.Path}/full.db"), Has.Count.EqualTo(sent));
        Assert.That(
            await Denominator(service),
            Is.EqualTo(sent == 1 ? 1 : 300 + sent - 1),
            "figures are still read, and are those of the last return that was taken");

        disk.Grow(64);
        await IsTaken(service, 300 + sent);
        Assert.That(DatabaseIntegrity.FindIncompleteReturns($"{disk.Path}/full.db"), Is.Empty);
    }

    [Test]
    public async Task A_large_body_for_which_the_disk_of_temporary_files_has_no_room_is_refused_and_is_taken_when_there_is_some()
    {
        using var disk = SmallDisk.Mount(1);
        var folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
        try
        {
            await using var service = await ServiceProcess.Start($"Data Source={folder}/test.db", ("TMPDIR", disk.Path));
            service.Client.DefaultRequestHeaders.Add("X-Api-Key", "demo-social-care");
            var body = VisitRecords.Csv(VisitRecords.CreateMany("2025-10-06", 40_000, 0));

            Refused(await Post(), "the disk for temporary files is full");
            Assert.That(DatabaseIntegrity.Returns($"{folder}/test.db"), Is.Empty);

            disk.Grow(64);
            var taken = await Post();
            Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Created), taken.Text);

            async Task<ApiResponse> Post()
            {
                using var content = new StringContent(body);
                content.Headers.ContentType = new("text/csv");
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
    public async Task A_database_that_cannot_be_written_to_is_still_read_and_takes_returns_when_it_can()
    {
        var troubled = default(DiskFaultEngine)!;
        await using var service = Troubled(engine => troubled = engine);
        Assert.That((await Send(service, 3)).Status, Is.EqualTo(HttpStatusCode.Created));

        troubled.IsReadOnly = true;
        Refused(await Send(service, 5), "cannot be written to");
        await OnlyTheFirstIsKept(service);

        troubled.IsReadOnly = false;
        await IsTaken(service, 5);
    }

    [Test]
    public async Task A_database_that_another_process_has_locked_is_still_read_and_takes_returns_when_it_is_free()
    {
        TestService? locked = null;
        await using var service = locked = new TestService
        {
            Replace = services => services.AddSingleton<Engine>(_ => new SqliteEngine(locked!.ConnectionString, lockSeconds: 1)),
        };
        Assert.That((await Send(service, 3)).Status, Is.EqualTo(HttpStatusCode.Created));

        await using (var other = new SqliteConnection($"{service.ConnectionString};Pooling=false"))
        {
            await other.OpenAsync();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();

            RefusalTests.Refused(await Send(service, 5), 503, "database-unavailable");
            // Those behind do not wait as long again, one after another.
            var many = await Task.WhenAll(Enumerable.Range(10, 40).Select(visits => Send(service, visits)));
            foreach (var one in many) RefusalTests.Refused(one, 503, "database-unavailable");
            Assert.That(many.Select(one => one.Headers), Is.All.ContainKey("Retry-After"));
            Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            await OnlyTheFirstIsKept(service);
        }

        await IsTaken(service, 5);
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Those_behind_a_writer_that_waited_in_vain_for_another_process_do_not_wait_again()
    {
        await using var service = new TestService();
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));
        using var engine = new SqliteEngine(service.ConnectionString, lockSeconds: 1);
        engine.BeginServing();
        await using (var other = new SqliteConnection($"{service.ConnectionString};Pooling=false"))
        {
            await other.OpenAsync();
            using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();

            var faults = await Task.WhenAll(Enumerable.Range(0, 30).Select(async _ =>
            {
                try
                {
                    await engine.BeginWrite("any", CancellationToken.None);
                    return null;
                }
                catch (Exception fault) when (fault is SqliteException or DatabaseUnavailableException)
                {
                    return fault;
                }
            }));

            Assert.That(faults, Has.None.Null);
            Assert.That(faults.Count(engine.HasWaited!), Is.EqualTo(1), "one has waited, and the others were told at once");
        }

        // Nor are they told so any longer than it is so.
        var (connection, transaction, turn) = await engine.BeginWrite("any", CancellationToken.None);
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
        turn.Dispose();
    }

    [Test]
    public async Task It_is_not_ready_while_the_disk_is_full()
    {
        using var disk = SmallDisk.Mount(8);
        await using var service = new TestService { Sharing = $"Data Source={disk.Path}/full.db" };
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));

        await Fill($"{disk.Path}/filler");
        var ready = await service.Get("/health/ready", null);
        Assert.That(ready.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(ready.Text, Does.Contain("disk is full"));
        Assert.That((await service.Get("/health/live", null)).Status, Is.EqualTo(HttpStatusCode.OK));

        File.Delete($"{disk.Path}/filler");
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));

        static async Task Fill(string path)
        {
            await using var filler = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
            try
            {
                for (var block = new byte[4096]; ;) await filler.WriteAsync(block);
            }
            catch (IOException)
            {
            }
        }
    }

    [Test]
    public async Task The_trial_of_readiness_fails_on_a_database_that_may_only_be_read()
    {
        await using var service = new TestService();
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.OK));

        using var readOnly = new SqliteEngine($"{service.ConnectionString};Mode=ReadOnly");

        var fault = Assert.ThrowsAsync<SqliteException>(() => readOnly.TryWrite(CancellationToken.None));
        Assert.That(readOnly.DescribeIfUnusable(fault!), Does.Contain("cannot be written to"));
    }

    [Test]
    public async Task A_database_that_is_deleted_under_the_service_takes_nothing_into_the_void_and_goes_on_when_it_is_put_back()
    {
        await using var service = new TestService();
        Assert.That((await Send(service, 3)).Status, Is.EqualTo(HttpStatusCode.Created));
        var file = FileOf(service);
        await using (var connection = new SqliteConnection($"{service.ConnectionString};Pooling=false"))
        {
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = $"VACUUM INTO '{file}.kept'";
            await command.ExecuteNonQueryAsync();
        }

        foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(file + end);
        Refused(await Send(service, 5), "put it back");
        Refused(await service.Get("/v1/returns"), "put it back");
        Assert.That((await service.Get("/health/ready", null)).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await service.Get("/health/live", null)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(File.Exists(file), Is.False, "none is made in its place");

        File.Move($"{file}.kept", file);
        await OnlyTheFirstIsKept(service);
        await IsTaken(service, 5);
    }

    private static TestService Troubled(Action<DiskFaultEngine> made)
    {
        TestService? service = null;
        return service = new TestService
        {
            Replace = services => services.AddSingleton<Engine>(_ =>
            {
                var engine = new DiskFaultEngine(new SqliteEngine(service!.ConnectionString));
                made(engine);
                return engine;
            }),
        };
    }

    private static string FileOf(TestService service) => new SqliteConnectionStringBuilder(service.ConnectionString).DataSource;

    private static Task<ApiResponse> Send(TestService service, int visits) =>
        service.Post(
            Dataset,
            "2025-10",
            VisitRecords.CreateMany("2025-10-06", visits, 0, visits.ToString(CultureInfo.InvariantCulture)),
            isConfirmed: true);

    private static void Refused(ApiResponse answer, string advice)
    {
        RefusalTests.Refused(answer, 503, "database-unavailable");
        Assert.That(
            (string)answer.Json["detail"]!,
            Does.Contain(advice).And.Contain("administrator").And.Contain("nothing of the request was kept"));
        Assert.That(answer.Text, Does.Not.Contain("SQLite").And.Not.Contain("Exception"));
        Assert.That(answer.Headers, Does.ContainKey("Retry-After"));
    }

    private static async Task OnlyTheFirstIsKept(TestService service)
    {
        Assert.That((await service.Get("/v1/returns")).Json["items"]!.AsArray(), Has.Count.EqualTo(1));
        Assert.That(await Denominator(service), Is.EqualTo(3));
        Assert.That(DatabaseIntegrity.FindIncompleteReturns(FileOf(service)), Is.Empty);
    }

    private static async Task IsTaken(TestService service, int visits)
    {
        var taken = await Send(service, visits);
        Assert.That(taken.Status, Is.EqualTo(HttpStatusCode.Created), taken.Text);
        Assert.That(await Denominator(service), Is.EqualTo(visits));
        Assert.That((await Send(service, visits)).Status, Is.EqualTo(HttpStatusCode.OK), "and once only");
        Assert.That(DatabaseIntegrity.FindIncompleteReturns(FileOf(service)), Is.Empty);
    }

    private static async Task<decimal> Denominator(TestService service) =>
        (decimal)(await service.Values("visits-on-time", "from=2025-10-01&to=2025-10-31")).Single()!["denominator"]!;
}
