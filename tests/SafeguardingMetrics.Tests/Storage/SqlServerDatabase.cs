using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.SqlClient;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>
/// An empty database on the SQL Server that is given, in which scripts are run as a DBA's tools run them: a batch after
/// a batch, on after a fault.
/// </summary>
internal sealed class SqlServerDatabase
{
    private readonly string server = Environment.GetEnvironmentVariable(TestSqlServer.Setting)!;
    private readonly string name = TestSqlServer.NewName();

    /// <summary>Its connection string.</summary>
    public string ConnectionString => new SqlConnectionStringBuilder(server) { InitialCatalog = name, Pooling = false }.ToString();

    private string Master => new SqlConnectionStringBuilder(server) { InitialCatalog = "master", Pooling = false }.ToString();

    /// <summary>Makes one.</summary>
    public static async Task<SqlServerDatabase> Make()
    {
        var made = new SqlServerDatabase();
        await Execute(made.Master, $"CREATE DATABASE [{made.name}] COLLATE Latin1_General_100_BIN2");
        return made;
    }

    /// <summary>Drops it.</summary>
    public Task Drop() => Execute(Master, $"DROP DATABASE [{name}]");

    /// <summary>Runs a script; the first fault is thrown when all batches have been sent.</summary>
    public async Task Run(string script)
    {
        await using var connection = new SqlConnection(ConnectionString);
        await connection.OpenAsync();
        SqlException? first = null;
        foreach (var batch in Regex.Split(script, "^GO$", RegexOptions.Multiline).Where(batch => !string.IsNullOrWhiteSpace(batch)))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = batch;
            command.CommandTimeout = 120;
            try
            {
                await command.ExecuteNonQueryAsync();
            }
            catch (SqlException fault)
            {
                first ??= fault;
            }
        }

        if (first is not null) throw first;
    }

    /// <summary>The rows of an answer, each as its values with spaces between.</summary>
    public async Task<IReadOnlyList<string>> Ask(string question)
    {
        await using var connection = new SqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = question;
        await using var rows = await command.ExecuteReaderAsync();
        var answers = new List<string>();
        while (await rows.ReadAsync())
            answers.Add(
                string.Join(
                    ' ',
                    Enumerable.Range(0, rows.FieldCount).Select(i => Convert.ToString(rows.GetValue(i), CultureInfo.InvariantCulture))));
        return answers;
    }

    private static async Task Execute(string connectionString, string text)
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync();
    }
}
