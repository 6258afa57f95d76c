using System.Data.Common;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage.Copying;

/// <summary>
/// An engine that changes the rows loaded into one table, by their number from 1, or leaves them out.
/// </summary>
internal sealed class AlteringEngine(Engine inner, string altered, Func<int, object?[], object?[]?> alter) : ForwardingEngine(inner)
{
    public override void BulkInsert(
        DbConnection connection,
        DbTransaction transaction,
        string table,
        IReadOnlyList<string> columns,
        IEnumerable<object?[]> rows) =>
        base.BulkInsert(
            connection,
            transaction,
            table,
            columns,
            table == altered ? rows.Select((row, i) => alter(i + 1, row)).OfType<object?[]>() : rows);
}
