using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Storage;

/// <summary>One prepared INSERT, run once a row: measured faster on SQLite than rows of VALUES or Dapper's lists.</summary>
internal static class SqliteRowLoad
{
    /// <summary>Loads rows.</summary>
    public static void Run(SqliteConnection connection, SqliteTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", columns.Select((_, i) => $"$p{i}"))})";
        SqliteParameter[] parameters = [.. columns.Select((_, i) => new SqliteParameter($"$p{i}", DBNull.Value))];
        insert.Parameters.AddRange(parameters);
        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < parameters.Length; i++) parameters[i].Value = row[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }
}
