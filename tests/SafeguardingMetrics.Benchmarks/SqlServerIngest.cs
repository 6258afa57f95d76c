using System.Diagnostics;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Logging.Abstractions;
using SafeguardingMetrics.Benchmarks.Support;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Benchmarks;

/// <summary>Throughput of storing a large return in SQL Server.</summary>
internal static class SqlServerIngest
{
    private const string Server = "SAFEGUARDING_TEST_SQLSERVER";
    private const int Records = 200_000;

    public static readonly Benchmark Declared = new(
        "sqlserver-ingest",
        $"200,000 statutory-visits as CSV over HTTP into SQL Server, where {Server} names a server.",
        "A bare SqlBulkCopy of the same records, already in memory, into the same table, in one transaction.",
        Target.AtLeast(0.60),
        Run);

    private static async Task<IReadOnlyList<Result>> Run(Conditions conditions)
    {
        if (Environment.GetEnvironmentVariable(Server) is not { Length: > 0 } server) return [];
        // A short name, since some TDS servers truncate long names.
        var given = new SqlConnectionStringBuilder(server) { InitialCatalog = $"sm_{Guid.CreateVersion7().ToString("N")[^12..]}" };
        try
        {
            var engine = new SqlServerEngine(given.ToString(), null);
            await new Schema(
                new Database(
                    engine, new Resilience(engine, NullLogger<Resilience>.Instance)), TimeProvider.System).Migrate(CancellationToken.None);
            return [await Measure(conditions, given.ToString())];
        }
        finally
        {
            SqlConnection.ClearAllPools();
            using var master = await Open(new SqlConnectionStringBuilder(server) { InitialCatalog = "master" }.ToString());
            await Execute(master, $"DROP DATABASE IF EXISTS [{given.InitialCatalog}]");
        }
    }

    private static async Task<Result> Measure(Conditions conditions, string connectionString)
    {
        using var folder = new WorkingFolder(conditions);
        await using var service = await RunningService.Start(folder.Folder("bodies"), connectionString);
        var pattern = Simulated.Visits(MediaTypes.Csv);
        var (records, table) = (conditions.Of(Records), pattern.Dataset.Table);
        var body = pattern.Grown(records);
        using var connection = await Open(connectionString);
        var rounds = new Rounds { Subject = new() { Processor = () => service.ProcessorTime } };
        var stored = 0;
        for (var round = -1; round < conditions.Rounds; round++)
        {
            // The first round is not counted: plans and code are compiled.
            var into = round < 0 ? new Rounds() : rounds;
            var receipt = await into.Subject.Time(() => service.Post(pattern.Dataset.Name, pattern.Period, MediaTypes.Csv, body, records));
            var rows = await Rows(connection, table);
            stored = rows.Count;
            Require.That(stored == (int)receipt["records"]!["accepted"]!, $"{stored} records are stored.");

            // The return's row, to which the records refer, stays; its records are deleted and inserted again.
            await service.Withdraw(receipt);
            await Execute(connection, $"DELETE FROM {table}");
            var began = Stopwatch.GetTimestamp();
            await Copy(connection, table, rows);
            into.Baseline.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            Require.That((await Rows(connection, table)).Count == stored, "As many were copied.");
            await Execute(connection, $"DELETE FROM {table}");
        }

        return rounds.Speed("", records, stored, "records/s");
    }

    private static async Task Copy(SqlConnection connection, string table, List<object?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using (
            var bulk = new SqlBulkCopy(
                connection, SqlBulkCopyOptions.CheckConstraints, transaction)
            { DestinationTableName = table, BulkCopyTimeout = 600 })
        {
            using var reader = new RowReader(rows.GetEnumerator(), rows[0].Length);
            await bulk.WriteToServerAsync(reader);
        }

        await transaction.CommitAsync();
    }

    private static async Task<List<object?[]>> Rows(SqlConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} ORDER BY ReturnId, RecordNumber";
        using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    private static async Task<SqlConnection> Open(string connectionString)
    {
        var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task Execute(SqlConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }
}
