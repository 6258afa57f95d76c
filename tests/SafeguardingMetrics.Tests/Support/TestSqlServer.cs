using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>
/// Databases on the SQL Server that is given, made for the run of the tests and dropped after it; lent to one test at a
/// time and emptied in between, since making one takes seconds.
/// </summary>
internal static class TestSqlServer
{
    /// <summary>The environment variable.</summary>
    public const string Setting = "SAFEGUARDING_TEST_SQLSERVER";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Setting);
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly ConcurrentBag<string> Free = [];

    /// <summary>True where a server is given.</summary>
    public static bool IsGiven => !string.IsNullOrEmpty(Given);

    /// <summary>The server's own address.</summary>
    public static string Address { get; } = new SqlConnectionStringBuilder(Given).DataSource;

    /// <summary>Lends an empty database at this version's schema.</summary>
    public static string Borrow()
    {
        if (!Free.TryTake(out var connectionString)) connectionString = Make();
        Execute(connectionString, Emptying);
        return connectionString;
    }

    /// <summary>Takes a database back.</summary>
    public static void Release(string connectionString) => Free.Add(connectionString);

    /// <summary>Names a database that is not there yet; whoever makes it need not drop it.</summary>
    public static string Name()
    {
        var connectionString = new SqlConnectionStringBuilder(Given) { InitialCatalog = NewName() }.ToString();
        Made.Add(connectionString);
        return connectionString;
    }

    /// <summary>
    /// A name that no database has; short, since some servers that speak TDS make longer names of it and cut them off.
    /// </summary>
    public static string NewName() => $"sm_{Guid.CreateVersion7().ToString("N")[^12..]}";

    /// <summary>Drops every database that was made.</summary>
    public static void Drop()
    {
        SqlConnection.ClearAllPools();
        while (Made.TryTake(out var connectionString))
        {
            var builder = new SqlConnectionStringBuilder(connectionString);
            var name = builder.InitialCatalog;
            builder.InitialCatalog = "master";
            Execute(builder.ToString(), $"DROP DATABASE IF EXISTS [{name}]");
        }
    }

    // What a partnership's copy fills, backwards, so that nothing is deleted that something else refers to; and when it
    // was last changed, which is by another test's clock.
    private static string Emptying { get; } = string.Join(
        ";\n",
        CopiedTable.All.Reverse().Select(table => table.Name).Append("DataVersion").Select(table => $"DELETE FROM {table}"));

    private static string Make()
    {
        var connectionString = Name();
        var engine = new SqlServerEngine(connectionString, null);
        var database = new Database(engine, new Resilience(engine, NullLogger<Resilience>.Instance));
        new Schema(database, TimeProvider.System).Migrate(CancellationToken.None).GetAwaiter().GetResult();
        return connectionString;
    }

    private static void Execute(string connectionString, string text)
    {
        using var connection = new SqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }
}
