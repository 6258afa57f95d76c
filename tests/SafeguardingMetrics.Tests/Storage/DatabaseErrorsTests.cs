using System.Net;
using System.Net.Sockets;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>What the program says, and how it ends, where a database cannot be used.</summary>
[TestFixture]
public sealed class DatabaseErrorsTests
{
    private const string Setting = "ConnectionStrings__SafeguardingMetrics";
    private string folder = "";

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_migration_of_a_server_that_does_not_answer_ends_with_a_sentence() =>
        Ended(await Command.Run(["migrate"], (Setting, Nowhere())), "The database cannot be used: ");

    [Test]
    public async Task A_migration_in_a_folder_that_cannot_be_made_ends_with_a_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "file"), "");

        Ended(
            await Command.Run(["migrate"], (Setting, $"Data Source={Path.Combine(folder, "file", "test.db")}")),
            "The database cannot be used: ");
    }

    [Test]
    public async Task The_service_ends_with_a_sentence() =>
        Ended(
            await Command.Run([], (Setting, Nowhere()), ("Identifiers__HashKey", Convert.ToBase64String(new byte[32]))),
            "The database cannot be used: ");

    [Test]
    public async Task A_copy_says_that_it_is_the_target()
    {
        var source = (Setting, await Migrated());

        Ended(await Command.Run(["copy", "--to", Nowhere()], source), "The target cannot be used: ");
    }

    [Test]
    public async Task A_copy_says_that_it_is_the_source()
    {
        var target = Path.Combine(folder, "target.db");

        Ended(await Command.Run(["copy", "--to", $"Data Source={target}"], (Setting, Nowhere())), "The source cannot be used: ");
        Assert.That(File.Exists(target), Is.False);
    }

    [Test]
    public async Task A_copy_to_what_is_no_connection_string_says_so()
    {
        var source = (Setting, await Migrated());

        Ended(await Command.Run(["copy", "--to", "Server=there;Colour=blue"], source), "What follows --to is not a connection string: ");
        Ended(await Command.Run(["copy", "--to", "somewhere"], source), "What follows --to is not a connection string: ");
    }

    [Test]
    public async Task A_login_that_the_server_refuses_is_told_as_the_server_tells_it()
    {
        if (!TestSqlServer.IsGiven) Assert.Ignore($"{TestSqlServer.Setting} is not set.");
        var refused = new Microsoft.Data.SqlClient.SqlConnectionStringBuilder(TestSqlServer.Name())
        {
            Password = "not the password",
        }.ToString();

        var ended = await Command.Run(["migrate"], (Setting, refused));

        Ended(ended, "The database cannot be used: Login failed for user");
        Assert.That(ended.Errors, Does.Not.Contain("not the password"));
    }

    private static void Ended((int Exit, string Output, string Errors) ended, string beginning)
    {
        Assert.That(ended.Exit, Is.EqualTo(1));
        Assert.That(ended.Errors, Does.StartWith(beginning).And.Length.GreaterThan(beginning.Length + 5));
        Assert.That(ended.Errors, Does.Not.Contain("   at "), "a trace");
    }

    private async Task<string> Migrated()
    {
        var source = $"Data Source={Path.Combine(folder, "source.db")};Pooling=false";
        Assert.That((await Command.Run(["migrate"], (Setting, source))).Exit, Is.Zero);
        return source;
    }

    // A port at which nobody listens any more.
    private static string Nowhere()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"Server=127.0.0.1,{((IPEndPoint)listener.LocalEndpoint).Port};Database=Nowhere;User "
            + "ID=nobody;Password=none;Encrypt=false;Connect Timeout=1";
    }
}
