using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// A database without tables on the engine that the test runs on; in SQL Server's case there is not even a database.
/// </summary>
internal sealed class EmptyDatabase : IAsyncDisposable
{
    private readonly string? folder;
    private readonly List<Engine> engines = [];

    /// <summary>Names one.</summary>
    public EmptyDatabase()
    {
        if (OnEachEngineAttribute.Current == "SqlServer") ConnectionString = TestSqlServer.Name();
        else
        {
            folder = Directory.CreateTempSubdirectory("safeguarding-metrics-tests-").FullName;
            ConnectionString = $"Data Source={Path.Combine(folder, "test.db")}";
        }
    }

    /// <summary>Its connection string.</summary>
    public string ConnectionString { get; }

    /// <summary>False on servers that speak T-SQL but are not Microsoft's, which may know no ALTER VIEW.</summary>
    public bool AltersViews => folder is not null || Ask("SELECT @@VERSION")[0].StartsWith("Microsoft SQL", StringComparison.Ordinal);

    /// <summary>Its schema; each time with an engine of its own, as two processes have.</summary>
    public Schema Schema()
    {
        Engine engine = folder is null ? new SqlServerEngine(ConnectionString, null) : new SqliteEngine(ConnectionString);
        engines.Add(engine);
        return new Schema(new Database(engine, new Resilience(engine, NullLogger<Resilience>.Instance)), TimeProvider.System);
    }

    /// <summary>The first column of an answer.</summary>
    public List<string> Ask(string question)
    {
        using DbConnection connection = folder is null ? new SqlConnection(ConnectionString) : new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = question;
        using var reader = command.ExecuteReader();
        var answers = new List<string>();
        while (reader.Read()) answers.Add(reader.GetValue(0).ToString()!);
        return answers;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var engine in engines.OfType<SqliteEngine>()) engine.Dispose();
        if (folder is not null) TestFolder.Delete(folder);
        return ValueTask.CompletedTask;
    }
}
