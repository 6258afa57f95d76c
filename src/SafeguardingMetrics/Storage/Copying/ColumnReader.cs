using System.Data.Common;

namespace SafeguardingMetrics.Storage.Copying;

/// <summary>
/// Reads a value as what its column was declared to hold. SQLite gives text, whole and binary numbers for whatever was
/// put in, but knows the declaration, as SQL Server does.
/// </summary>
internal static class ColumnReader
{
    /// <summary>How to read a column of a query.</summary>
    /// <exception cref="NotSupportedException">The schema holds a type that nobody has thought of here.</exception>
    public static Func<DbDataReader, int, object> Create(DbDataReader rows, int column) =>
        rows.GetDataTypeName(column).ToUpperInvariant() switch
        {
            "CHAR" or "NVARCHAR" => (row, i) => row.GetString(i),
            "INT" => (row, i) => row.GetInt32(i),
            "BIT" => (row, i) => row.GetBoolean(i),
            "DECIMAL" => (row, i) => row.GetDecimal(i),
            "DATE" => (row, i) => DateOnly.FromDateTime(row.GetDateTime(i)),
            "BINARY" or "VARBINARY" => (row, i) => row.GetFieldValue<byte[]>(i),
            "DATETIME2" => (row, i) => row.GetDateTime(i),
            var other => throw new NotSupportedException(
                $"The column {rows.GetName(column)} is of type {other}, of which a copy does not know how it is kept."),
        };
}
