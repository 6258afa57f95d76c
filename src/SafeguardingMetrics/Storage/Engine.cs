using System.Data.Common;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage;

/// <summary>What differs between the two database engines. Everything else is SQL that both understand.</summary>
public abstract class Engine
{
    /// <summary>The engine's name in configuration and logs.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// True where the service itself brings the schema up to date at start; otherwise a DBA does, by command.
    /// </summary>
    public abstract bool MigratesAtStart { get; }

    /// <summary>Makes the database where it does not exist.</summary>
    public abstract Task EnsureExists(CancellationToken cancel);

    /// <summary>Opens a connection for reading.</summary>
    public abstract Task<DbConnection> Open(CancellationToken cancel);

    /// <summary>Opens a connection for figures and cases: to a readable copy, where one is configured.</summary>
    public virtual Task<DbConnection> OpenForReports(CancellationToken cancel) => Open(cancel);

    /// <summary>
    /// A number that stays the same only while nobody, this process or another, commits anything to the database; told
    /// without asking it anything. Null where the engine has none: then it is to be asked.
    /// </summary>
    public virtual long? ChangeCounter => null;

    /// <summary>The database's file; null where it is a server's.</summary>
    public virtual string? FilePath => null;

    /// <summary>True where the newest change is also kept outside the database: see <see cref="Keep"/>.</summary>
    public virtual bool KeepsNewest => false;

    /// <summary>The newest change that was kept outside the database; null where none is.</summary>
    public virtual NewestChange? NewestKept => null;

    /// <summary>Keeps the newest change outside the database.</summary>
    /// <returns>False where it could not be kept.</returns>
    public virtual bool Keep(NewestChange change) => true;

    /// <summary>The service begins to serve: from now on callers wait, who are rather told to come back.</summary>
    public virtual void BeginServing()
    {
    }

    /// <summary>Writes, within a transaction that is rolled back, to see whether the database can be written.</summary>
    /// <exception cref="DatabaseUnavailableException">Another process holds it.</exception>
    public virtual Task TryWrite(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Empties the log of changes into the database, where the engine leaves that to the service.
    /// </summary>
    /// <param name="most">How long to wait for those who still use the log.</param>
    /// <param name="cancel">Ends the wait for the writer's turn.</param>
    /// <returns>False where it could not be done in that time; true also where there is nothing to do.</returns>
    public virtual Task<bool> Checkpoint(TimeSpan most, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Looks for damage in the database's file, where the engine leaves that to the service.</summary>
    /// <returns>Sentences, without anything of a record; none where it is whole.</returns>
    public virtual Task<IReadOnlyList<string>> FindDamage(CancellationToken cancel) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <summary>Closes the database at the end of the program, so that it can be copied.</summary>
    /// <returns>False where somebody still uses it.</returns>
    public virtual Task<bool> Close(TimeSpan most, CancellationToken cancel) => Task.FromResult(true);

    /// <summary>True for a transient fault, after which the whole unit of work can be retried.</summary>
    public abstract bool IsTransient(Exception fault);

    /// <summary>True for a transient fault that the engine has waited for: another try would wait as long again.</summary>
    public virtual bool HasWaited(Exception fault) => false;

    /// <summary>
    /// What to tell callers of a fault that does not pass before somebody mends it, such as a full disk; null where it
    /// is none of these.
    /// </summary>
    public virtual string? DescribeIfUnusable(Exception fault) => null;

    /// <summary>
    /// A view of the data that does not change between two statements, or null where the engine needs no transaction
    /// for it.
    /// </summary>
    public abstract DbTransaction? BeginRead(DbConnection connection);

    /// <summary>
    /// Opens a connection and begins to write; waits for other writers of the same thing, or of everything.
    /// </summary>
    /// <param name="lockName">The write lock, one of <see cref="WriteLocks"/>.</param>
    /// <param name="cancel">Ends the wait.</param>
    public abstract Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel);

    /// <summary>
    /// Ends the statement that runs on a connection when the token is cancelled, where the engine does not look at the token of a
    /// command itself; null where it does.
    /// </summary>
    /// <returns>What is disposed of before the connection is used by anyone else.</returns>
    public virtual IDisposable? InterruptOn(DbConnection connection, CancellationToken cancel) => null;

    /// <summary>Commits the transaction.</summary>
    public virtual Task Commit(DbTransaction transaction) => transaction.CommitAsync();

    /// <summary>
    /// Loads rows into a table, within the transaction, each as it is asked for: what makes them runs while they go to
    /// the database, and what it throws ends the load and is thrown here.
    /// </summary>
    /// <param name="connection">The connection. Making a row must not use it: it is busy with the load.</param>
    /// <param name="transaction">The transaction.</param>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns that are given.</param>
    /// <param name="rows">
    /// A value a column, in the columns' order. One array may serve for all rows, but a value that was given is not
    /// changed.
    /// </param>
    public abstract void BulkInsert(
        DbConnection connection, DbTransaction transaction, string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows);

    /// <summary>A script of tables in the engine's own SQL.</summary>
    public virtual string TranslateScript(string script) => script;

    /// <summary>The script that creates a view, or replaces the one that exists.</summary>
    /// <param name="view">Its name.</param>
    /// <param name="text">Its script, which says CREATE VIEW.</param>
    public abstract string CreateOrReplaceView(string view, string text);

    /// <summary>True where a table of this name exists.</summary>
    public abstract Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table);
}
