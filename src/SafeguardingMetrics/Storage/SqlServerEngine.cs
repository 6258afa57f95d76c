using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace SafeguardingMetrics.Storage;

/// <summary>SQL Server or Azure SQL: what partnerships run.</summary>
public sealed class SqlServerEngine : Engine
{
    // https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-4000-to-4999,
    // and -0-to-999
    private const int CannotOpen = 4060;
    private const int DoesNotExist = 911;

    private readonly string connectionString;
    private readonly string reportingString;
    // One for each server: that the database answers says nothing about the readable secondary.
    private readonly ConnectTimeoutPolicy connecting = new(waitsLongAtFirst: true);
    private readonly ConnectTimeoutPolicy reportingConnecting;

    /// <summary>Takes SqlClient connection strings; <c>Encrypt=Mandatory</c> unless they say otherwise.</summary>
    /// <param name="connectionString">The database.</param>
    /// <param name="reportingString">A readable secondary for figures and cases, or null.</param>
    public SqlServerEngine(string connectionString, string? reportingString)
    {
        this.connectionString = Named(connectionString).ToString();
        var reporting = Named(reportingString ?? connectionString);
        if (reportingString is not null) reporting.ApplicationIntent = ApplicationIntent.ReadOnly;
        this.reportingString = reporting.ToString();
        reportingConnecting = reportingString is null ? connecting : new(waitsLongAtFirst: false);

        // What passes by itself is tried again and left alone in one place, Resilience: a second one inside SqlClient
        // would hold callers for 10 seconds at a time, and refuse them up to a minute after the database came back.
        static SqlConnectionStringBuilder Named(string text)
        {
            var builder = new SqlConnectionStringBuilder(text) { ApplicationName = "Safeguarding Metrics" };
            if (!builder.ShouldSerialize("Connect Retry Count")) builder.ConnectRetryCount = 0;
            if (!builder.ShouldSerialize("Pool Blocking Period")) builder.PoolBlockingPeriod = PoolBlockingPeriod.NeverBlock;
            return builder;
        }
    }

    /// <inheritdoc/>
    public override string Name => "SqlServer";

    /// <inheritdoc/>
    public override bool MigratesAtStart => false;

    /// <summary>
    /// Asks the database itself first: a user who is known in it only, as on Azure SQL, may not open master, and need
    /// not.
    /// </summary>
    public override async Task EnsureExists(CancellationToken cancel)
    {
        if (await Exists(cancel)) return;
        var builder = new SqlConnectionStringBuilder(connectionString);
        var database = builder.InitialCatalog;
        builder.InitialCatalog = "master";
        // Not pooled, so that closing the connection releases its lock.
        builder.Pooling = false;
        using var connection = new SqlConnection(builder.ToString());
        await connection.OpenAsync(cancel);
        using var command = connection.CreateCommand();
        // Who comes second waits until the database is wholly there, and then finds it. Binary collation: codes, keys
        // and members are exact to the letter, as they are on SQLite. Row versions: boards never wait for agencies.
        command.CommandText = """
            EXEC sp_getapplock @Resource = @database, @LockMode = 'Exclusive', @LockOwner = 'Session', @LockTimeout = 60000;
            IF DB_ID(@database) IS NULL
            BEGIN
                DECLARE @create NVARCHAR(1000) = N'CREATE DATABASE ' + QUOTENAME(@database) + N' COLLATE Latin1_General_100_BIN2;'
                    + N' ALTER DATABASE ' + QUOTENAME(@database) + N' SET READ_COMMITTED_SNAPSHOT ON;';
                EXEC (@create);
            END
            """;
        command.CommandTimeout = 120;
        command.Parameters.Add(new SqlParameter("@database", database));
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    public override Task<DbConnection> Open(CancellationToken cancel) => Open(connectionString, connecting, cancel);

    /// <inheritdoc/>
    public override Task<DbConnection> OpenForReports(CancellationToken cancel) => Open(reportingString, reportingConnecting, cancel);

    /// <summary>
    /// The fault, or one that it wraps: SqlBulkCopy gives a connection lost while it asks for the table's columns as an
    /// InvalidOperationException ("Cannot access destination table") around the SqlException; and beneath a network
    /// fault on Linux and macOS lies a SocketException whatever number SqlClient gives it, since the listed numbers are
    /// those of Windows.
    /// </summary>
    public override bool IsTransient(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
            if (cause is System.Net.Sockets.SocketException || (cause is SqlException sql && TransientErrors.IsTransient(sql))) return true;
        return false;
    }

    /// <inheritdoc/>
    public override DbTransaction? BeginRead(DbConnection connection) => null;

    /// <inheritdoc/>
    public override async Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel)
    {
        var connection = (SqlConnection)await Open(cancel);
        try
        {
            var transaction = (SqlTransaction)await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancel);
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = """
                EXEC @answer = sp_getapplock @Resource = @resource, @LockMode = 'Exclusive', @LockOwner = 'Transaction',
                    @LockTimeout = 60000
                """;
            command.Parameters.Add(new SqlParameter("@resource", lockName));
            var answer = command.Parameters.Add(new SqlParameter("@answer", SqlDbType.Int) { Direction = ParameterDirection.Output });
            await command.ExecuteNonQueryAsync(cancel);
            return (int)answer.Value < 0
                ? throw new DatabaseUnavailableException("Another submission of the same agency and dataset took longer than a minute.")
                : (connection, transaction, connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a row that every login of the service may add, and takes it back.</summary>
    public override async Task TryWrite(CancellationToken cancel)
    {
        var (connection, transaction, _) = await BeginWrite(WriteLocks.Health, cancel);
        await using (connection)
        await using (transaction)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "INSERT INTO DataVersion (Stream, VersionNumber, ChangedAt) VALUES (@stream, 0, '2000-01-01')";
            command.Parameters.Add(new SqlParameter("@stream", WriteLocks.Health));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public override void BulkInsert(
        DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
        SqlServerBulkLoader.Run((SqlConnection)connection, (SqlTransaction)transaction, table, columns, rows);

    /// <inheritdoc/>
    public override string CreateOrReplaceView(string view, string text) => SchemaScript.CreateOrReplaceView(view, text);

    /// <inheritdoc/>
    public override async Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT CASE WHEN OBJECT_ID(@table, N'U') IS NULL THEN 0 ELSE 1 END";
        command.Parameters.Add(new SqlParameter("@table", table));
        return (int)(await command.ExecuteScalarAsync())! > 0;
    }

    // Not pooled: a pool remembers for seconds that a database could not be opened, also when it was created meanwhile.
    private async Task<bool> Exists(CancellationToken cancel)
    {
        try
        {
            var withoutPool = new SqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString();
            await using var connection = await Open(withoutPool, connecting, cancel);
            return true;
        }
        catch (SqlException fault) when (fault.Errors.Cast<SqlError>().Any(error => error.Number is CannotOpen or DoesNotExist))
        {
            return false;
        }
    }

    private static async Task<DbConnection> Open(string text, ConnectTimeoutPolicy connecting, CancellationToken cancel)
    {
        var connection = new SqlConnection(text);
        var opening = connection.OpenAsync(cancel);
        try
        {
            await connecting.Wait(opening, cancel);
            return connection;
        }
        catch
        {
            // The abandoned attempt goes on: where it succeeds, the connection goes to the pool for the next caller.
            _ = opening.ContinueWith(ended =>
            {
                if (ended.IsCompletedSuccessfully) connecting.ReportConnected();
                _ = ended.Exception;
                connection.Dispose();
            }, TaskScheduler.Default);
            throw;
        }
    }
}
