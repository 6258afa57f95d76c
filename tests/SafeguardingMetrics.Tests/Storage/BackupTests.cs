using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage.Files;
using SafeguardingMetrics.Tests.Failures;
using static SafeguardingMetrics.Tests.Storage.DatabaseFileTests;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>The commands backup and restore, as an operator runs them.</summary>
[TestFixture]
[Parallelizable(ParallelScope.All)]
public sealed class BackupTests
{
    private static readonly (string Name, string Value) OtherKey =
        ("Identifiers__HashKey", Convert.ToBase64String([.. Enumerable.Repeat((byte)1, 32)]));

    [Test]
    public async Task A_backup_of_a_running_service_is_one_file_with_everything_and_is_restored()
    {
        using var folder = new Folder();
        var backup = Path.Combine(folder.Path, "backup.db");
        await using (var service = await ServiceProcess.Start($"Data Source={folder.Database}"))
        {
            foreach (var day in Enumerable.Range(1, 3)) await Post(service, day);

            var (exit, output, errors) = await Run(folder, "backup", "--to", backup);
            Assert.That(exit, Is.Zero, errors);
            Assert.That(output, Does.Contain("opened and checked: 3 returns"));
            Assert.That(Directory.GetFiles(folder.Path, "backup*"), Is.EqualTo(new[] { backup }));
            if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(backup), Is.EqualTo(PrivateFile.OwnerOnly));
            Assert.That((await Run(folder, "backup", "--to", backup)).Errors, Does.Contain("is there already"));

            await Post(service, 4);
            var held = await Run(folder, "restore", "--from", backup);
            Assert.That(held.Exit, Is.EqualTo(1));
            Assert.That(held.Errors, Does.Contain("The service or another program holds").And.Contain("nothing was changed"));
            await Post(service, 5);
            await service.Stop();
        }

        var before = await File.ReadAllBytesAsync(backup);
        var restored = await Run(folder, "restore", "--from", backup);

        Assert.That(restored.Exit, Is.Zero, restored.Errors);
        Assert.That(restored.Output, Does.Contain("3 returns").And.Contain("The database before is kept as"));
        Assert.That(await File.ReadAllBytesAsync(backup), Is.EqualTo(before));
        Assert.That(DatabaseIntegrity.Returns(folder.Database), Has.Count.EqualTo(3));
        Assert.That(
            Directory.GetFiles(folder.Path, "x.db-before-*").Select(kept => DatabaseIntegrity.Returns(kept).Count),
            Is.EqualTo(new[] { 5 }));
        // The older database is meant to be older: Production takes it.
        Assert.That((await Run(folder, "agency", "list")).Exit, Is.Zero);
        if (!OperatingSystem.IsWindows()) Assert.That(File.GetUnixFileMode(folder.Database), Is.EqualTo(PrivateFile.OwnerOnly));
    }

    [Test]
    public async Task A_copy_of_a_killed_service_s_files_is_restored_with_its_log()
    {
        using var folder = new Folder();
        using var other = new Folder();
        await using (var service = await ServiceProcess.Start($"Data Source={folder.Database}"))
        {
            foreach (var day in Enumerable.Range(1, 2)) await Post(service, day);
            await service.Kill();
        }

        Assert.That((await Run(other, "restore", "--from", folder.Database)).Exit, Is.Zero);

        Assert.That(DatabaseIntegrity.Returns(other.Database), Has.Count.EqualTo(2));
        Assert.That(File.Exists($"{folder.Database}-wal"), Is.True, "what is restored from is not changed");
    }

    [Test]
    public async Task What_is_no_sound_backup_of_this_service_is_not_restored()
    {
        using var folder = new Folder();
        await folder.Make();
        var good = await File.ReadAllBytesAsync(folder.Database);
        var backup = Path.Combine(folder.Path, "backup.db");

        await IsRefused("is not there");
        await File.WriteAllTextAsync(backup, new string('x', 5000));
        await IsRefused("is not a database of this service");
        await File.WriteAllBytesAsync(backup, []);
        await IsRefused("is not a database of this service");
        await Copy();
        Damage(backup);
        await IsRefused("is damaged");
        await Copy();
        Ask(
            backup,
            "PRAGMA foreign_keys = OFF; INSERT INTO FieldCount (ReturnId, Field, Expected, Valid, Defaults) VALUES ('none', 'x', 0, 0, 0)");
        await IsRefused("refers to a row that is not there");
        await Copy();
        Ask(backup, "INSERT INTO SchemaMigration (Script, ContentHash, AppliedAt) VALUES ('0999-future.sql', 'any', '2026-11-01')");
        await IsRefused("0999-future.sql");
        await Copy();
        await IsRefused("is not the one under which", OtherKey);

        Assert.That(await File.ReadAllBytesAsync(folder.Database), Is.EqualTo(good));
        Assert.That(Directory.GetFiles(folder.Path, "*-before-*").Concat(Directory.GetFiles(folder.Path, "*-restoring*")), Is.Empty);

        async Task Copy()
        {
            foreach (var end in new[] { "", "-wal", "-shm" }) File.Delete(backup + end);
            await File.WriteAllBytesAsync(backup, good);
        }

        async Task IsRefused(string why, params (string Name, string Value)[] environment)
        {
            SqliteConnection.ClearAllPools();
            var refused = await Run(folder, environment, "restore", "--from", backup);
            Assert.That(refused.Exit, Is.EqualTo(1), why);
            Assert.That(refused.Errors, Does.Contain(why).And.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task Of_a_damaged_or_an_older_database_no_backup_is_made()
    {
        using var folder = new Folder();
        await folder.Make();
        var good = await File.ReadAllBytesAsync(folder.Database);
        var backup = Path.Combine(folder.Path, "backup.db");

        Damage(folder.Database);
        Assert.That((await Run(folder, "backup", "--to", backup)).Exit, Is.EqualTo(1));
        await File.WriteAllBytesAsync(folder.Database, good);
        new NewestChangeFile(folder.Database).Write(new NewestChange(long.MaxValue, null));
        var (exit, _, errors) = await Run(folder, "backup", "--to", backup);
        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("is older than"));
        File.Delete($"{folder.Database}-newest");
        Assert.That((await Run(folder, [OtherKey], "backup", "--to", backup)).Exit, Is.EqualTo(1));

        Assert.That(Directory.GetFiles(folder.Path, "backup*"), Is.Empty);
    }

    [TestCase("backup", "--to", "BACKUP DATABASE")]
    [TestCase("restore", "--from", "RESTORE DATABASE")]
    public async Task On_SQL_Server_it_says_what_to_run_there_and_does_nothing(string command, string option, string statement)
    {
        using var folder = new Folder();

        var (exit, _, errors) = await Run(
            folder, [("ConnectionStrings__SafeguardingMetrics", "Server=nowhere.invalid;Database=None")], command, option, "file.bak");

        Assert.That(exit, Is.EqualTo(1));
        Assert.That(errors, Does.Contain(statement));
    }

    [TestCase("backup")]
    [TestCase("restore")]
    public async Task It_must_be_said_which_file(string command)
    {
        using var folder = new Folder();
        Assert.That((await Run(folder, command)).Errors, Does.StartWith("Say where"));
    }
}
