using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using System.Text;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage.Files;
using SafeguardingMetrics.Tests.Failures;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The embedded database's file: what is in it at the end, who may read it, and which files are taken for it.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class DatabaseFileTests
{
    private static readonly (string Name, string Value) Key = ("Identifiers__HashKey", Convert.ToBase64String(new byte[32]));
    private static readonly (string Name, string Value) Production = ("ASPNETCORE_ENVIRONMENT", "Production");

    [Test]
    public async Task A_stopped_service_s_file_alone_is_the_database()
    {
        using var folder = new Folder();
        await using (var service = await ServiceProcess.Start($"Data Source={folder.Database}"))
        {
            foreach (var day in Enumerable.Range(1, 5)) await Post(service, day);
            await service.Stop();
        }

        Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.EquivalentTo(new[] { "x.db", "x.db-newest" }));
        var copy = Path.Combine(folder.Path, "copy.db");
        File.Copy(folder.Database, copy);
        Assert.That(DatabaseIntegrity.Returns(copy), Has.Count.EqualTo(5));
        Assert.That(DatabaseIntegrity.FindIncompleteReturns(copy), Is.Empty);
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public async Task Nobody_but_its_owner_may_read_it_or_what_lies_beside_it()
    {
        using var folder = new Folder();
        var inner = Path.Combine(folder.Path, "data", "x.db");
        await using var service = await ServiceProcess.Start($"Data Source={inner}");
        await Post(service, 1);

        var found = Directory.GetFiles(Path.GetDirectoryName(inner)!);
        Assert.That(found.Select(Path.GetFileName), Is.EquivalentTo(new[] { "x.db", "x.db-wal", "x.db-shm", "x.db-newest" }));
        Assert.That(found.Select(File.GetUnixFileMode), Is.All.EqualTo(PrivateFile.OwnerOnly));
        Assert.That(
            File.GetUnixFileMode(Path.GetDirectoryName(inner)!), Is.EqualTo(PrivateFile.OwnerOnly | UnixFileMode.UserExecute));
    }

    [Test]
    [UnsupportedOSPlatform("windows")]
    [Platform(Exclude = "Win")]
    public async Task Rights_that_others_had_to_it_are_taken_away_at_the_start()
    {
        using var folder = new Folder();
        await folder.Make();
        File.SetUnixFileMode(folder.Database, PrivateFile.OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        Assert.That((await Run(folder, "agency", "list")).Exit, Is.Zero);

        Assert.That(File.GetUnixFileMode(folder.Database), Is.EqualTo(PrivateFile.OwnerOnly | UnixFileMode.GroupRead));
    }

    [Test]
    public async Task Production_makes_none_unless_a_setting_says_so()
    {
        using var folder = new Folder();
        var inner = new Folder(Path.Combine(folder.Path, "data"));

        var refused = await Run(inner, "agency", "list");
        Assert.That(refused.Exit, Is.EqualTo(1));
        Assert.That(refused.Errors, Does.Contain("is not there").And.Contain("Database__Create=true").And.Not.Contain("   at "));
        Assert.That(Directory.Exists(inner.Path), Is.False, "nor a folder");

        Assert.That((await Run(inner, [("Database__Create", "true")], "agency", "list")).Exit, Is.Zero);
        Assert.That((await Run(inner, "agency", "list")).Exit, Is.Zero);
    }

    [Test]
    public async Task Production_refuses_a_file_with_nothing_in_it_whatever_the_setting()
    {
        using var folder = new Folder();
        await File.WriteAllBytesAsync(folder.Database, []);
        foreach (var setting in new[] { "false", "true" })
        {
            var refused = await Run(folder, [("Database__Create", setting)], "agency", "list");
            Assert.That(refused.Exit, Is.EqualTo(1));
            Assert.That(refused.Errors, Does.Contain("has no tables").And.Contain("restore --from"));
        }

        // What a copy of a running service's file is before its first checkpoint.
        File.Delete(folder.Database);
        Ask(folder.Database, "PRAGMA journal_mode = WAL");
        Assert.That((await Run(folder, "agency", "list")).Errors, Does.Contain("has no tables"));
    }

    [TestCase("a text")]
    [TestCase(null)]
    public async Task Another_program_s_file_is_refused(string? text)
    {
        using var folder = new Folder();
        if (text is not null) await File.WriteAllTextAsync(folder.Database, new string('x', 5000));
        else Ask(folder.Database, "CREATE TABLE Theirs (Id INT)");
        var before = await File.ReadAllBytesAsync(folder.Database);
        foreach (var environment in new[] { "Production", "Development" })
        {
            var refused = await Run(folder, [("ASPNETCORE_ENVIRONMENT", environment), ("Database__Create", "true")], "agency", "list");
            Assert.That(refused.Exit, Is.EqualTo(1));
            Assert.That(refused.Errors, Does.Contain("is not a database of this service"));
        }

        Assert.That(await File.ReadAllBytesAsync(folder.Database), Is.EqualTo(before));
    }

    [Test]
    public async Task A_lost_log_is_noticed_and_refused_in_Production_with_the_way_out()
    {
        using var folder = new Folder();
        await using (var service = await ServiceProcess.Start($"Data Source={folder.Database}"))
        {
            foreach (var day in Enumerable.Range(1, 3)) await Post(service, day);
            await service.Kill();
        }

        Assert.That(new FileInfo($"{folder.Database}-wal").Length, Is.Positive);
        File.Delete($"{folder.Database}-wal");
        File.Delete($"{folder.Database}-shm");

        var refused = await Run(folder, "agency", "list");
        Assert.That(refused.Exit, Is.EqualTo(1));
        Assert.That(
            refused.Errors, Does.Contain("is older than it was").And.Contain("restore --from").And.Contain("delete x.db-newest"));
        Assert.That(refused.Output + refused.Errors, Does.Contain("The database is older than it was: it is at version"), "in the log too");
        var developing = await Run(folder, [("ASPNETCORE_ENVIRONMENT", "Development")], "agency", "list");
        Assert.That(developing.Exit, Is.Zero);
        Assert.That(developing.Output + developing.Errors, Does.Contain("The database is older than it was"));
    }

    [Test]
    public async Task A_database_that_is_gone_is_not_begun_anew()
    {
        using var folder = new Folder();
        await folder.Make();
        File.Delete(folder.Database);

        var refused = await Run(folder, [("Database__Create", "true")], "agency", "list");

        Assert.That((refused.Exit, File.Exists(folder.Database)), Is.EqualTo((1, false)));
        Assert.That(refused.Errors, Does.Contain("x.db-newest beside it says that it was"));
    }

    [Test]
    public async Task Damage_is_told_in_the_log_and_by_the_readiness_check()
    {
        using var folder = new Folder();
        await folder.Make();
        DamageRowsOfNoTableOfOurs(folder.Database);

        await using var service = await ServiceProcess.Start($"Data Source={folder.Database}");
        using var ready = await service.Client.GetAsync("/health/ready");

        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await ready.Content.ReadAsStringAsync(), Does.Contain("damaged").And.Contain("restore a backup"));
        Assert.That(await service.Stop(), Does.Contain("The database's file is damaged; stop the service and restore a backup"));
    }

    [Test]
    public async Task At_night_the_file_is_checked_and_its_log_is_emptied()
    {
        await using var service = new TestService();
        await service.Post("statutory-visits", "2025-10", VisitRecords.CreateMany("2025-10-06", 50, 0), isConfirmed: true);
        var file = new SqliteConnectionStringBuilder(service.ConnectionString).DataSource;
        Assert.That(new FileInfo($"{file}-wal").Length, Is.Positive);

        for (var i = 0; i < 600 && new FileInfo($"{file}-wal").Length > 0; i++)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(10));
            await Task.Delay(50);
        }

        Assert.That(new FileInfo($"{file}-wal").Length, Is.Zero);
    }

    [Test]
    public async Task On_a_folder_that_cannot_be_written_it_ends_with_a_sentence()
    {
        using var folder = new Folder();
        var file = Path.Combine(folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");
        var beneath = new Folder(Path.Combine(file, "data"));

        foreach (var environment in new[] { "Production", "Development" })
        {
            var (exit, _, errors) = await Run(beneath, [("ASPNETCORE_ENVIRONMENT", environment), ("Database__Create", "true")]);
            Assert.That(exit, Is.EqualTo(1));
            Assert.That(errors.Trim().Split('\n'), Has.Length.EqualTo(1));
            Assert.That(errors, Does.Contain("cannot be used").And.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task In_a_folder_in_which_no_key_can_be_made_it_ends_with_a_sentence_that_names_the_setting()
    {
        using var folder = new Folder();
        // Where the folder data would be, in which Development makes its keys.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data"), "");
        await folder.Make();

        var (exit, _, errors) = await Command.RunIn(
            folder.Path, [], ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
            ("ConnectionStrings__SafeguardingMetrics", $"Data Source={folder.Database}"), ("Demo__Returns", "false"));

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("set Identifiers__HashKey").And.Not.Contain("   at "));
    }

    [Test]
    public async Task In_a_folder_in_which_no_key_of_bodies_can_be_made_it_goes_on_without_and_says_so()
    {
        using var folder = new Folder();
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "data"), "");

        await using var service = await ServiceProcess.StartIn(folder.Path, $"Data Source={folder.Database}");

        using var ready = await service.Client.GetAsync("/health/ready");
        Assert.That(ready.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await service.Stop(), Does.Contain("No key for waiting bodies can be made"));
    }

    // So that the service starts.
    private static void DamageRowsOfNoTableOfOurs(string file)
    {
        const string mark = "to-be-damaged";
        Ask(file, "CREATE TABLE Extra (Text TEXT)");
        for (var i = 0; i < 20; i++) Ask(file, $"INSERT INTO Extra (Text) VALUES ('{string.Concat(Enumerable.Repeat(mark, 200))}')");
        Ask(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        var bytes = File.ReadAllBytes(file);
        for (var page = 0; page < bytes.Length; page += 4096)
            if (bytes.AsSpan(page, 4096).IndexOf(Encoding.ASCII.GetBytes(mark + mark)) >= 0) bytes.AsSpan(page, 64).Fill(0xFF);
        File.WriteAllBytes(file, bytes);
    }

    /// <summary>Overwrites some of every fortieth kilobyte, behind the pages that say which tables there are.</summary>
    internal static void Damage(string file)
    {
        using var bytes = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        for (var at = bytes.Length / 81_920 * 40_960; at < bytes.Length; at += 40_960)
        {
            bytes.Position = at;
            bytes.Write(Enumerable.Repeat((byte)0xFF, 64).ToArray());
        }
    }

    internal static Task<(int Exit, string Output, string Errors)> Run(Folder folder, params string[] arguments) =>
        Run(folder, [], arguments);

    internal static Task<(int Exit, string Output, string Errors)> Run(
        Folder folder, (string Name, string Value)[] environment, params string[] arguments) =>
        Command.Run(
            arguments,
            [
                Key, Production, ("Database__Create", "false"),
                ("ConnectionStrings__SafeguardingMetrics", $"Data Source={folder.Database}"),
                ("Demo__Returns", "false"), ("ASPNETCORE_URLS", "http://127.0.0.1:0"),
                ("Submissions__BodyKey", Convert.ToBase64String(new byte[32])), .. environment,
            ]);

    internal static async Task Post(ServiceProcess service, int day)
    {
        using var body = new StringContent(
            VisitRecords.CreateMany(string.Create(CultureInfo.InvariantCulture, $"2025-10-{day:00}"), 20, 0).ToJsonString());
        body.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            string.Create(CultureInfo.InvariantCulture, $"/v1/returns/statutory-visits?period=2025-10-{day:00}&confirmed=true"))
        {
            Content = body,
        };
        request.Headers.Add("X-Api-Key", "demo-social-care");
        using var answer = await service.Client.SendAsync(request);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Created), await answer.Content.ReadAsStringAsync());
    }

    internal static string? Ask(string file, string question)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        return command.ExecuteScalar()?.ToString();
    }

    /// <summary>A folder for a database.</summary>
    internal sealed class Folder : IDisposable
    {
        public Folder(string? path = null) =>
            Path = path ?? Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;

        public string Path { get; }

        public string Database => System.IO.Path.Combine(Path, "x.db");

        /// <summary>Makes a database in it, at this version's schema.</summary>
        public async Task Make()
        {
            var (exit, _, errors) = await Run(this, [("Database__Create", "true")], "agency", "add", "EXA-X", "social-care", "An agency");
            Assert.That(exit, Is.Zero, errors);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
