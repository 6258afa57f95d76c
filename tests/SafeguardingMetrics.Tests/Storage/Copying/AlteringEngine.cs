using System.Data.Common;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>An engine that changes the rows loaded into one table, by their number from 1, or leaves them out.</summary>
internal sealed class AlteringEngine(Engine inner, string altered, Func<int, object?[], object?[]?> alter) : ForwardingEngine(inner)
{
    public override IRowLoad Load(DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        var load = base.Load(connection, transaction, table, columns);
        return table == altered ? new AlteringLoad(load, alter) : load;
    }

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
