using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Storage.Files;

/// <summary>What a path has that is to be the embedded database.</summary>
public enum SqliteFileState
{
    /// <summary>No file.</summary>
    Missing,

    /// <summary>A file of no bytes, or a SQLite database without a table.</summary>
    Empty,

    /// <summary>Another program's file.</summary>
    Foreign,

    /// <summary>A database of this service.</summary>
    Ours,
}

/// <summary>Looks at a file before anything is written to it.</summary>
internal static class SqliteFileInspection
{
    private const int NotADatabase = 26;

    /// <summary>What the path has.</summary>
    /// <exception cref="SqliteException">It cannot be opened, or is damaged where its tables are listed.</exception>
    public static SqliteFileState Inspect(string path)
    {
        if (!File.Exists(path)) return SqliteFileState.Missing;
        if (new FileInfo(path).Length == 0) return SqliteFileState.Empty;
        var readOnly = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(readOnly.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT COUNT(*), COALESCE(SUM(name = 'SchemaMigration'), 0) FROM sqlite_master WHERE type = 'table'";
            using var row = command.ExecuteReader();
            row.Read();
            return row.GetInt64(1) > 0 ? SqliteFileState.Ours : row.GetInt64(0) > 0 ? SqliteFileState.Foreign : SqliteFileState.Empty;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == NotADatabase)
        {
            return SqliteFileState.Foreign;
        }
    }
}
