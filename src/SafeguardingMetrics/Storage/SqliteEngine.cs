using System.Data;
using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage.Files;
using SQLitePCL;

namespace SafeguardingMetrics.Storage;

/// <summary>SQLite, the embedded database: one file, one writer at a time, and readers that never wait.</summary>
public sealed class SqliteEngine : Engine, IDisposable
{
    private const int Full = 13;
    private const int CannotOpen = 14;

    // What is written and rolled back to see whether anything can be, and the least room that the disk must have besides.
    private const int TriedBytes = 256 * 1024;
    private const long LeastRoom = 1024 * 1024;

    // The log is cut to this length once it is empty: what was rolled back, or committed and copied, needs no room.
    private const int LogBytes = 16 * 1024 * 1024;

    // At the start and in commands, which wait for another process to be done with its return; callers do not.
    private const int PatientSeconds = 60;
    private static readonly TimeSpan OwnWriterWait = TimeSpan.FromSeconds(1);

    // In KiB, as SQLite takes it. The writer's holds the inner pages of the largest index; readers', of whom there may
    // be many, start anew after each commit.
    private const string WriterCache = "-16384";
    private const string ReaderCache = "-4096";
    private readonly string making;
    private readonly string reading;
    private readonly string writing;
    private readonly string trying;
    private readonly string file;
    private readonly int servingSeconds;
    private readonly SqliteWriterTurns turns = new();
    private readonly SqliteChangeCounter mark;
    private readonly NewestChangeFile newest;
    private volatile int lockSeconds = PatientSeconds;

    // True where this process made the file, which is empty until its first migration.
    private bool isMade;
    private readonly ConditionalWeakTable<sqlite3, SqliteEngine> settled = [];

    /// <summary>Takes a Microsoft.Data.Sqlite connection string that names a file.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="lockSeconds">
    /// How many seconds a command waits while another process holds the file, once the service serves; before, a minute.
    /// </param>
    public SqliteEngine(string connectionString, int lockSeconds = 2)
    {
        servingSeconds = lockSeconds;
        var builder = new SqliteConnectionStringBuilder(connectionString) { ForeignKeys = true, DefaultTimeout = PatientSeconds };
        making = builder.ToString();
        // One that is gone is not made anew, empty, by whoever asks next.
        if (builder.Mode == SqliteOpenMode.ReadWriteCreate) builder.Mode = SqliteOpenMode.ReadWrite;
        writing = builder.ToString();
        trying = new SqliteConnectionStringBuilder(writing) { Pooling = false }.ToString();
        // With a pool of its own the one writer always has the same connection, whose cache nobody else's commits
        // empty; and a reader cannot write.
        builder.Mode = SqliteOpenMode.ReadOnly;
        reading = builder.ToString();
        file = builder.DataSource;
        mark = new SqliteChangeCounter(builder);
        newest = new NewestChangeFile(file);
    }

    /// <summary>Which files are made into a database.</summary>
    public DatabaseCreation Creation { get; init; } = DatabaseCreation.WhereMissingOrEmpty;

    /// <inheritdoc/>
    public override string Name => "Sqlite";

    /// <inheritdoc/>
    public override bool MigratesAtStart => true;

    /// <inheritdoc/>
    public override long? ChangeCounter => mark.Read();

    /// <inheritdoc/>
    public override string FilePath => Path.GetFullPath(file);

    /// <inheritdoc/>
    public override NewestChange? NewestKept => newest.Read();

    /// <inheritdoc/>
    public override bool KeepsNewest => true;

    /// <summary>Makes the file where <see cref="Creation"/> lets it, and takes the rights of others to it away.</summary>
    /// <exception cref="DatabaseFileException">There is none, it is empty, or another program's.</exception>
    public override async Task EnsureExists(CancellationToken cancel)
    {
        var state = SqliteFileInspection.Inspect(file);
        if (!(state is SqliteFileState.Empty && isMade)) Refuse(state);
        if (state is SqliteFileState.Missing)
        {
            isMade = true;
            if (Path.GetDirectoryName(FilePath) is { } folder) PrivateFile.CreateFolder(folder);
            // What it says is of a database that is gone.
            newest.Delete();
            PrivateFile.CreateEmpty(file);
        }

        using (var connection = new SqliteConnection(making))
        {
            await connection.OpenAsync(cancel);
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA journal_mode = WAL";
            await command.ExecuteNonQueryAsync(cancel);
        }

        foreach (var end in new[] { "", "-wal", "-shm", "-newest" })
            if (File.Exists(file + end)) PrivateFile.CloseToOthers(file + end);
    }

    private void Refuse(SqliteFileState state)
    {
        var why = (state, Creation) switch
        {
            (SqliteFileState.Foreign, _) =>
                "is not a database of this service. Name another file in ConnectionStrings__SafeguardingMetrics.",
            (SqliteFileState.Missing, not DatabaseCreation.WhereMissingOrEmpty) when newest.Read() is not null =>
                $"is not there, and {Path.GetFileName(newest.Path)} beside it says that it was. Put it back, or run: restore --from "
                + $"<the newest backup>. To begin anew without what it had, delete {Path.GetFileName(newest.Path)}.",
            (SqliteFileState.Missing, DatabaseCreation.Never) =>
                "is not there. If it is somewhere else, name it in ConnectionStrings__SafeguardingMetrics, or put it back; from a backup: "
                + "restore --from <file>. To begin with an empty database, start once with Database__Create=true.",
            (SqliteFileState.Empty, not DatabaseCreation.WhereMissingOrEmpty) =>
                "has no tables. A copy of a running service's file without its -wal file is one like this. Put the right file there, or "
                + "run: restore --from <the newest backup>. To begin with an empty database, delete the file and start once with "
                + "Database__Create=true.",
            _ => null,
        };
        if (why is not null) throw new DatabaseFileException($"The database {FilePath} {why}");
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
            ClearPools();
            throw new SqliteException("The file is not there.", CannotOpen);
        }

        connection.DefaultTimeout = lockSeconds;
        await connection.OpenAsync(cancel);
        // Of a connection from the pool they hold already.
        if (settled.TryGetValue(connection.Handle!, out _)) return connection;
        using var command = connection.CreateCommand();
        // FULL: a commit that was answered is on the disk.
        // What is deleted is overwritten: a child that was erased is not to be found in free pages.
        command.CommandText =
            $"PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = {cache}; PRAGMA temp_store = MEMORY; "
            + $"PRAGMA journal_size_limit = {LogBytes}";
        command.ExecuteNonQuery();
        settled.Add(connection.Handle!, this);
        return connection;
    }

    /// <summary>Busy (5) or locked (6): another process holds the file.</summary>
    public override bool IsTransient(Exception fault) => fault is SqliteException { SqliteErrorCode: 5 or 6 };

    /// <summary>SQLite has waited for the other process already; asked again, it would wait as long again.</summary>
    public override bool HasWaited(Exception fault) => IsTransient(fault);

    /// <inheritdoc/>
    public override void BeginServing()
    {
        lockSeconds = servingSeconds;
        // It is open from now on, and by it another process sees that the service holds the file.
        mark.Read();
    }

    /// <summary>The codes are SQLite's: https://www.sqlite.org/rescode.html.</summary>
    public override string? DescribeIfUnusable(Exception fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        8 => "The database cannot be written to. The administrator must permit it; nothing of the request was kept.",
        10 => "The database's disk fails. The administrator must look at it; nothing of the request was kept.",
        11 or 26 => "The database's file is damaged. The administrator must restore it; nothing of the request was kept.",
        Full => "The database's disk is full. The administrator must make room; nothing of the request was kept.",
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
        var turn = new WriteTurn(this, await turns.Take(WriteLocks.IsUrgent(lockName), cancel));
        try
        {
            var connection = await Open(writing, WriterCache, cancel);
            return (connection, BeginImmediate(connection), turn);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private SqliteTransaction BeginImmediate(SqliteConnection connection)
    {
        try
        {
            if (turns.IsLocked) EnsureFree(connection);
            var begun = connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
            turns.ReportFree();
            return begun;
        }
        catch (Exception fault)
        {
            connection.Dispose();
            if (IsTransient(fault)) turns.ReportLocked();
            throw;
        }
    }

    // Asked of SQLite itself, which answers at once; a command of ADO.NET waits for a second at least.
    private static void EnsureFree(SqliteConnection connection)
    {
        var answer = raw.sqlite3_exec(connection.Handle, "BEGIN IMMEDIATE");
        if (answer == raw.SQLITE_BUSY) throw new DatabaseUnavailableException("Another process holds the database's file.");
        if (answer == raw.SQLITE_OK) raw.sqlite3_exec(connection.Handle, "ROLLBACK");
    }

    /// <summary>
    /// Writes to the log, in a transaction that is rolled back: a disk that is full, a file that cannot be written and another
    /// process that holds it show there. Where this process's own writer is at work, it can write.
    /// </summary>
    public override async Task TryWrite(CancellationToken cancel)
    {
        if (await turns.TryTake(OwnWriterWait, cancel) is not { } turn) return;
        using (turn) await Task.Run(TryWrite, cancel);
    }

    private void TryWrite()
    {
        if (!File.Exists(file)) throw new SqliteException("The file is not there.", CannotOpen);
        // Room that the log has taken before may do for a page, and not for a return.
        if (new DriveInfo(Path.GetDirectoryName(FilePath)!).AvailableFreeSpace < LeastRoom)
            throw new SqliteException("The disk has no room.", Full);
        using var connection = new SqliteConnection(trying) { DefaultTimeout = lockSeconds };
        connection.Open();
        using var command = connection.CreateCommand();
        // Pages that the cache does not hold go to the log at once.
        command.CommandText = "PRAGMA cache_size = -64";
        command.ExecuteNonQuery();
        using var transaction = BeginImmediate(connection);
        command.Transaction = transaction;
        command.CommandText = "CREATE TABLE WriteTrial (Bytes BLOB); INSERT INTO WriteTrial (Bytes) VALUES (zeroblob($bytes))";
        command.Parameters.Add(new SqliteParameter("$bytes", TriedBytes));
        command.ExecuteNonQuery();
        transaction.Rollback();
    }

    /// <summary>
    /// Moves the write-ahead log into the file and empties it, so that the file alone is the database, and what was erased is in
    /// neither.
    /// </summary>
    /// <returns>False where a reader or another process was still using the log after <paramref name="most"/>.</returns>
    public override async Task<bool> Checkpoint(TimeSpan most, CancellationToken cancel)
    {
        using var turn = await turns.Take(isUrgent: false, cancel);
        return await Task.Run(() => Checkpoint(most), cancel);
    }

    private bool Checkpoint(TimeSpan most)
    {
        if (!File.Exists(file)) throw new SqliteException("The file is not there.", CannotOpen);
        using var connection = new SqliteConnection(trying) { DefaultTimeout = Math.Max(1, (int)most.TotalSeconds) };
        connection.Open();
        using var command = connection.CreateCommand();
        // A checkpoint that cannot be made says so in its row, and is not tried again by the command.
        command.CommandText =
            FormattableString.Invariant($"PRAGMA busy_timeout = {(int)most.TotalMilliseconds}; PRAGMA wal_checkpoint(TRUNCATE)");
        using var rows = command.ExecuteReader();
        // The first pragma answers too.
        rows.NextResult();
        return rows.Read() && rows.GetInt64(0) == 0;
    }

    /// <summary>SQLite's quick_check: the structure of every page, and that what must be there is.</summary>
    public override Task<IReadOnlyList<string>> FindDamage(CancellationToken cancel) => Task.Run(() => FindDamage(file), cancel);

    /// <summary>The damage of a file, as SQLite names it; nothing where it is whole.</summary>
    internal static IReadOnlyList<string> FindDamage(string path)
    {
        var readOnly = new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false };
        using var connection = new SqliteConnection(readOnly.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA quick_check(10)";
            using var rows = command.ExecuteReader();
            var found = new List<string>();
            while (rows.Read()) found.Add(rows.GetString(0));
            return found is ["ok"] ? [] : found;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is 11 or 26)
        {
            return [fault.Message];
        }
    }

    /// <inheritdoc/>
    public override bool Keep(NewestChange change) => newest.Write(change);

    /// <summary>Closes the connections, moves the write-ahead log into the file, and leaves the file alone.</summary>
    public override async Task<bool> Close(TimeSpan most, CancellationToken cancel)
    {
        mark.Dispose();
        if (!File.Exists(file)) return true;
        using var turn = await turns.TryTake(most, cancel);
        ClearPools();
        return await Task.Run(() => Checkpoint(most), cancel);
    }

    private void ClearPools()
    {
        foreach (var pool in new[] { making, reading, writing }) SqliteConnection.ClearPool(new SqliteConnection(pool));
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
            if (new FileInfo($"{file}-wal") is not { Exists: true, Length: > LogBytes }) return;
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
