using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Tells within microseconds whether anyone committed to the file: PRAGMA data_version, which SQLite keeps for a
/// connection and which is another number after every commit of any other connection, of this process or not
/// (https://www.sqlite.org/pragma.html#pragma_data_version). The connection is kept and never writes.
/// </summary>
internal sealed class SqliteChangeCounter : IDisposable
{
    private readonly Lock door = new();
    private readonly string connectionString;
    private readonly string file;
    private SqliteConnection? connection;
    private sqlite3_stmt? ask;
    private long opened;
    private bool isOver;

    /// <summary>Counts changes of the file of a connection string.</summary>
    public SqliteChangeCounter(SqliteConnectionStringBuilder builder)
    {
        file = builder.DataSource;
        var readOnly = new SqliteConnectionStringBuilder(builder.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        connectionString = readOnly.ToString();
    }

    /// <summary>
    /// The mark; null where the file cannot be asked, and whoever asks something else of it will be told why.
    /// </summary>
    public long? Read()
    {
        lock (door)
        {
            if (isOver) return null;
            try
            {
                // A deleted file can still be read through an open connection.
                if (!File.Exists(file))
                {
                    Close();
                    return null;
                }

                ask ??= Open();
                // Stepped by hand: a command of ADO.NET costs several times what SQLite does here, and this is asked at
                // every request.
                var number = raw.sqlite3_step(ask) == raw.SQLITE_ROW ? raw.sqlite3_column_int64(ask, 0) : (long?)null;
                if (raw.sqlite3_reset(ask) == raw.SQLITE_OK && number is { } known)
                    // The number belongs to the connection: on two connections it can be equal for different states.
                    return (opened << 32) | (uint)known;
            }
            catch (SqliteException)
            {
            }

            Close();
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (door)
        {
            isOver = true;
            Close();
        }
    }

    private sqlite3_stmt Open()
    {
        connection = new SqliteConnection(connectionString);
        connection.Open();
        opened++;
        var result = raw.sqlite3_prepare_v2(connection.Handle, "PRAGMA data_version", out var prepared);
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return prepared;
    }

    private void Close()
    {
        ask?.Dispose();
        connection?.Dispose();
        (ask, connection) = (null, null);
    }
}
