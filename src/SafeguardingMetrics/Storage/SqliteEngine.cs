using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace SafeguardingMetrics.Storage;

/// <summary>SQLite, the embedded database: one file, one writer at a time, and readers that never wait.</summary>
public sealed class SqliteEngine : Engine, IDisposable
{
    private const int CannotOpen = 14;

    // In KiB, as SQLite takes it. The writer's holds the inner pages of the largest index; readers', of whom there may
    // be many, start anew after each commit.
    private const string WriterCache = "-16384";
    private const string ReaderCache = "-4096";
    // The log is cut to this length once it is empty: what was rolled back, or committed and copied, needs no room.
    private const long LongestLog = 16 * 1024 * 1024;
    private readonly string making;
    private readonly string reading;
    private readonly string writing;
    private readonly string file;
    private readonly WriterQueue writer = new();
    private readonly SqliteChangeCounter mark;
    private readonly ConditionalWeakTable<sqlite3, SqliteEngine> settled = [];

    /// <summary>Takes a Microsoft.Data.Sqlite connection string that names a file.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="lockSeconds">How many seconds a command waits while another process holds the file.</param>
    public SqliteEngine(string connectionString, int lockSeconds = 15)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = lockSeconds };
        making = builder.ToString();
        // One that is gone is not made anew, empty, by whoever asks next.
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate) builder.Mode = SqliteOpenMode.ReadWrite;
        writing = builder.ToString();
        // With a pool of its own the one writer always has the same connection, whose cache nobody else's commits
        // empty; and a reader cannot write.
        builder.Mode = SqliteOpenMode.ReadOnly;
        reading = builder.ToString();
        file = builder.DataSource;
        mark = new SqliteChangeCounter(builder);
    }

    /// <inheritdoc/>
    public override string Name => "Sqlite";

    /// <inheritdoc/>
    public override bool MigratesAtStart => true;

    /// <inheritdoc/>
    public override long? ChangeCounter => mark.Read();

    /// <inheritdoc/>
    public override async Task EnsureExists(CancellationToken cancel)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder) Directory.CreateDirectory(folder);
        using var connection = new SqliteConnection(making);
        await connection.OpenAsync(cancel);
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc/>
    public override async Task<DbConnection> Open(CancellationToken cancel) => await Open(reading, ReaderCache, cancel);

    private async Task<SqliteConnection> Open(string connectionString, string cache, CancellationToken cancel)
    {
        var connection = new SqliteConnection(connectionString);
        // A connection from the pool goes on writing into a file that was deleted, and what was acknowledged would be
        // gone with it.
        if (!File.Exists(file))
        {
            foreach (var pool in new[] { reading, writing }) SqliteConnection.ClearPool(new SqliteConnection(pool));
            throw new SqliteException("The file is not there.", CannotOpen);
        }

        await connection.OpenAsync(cancel);
        // Of a connection from the pool they hold already.
        if (settled.TryGetValue(connection.Handle!, out _)) return connection;
        using var command = connection.CreateCommand();
        // FULL: a commit that was answered is on the disk.
        // What is deleted is overwritten: a child that was erased is not to be found in free pages.
        command.CommandText =
            $"PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = {cache}; PRAGMA temp_store = MEMORY; "
            + $"PRAGMA journal_size_limit = {LongestLog}";
        command.ExecuteNonQuery();
        settled.Add(connection.Handle!, this);
        return connection;
    }

    /// <summary>Busy (5) or locked (6): another process holds the file.</summary>
    public override bool IsTransient(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>The codes are SQLite's: https://www.sqlite.org/rescode.html.</summary>
    public override string? DescribeIfUnusable(Exception fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        8 => "The database cannot be written to. The administrator must permit it; nothing of the request was kept.",
        10 => "The database's disk fails. The administrator must look at it; nothing of the request was kept.",
        11 or 26 => "The database's file is damaged. The administrator must restore it; nothing of the request was kept.",
        13 => "The database's disk is full. The administrator must make room; nothing of the request was kept.",
        CannotOpen =>
            "The database's file is not there or cannot be opened. The administrator must put it back; nothing of the request was kept.",
        _ => null,
    };

    /// <inheritdoc/>
    public override DbTransaction? BeginRead(DbConnection connection) =>
        ((SqliteConnection)connection).BeginTransaction(IsolationLevel.Serializable, deferred: true);

    /// <inheritdoc/>
    public override async Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel)
    {
        // SQLite has one writer. Waiting here is in order and costs nothing; waiting inside SQLite is polling.
        // Whoever revokes a key or writes an audit line does not wait for the returns that wait.
        var heldLock = new WriteTurn(this, await writer.Take(WriteLocks.IsUrgent(lockName), cancel));
        try
        {
            var connection = await Open(writing, WriterCache, cancel);
            return (connection, connection.BeginTransaction(IsolationLevel.Serializable, deferred: false), heldLock);
        }
        catch
        {
            heldLock.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override IDisposable? InterruptOn(DbConnection connection, CancellationToken cancel)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        return cancel.Register(() => raw.sqlite3_interrupt(handle));
    }

    /// <inheritdoc/>
    public override void BulkInsert(
        DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
        SqliteBulkLoader.Run((SqliteConnection)connection, table, columns, rows);

    /// <summary>
    /// SQL Server keeps a table in the order of its primary key unless told otherwise; SQLite must be told to. SQLite
    /// has no longest text.
    /// </summary>
    public override string TranslateScript(string script) => script
        .Replace("); -- clustered", ") WITHOUT ROWID;", StringComparison.Ordinal)
        .Replace("VARBINARY(MAX)", "VARBINARY", StringComparison.Ordinal)
        .Replace("NVARCHAR(MAX)", "NVARCHAR", StringComparison.Ordinal);

    /// <summary>SQLite cannot alter a view, and keeps no grants that it could lose.</summary>
    public override string CreateOrReplaceView(string view, string text) => $"DROP VIEW IF EXISTS {view};\n{text}";

    /// <inheritdoc/>
    public override async Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name = $table";
        command.Parameters.Add(new SqliteParameter("$table", table));
        return (long)(await command.ExecuteScalarAsync())! > 0;
    }

    /// <inheritdoc/>
    public void Dispose() => mark.Dispose();

    // A load that is rolled back, such as that of a check, leaves its pages in the log, which no commit then empties.
    private void CutLog()
    {
        try
        {
            if (new FileInfo($"{file}-wal") is not { Exists: true, Length: > LongestLog }) return;
            using var connection = new SqliteConnection(writing);
            connection.Open();
            using var command = connection.CreateCommand();
            // Where readers still need the log, it answers so at once, and the next turn cuts it.
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
        {
            // The next turn cuts it.
        }
    }

    private sealed class WriteTurn(SqliteEngine engine, IDisposable turn) : IDisposable
    {
        private bool isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref isOver, true)) return;
            engine.CutLog();
            turn.Dispose();
        }
    }
}
