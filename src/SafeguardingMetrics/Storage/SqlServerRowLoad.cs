using System.Data;
using Microsoft.Data.SqlClient;

namespace SafeguardingMetrics.Storage;

/// <summary>SqlBulkCopy in batches, so that records and findings of one return can take turns on one connection and neither is held whole.</summary>
public sealed class SqlServerRowLoad : IRowLoad
{
    private const int BatchRows = 5000;
    private readonly SqlBulkCopy bulk;
    private readonly DataTable batch = new();

    /// <summary>Maps columns by name.</summary>
    public SqlServerRowLoad(SqlConnection connection, SqlTransaction transaction, string table, IReadOnlyList<string> columns)
    {
        bulk = new SqlBulkCopy(connection, SqlBulkCopyOptions.CheckConstraints, transaction) { DestinationTableName = table, BatchSize = BatchRows };
        foreach (var column in columns)
        {
            batch.Columns.Add(column, typeof(object));
            bulk.ColumnMappings.Add(column, column);
        }
    }

    /// <inheritdoc/>
    public void Add(object?[] values)
    {
        var row = batch.NewRow();
        for (var i = 0; i < batch.Columns.Count; i++)
            row[i] = values[i] switch { null => DBNull.Value, DateOnly day => day.ToDateTime(default), var value => value };
        batch.Rows.Add(row);
        if (batch.Rows.Count == BatchRows) Complete();
    }

    /// <inheritdoc/>
    public void Complete()
    {
        if (batch.Rows.Count == 0) return;
        bulk.WriteToServer(batch);
        batch.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ((IDisposable)bulk).Dispose();
        batch.Dispose();
    }
}
