using Microsoft.Data.SqlClient;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// SqlBulkCopy, which pulls each row as it writes it to the wire: the next is read and checked while the server stores
/// the last, the socket's buffer is all that lies between, and there is no thread or queue that could be left behind.
/// </summary>
internal static class SqlServerBulkLoader
{
    // After so many rows the server confirms them: a fault is reported then and not at the end, and the time limit
    // begins anew.
    private const int ConfirmedRows = 20_000;
    private const int SecondsForThem = 120;

    /// <summary>Loads rows. No other command can run on the connection meanwhile.</summary>
    public static void Run(
        SqlConnection connection, SqlTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var reader = new RowReader(rows.GetEnumerator(), columns.Count);
        // SqlBulkCopy costs a round trip for the column metadata, and most returns have no findings to insert.
        if (!reader.HasRows) return;
        using var bulk = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction)
        {
            DestinationTableName = table,
            BatchSize = ConfirmedRows,
            BulkCopyTimeout = SecondsForThem,
        };
        for (var i = 0; i < columns.Count; i++) bulk.ColumnMappings.Add(i, columns[i]);
        bulk.WriteToServer(reader);
    }
}
