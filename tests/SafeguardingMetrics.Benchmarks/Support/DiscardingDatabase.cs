using System.Data.Common;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>A database that discards all rows, so that only reading and checking of a return is measured.</summary>
internal sealed class DiscardingDatabase : Engine, IAsyncDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private UnitOfWork? work;

    /// <summary>The target of bulk loads.</summary>
    public UnitOfWork Work
    {
        get
        {
            if (work is not null) return work;
            connection.Open();
            return work = new UnitOfWork(
                this,
                connection,
                connection.BeginTransaction(),
                connection,
                WriteScope.WithoutChange("benchmark", audit: null),
                TimeProvider.System);
        }
    }

    public override string Name => "None";

    public override bool MigratesAtStart => false;

    public override void BulkInsert(
        DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        foreach (var _ in rows)
        {
            // The row is created and discarded.
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (work is not null) await work.DisposeAsync();
        await connection.DisposeAsync();
    }

    public override Task EnsureExists(CancellationToken cancel) => throw new NotSupportedException();

    public override Task<DbConnection> Open(CancellationToken cancel) => throw new NotSupportedException();

    public override bool IsTransient(Exception fault) => false;

    public override DbTransaction? BeginRead(DbConnection connection) => null;

    public override Task<(
        DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(string lockName, CancellationToken cancel) =>
        throw new NotSupportedException();

    public override string CreateOrReplaceView(string view, string text) => throw new NotSupportedException();

    public override Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table) =>
        throw new NotSupportedException();
}
