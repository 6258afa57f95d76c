using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Storage.Backups;

/// <summary>A file with a SQLite database, opened without a pool: when it is closed, nobody holds it.</summary>
internal static class SqliteFileCopy
{
    /// <summary>Opens it. A command waits for one second while another process holds the file.</summary>
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var builder = new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(builder.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>Moves the write-ahead log into the file, which is the whole database then.</summary>
    /// <returns>False where another process holds the file.</returns>
    public static bool LeaveLog(string path)
    {
        try
        {
            using var connection = Open(path, SqliteOpenMode.ReadWrite);
            using var command = connection.CreateCommand();
            // Only who is alone with the file may do this.
            command.CommandText = "PRAGMA journal_mode = DELETE";
            return command.ExecuteScalar() is "delete";
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }

    /// <summary>Writes what is in the file into another, in one file, in a state that was committed; others may write meanwhile.</summary>
    public static void Write(string source, string target)
    {
        using var connection = Open(source, SqliteOpenMode.ReadWrite);
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $target";
        command.Parameters.Add(new SqliteParameter("$target", target));
        command.ExecuteNonQuery();
    }
}
