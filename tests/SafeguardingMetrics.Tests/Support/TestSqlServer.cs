using System.Collections.Concurrent;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Support;

/// <summary>Databases on the SQL Server that is given, made for the run of the tests and dropped after it; lent to one test at a time and emptied in between, since making one takes seconds.</summary>
internal static class TestSqlServer
{
    /// <summary>The environment variable.</summary>
    public const string Setting = "SAFEGUARDING_TEST_SQLSERVER";

    private static readonly string? Given = Environment.GetEnvironmentVariable(Setting);
    private static readonly ConcurrentBag<string> Made = [];
    private static readonly ConcurrentBag<string> Free = [];

    /// <summary>True where a server is given.</summary>
    public static bool IsGiven => !string.IsNullOrEmpty(Given);

    /// <summary>Lends an empty database at this version's schema.</summary>
    public static string Lend()
    {
        if (!Free.TryTake(out var connectionString)) return Make();
        Execute(connectionString, Emptying);
        return connectionString;
    }

    /// <summary>Takes a database back.</summary>
    public static void TakeBack(string connectionString) => Free.Add(connectionString);

    /// <summary>Names a database that is not there yet; whoever makes it need not drop it.</summary>
    public static string Name()
    {
        var connectionString = new SqlConnectionStringBuilder(Given) { InitialCatalog = NewName() }.ToString();
        Made.Add(connectionString);
        return connectionString;
    }

    /// <summary>A name that no database has; short, since some servers that speak TDS make longer names of it and cut them off.</summary>
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

    private static string Emptying => string.Join(";\n", new[] { "Cell", "Segment", "Finding", "RuleBreach", "FieldCount", "ReturnScheduleEntry" }
        .Concat(DatasetCatalogue.All.Select(dataset => dataset.Table))
        .Concat(["AgencyReturn", "ClientKey", "ClientAgency", "Client", "ApiKey", "Agency", "DemonstrationFill"])
        .Select(table => $"DELETE FROM {table}"));

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
