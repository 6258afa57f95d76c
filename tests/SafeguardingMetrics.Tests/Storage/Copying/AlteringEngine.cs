using System.Data.Common;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>An engine that changes the rows loaded into one table, by their number from 1, or leaves them out.</summary>
internal sealed class AlteringEngine(Engine inner, string altered, Func<int, object?[], object?[]?> alter) : Engine
{
    public override string Name => inner.Name;

    public override bool MigratesAtStart => inner.MigratesAtStart;

    public override Task EnsureExists(CancellationToken cancel) => inner.EnsureExists(cancel);

    public override Task<DbConnection> Open(CancellationToken cancel) => inner.Open(cancel);

    public override bool IsTransient(Exception fault) => inner.IsTransient(fault);

    public override DbTransaction? BeginRead(DbConnection connection) => inner.BeginRead(connection);

    public override Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Turn)> BeginWrite(string exclusive, CancellationToken cancel) => inner.BeginWrite(exclusive, cancel);

    public override IRowLoad Load(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        var load = inner.Load(connection, transaction, table, columns);
        return table == altered ? new AlteringLoad(load, alter) : load;
    }

    public override string Adapt(string script) => inner.Adapt(script);

    public override Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table) => inner.HasTable(connection, transaction, table);

    private sealed class AlteringLoad(IRowLoad load, Func<int, object?[], object?[]?> alter) : IRowLoad
    {
        private int row;

        public void Add(object?[] values)
        {
            if (alter(++row, values) is { } kept) load.Add(kept);
        }

        public void Complete() => load.Complete();

        public void Dispose() => load.Dispose();
    }
}
