using System.Data.Common;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>An engine that fails in passing where a test tells it to, and otherwise is the one behind it.</summary>
internal sealed class FaultyEngine(Engine inner) : Engine
{
    /// <summary>How many of the next connections fail.</summary>
    public int FailingConnections { get; set; }

    /// <summary>How many of the next commits fail before anything is kept.</summary>
    public int FailingCommits { get; set; }

    /// <summary>How many of the next commits are kept, but their answer is lost.</summary>
    public int LostCommits { get; set; }

    /// <summary>How often something failed.</summary>
    public int Failures { get; private set; }

    public override string Name => inner.Name;

    public override bool MigratesAtStart => inner.MigratesAtStart;

    public override Task EnsureExists(CancellationToken cancel) => inner.EnsureExists(cancel);

    public override Task<DbConnection> Open(CancellationToken cancel)
    {
        FailConnection();
        return inner.Open(cancel);
    }

    public override bool IsTransient(Exception fault) => fault is PassingFault || inner.IsTransient(fault);

    public override DbTransaction? BeginRead(DbConnection connection) => inner.BeginRead(connection);

    public override Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel)
    {
        FailConnection();
        return inner.BeginWrite(lockName, cancel);
    }

    public override Task TryWrite(CancellationToken cancel)
    {
        FailConnection();
        return inner.TryWrite(cancel);
    }

    public override async Task Commit(DbTransaction transaction)
    {
        if (FailingCommits > 0)
        {
            FailingCommits--;
            throw Fault();
        }

        await inner.Commit(transaction);
        if (LostCommits == 0) return;
        LostCommits--;
        throw Fault();
    }

    public override void BulkInsert(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows) =>
        inner.BulkInsert(connection, transaction, table, columns, rows);

    public override string TranslateScript(string script) => inner.TranslateScript(script);

    public override string CreateOrReplaceView(string view, string text) => inner.CreateOrReplaceView(view, text);

    public override Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table) =>
        inner.HasTable(connection, transaction, table);

    private void FailConnection()
    {
        if (FailingConnections == 0) return;
        FailingConnections--;
        throw Fault();
    }

    private PassingFault Fault()
    {
        Failures++;
        return new PassingFault();
    }

    private sealed class PassingFault : Exception;
}
