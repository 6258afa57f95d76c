using System.Data.Common;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>An engine that does what the one behind it does, but for what a test changes.</summary>
internal abstract class ForwardingEngine(Engine inner) : Engine
{
    public override string Name => inner.Name;

    public override bool MigratesAtStart => inner.MigratesAtStart;

    public override string? FilePath => inner.FilePath;

    public override bool KeepsNewest => inner.KeepsNewest;

    public override NewestChange? NewestKept => inner.NewestKept;

    public override bool Keep(NewestChange change) => inner.Keep(change);

    public override void BeginServing() => inner.BeginServing();

    public override Task TryWrite(CancellationToken cancel) => inner.TryWrite(cancel);

    public override Task<bool> Checkpoint(TimeSpan most, CancellationToken cancel) => inner.Checkpoint(most, cancel);

    public override Task<IReadOnlyList<string>> FindDamage(CancellationToken cancel) => inner.FindDamage(cancel);

    public override Task<bool> Close(TimeSpan most, CancellationToken cancel) => inner.Close(most, cancel);

    public override bool HasWaited(Exception fault) => inner.HasWaited(fault);

    public override Task EnsureExists(CancellationToken cancel) => inner.EnsureExists(cancel);

    public override Task<DbConnection> Open(CancellationToken cancel) => inner.Open(cancel);

    public override Task<DbConnection> OpenForReports(CancellationToken cancel) => inner.OpenForReports(cancel);

    public override bool IsTransient(Exception fault) => inner.IsTransient(fault);

    public override string? DescribeIfUnusable(Exception fault) => inner.DescribeIfUnusable(fault);

    public override DbTransaction? BeginRead(DbConnection connection) => inner.BeginRead(connection);

    public override Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel) =>
        inner.BeginWrite(lockName, cancel);

    public override IDisposable? InterruptOn(DbConnection connection, CancellationToken cancel) => inner.InterruptOn(connection, cancel);

    public override Task Commit(DbTransaction transaction) => inner.Commit(transaction);

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
}
