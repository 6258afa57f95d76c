using Microsoft.Data.Sqlite;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Tells within microseconds whether anyone committed to the file: PRAGMA data_version, which SQLite keeps for a connection and which is another number after every
/// commit of any other connection, of this process or not (https://www.sqlite.org/pragma.html#pragma_data_version). The connection is kept and never writes.
/// </summary>
internal sealed class SqliteChangeMark : IDisposable
{
    private readonly Lock door = new();
    private readonly string connectionString;
    private readonly string file;
    private SqliteCommand? ask;
    private long opened;
    private bool isOver;

    /// <summary>Of the file that these say.</summary>
    public SqliteChangeMark(SqliteConnectionStringBuilder builder)
    {
        file = builder.DataSource;
        connectionString = new SqliteConnectionStringBuilder(builder.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString();
    }

    /// <summary>The mark; null where the file cannot be asked, and whoever asks something else of it will be told why.</summary>
    public long? Read()
    {
        lock (door)
        {
            if (isOver) return null;
            try
            {
                // A file that is gone is still there for who has it open.
                if (!File.Exists(file))
                {
                    Close();
                    return null;
                }

                ask ??= Open();
                // The number is the connection's own: of two connections it can be the same for different states.
                return (opened << 32) | (uint)(long)ask.ExecuteScalar()!;
            }
            catch (SqliteException)
            {
                Close();
                return null;
            }
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

    private SqliteCommand Open()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            opened++;
            var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return command;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Close()
    {
        var connection = ask?.Connection;
        ask?.Dispose();
        connection?.Dispose();
        ask = null;
    }
}
