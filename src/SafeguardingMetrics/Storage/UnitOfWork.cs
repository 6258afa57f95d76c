using System.Data.Common;
using Dapper;
using SafeguardingMetrics.Storage.Files;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Changes in one transaction: all are stored by <see cref="Commit"/>, none when the unit of work is disposed without
/// it.
/// </summary>
/// <param name="engine">The database engine.</param>
/// <param name="connection">The connection.</param>
/// <param name="transaction">The transaction.</param>
/// <param name="heldLock">The write lock, released after the transaction has ended.</param>
/// <param name="scope">What the commit writes besides the statements.</param>
/// <param name="time">The clock.</param>
/// <param name="cancel">Ends it: whoever asked for it has gone.</param>
public sealed class UnitOfWork(
    Engine engine, DbConnection connection, DbTransaction transaction, IDisposable heldLock, WriteScope scope, TimeProvider time,
    CancellationToken cancel = default)
    : ReadSession(connection, transaction)
{
    // Rows between two looks at the token.
    private const int RowsAtOnce = 1024;
    private readonly WorkEnd end = new(engine, connection, scope.Longest, time, cancel);

    /// <inheritdoc/>
    protected override CancellationToken Cancel => end.Token;

    /// <summary>
    /// Throws where the unit of work must end: whoever asked for it has gone, or it takes too long. What goes through many records
    /// without a statement calls it every few thousand.
    /// </summary>
    /// <exception cref="OperationCanceledException">It must end.</exception>
    public void ThrowIfEnded() => end.Token.ThrowIfCancellationRequested();

    /// <summary>What to throw in place of a fault that only says that the unit of work was ended; null for any other fault.</summary>
    internal Exception? Explain(Exception fault) => end.Explain(fault);

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> Execute(Sql sql, object? parameters = null) => Connection.ExecuteAsync(CreateCommand(sql, parameters));

    /// <summary>Queries each time, since this unit of work may have changed the rows.</summary>
    /// <inheritdoc/>
    public override Task<IReadOnlyList<T>> QueryOnce<T>(Sql sql, object? parameters = null) => Query<T>(sql, parameters);

    /// <summary>Runs the only statement of a unit of work, and commits.</summary>
    /// <returns>True, so that the method can be the whole function that <see cref="Database.Write"/> takes.</returns>
    public async Task<bool> ExecuteAndCommit(Sql sql, object? parameters = null)
    {
        await Execute(sql, parameters);
        await Commit();
        return true;
    }

    /// <summary>Runs a script of the schema.</summary>
    public Task ExecuteScript(string script) => Connection.ExecuteAsync(engine.TranslateScript(script), transaction: Transaction);

    /// <summary>True where a table of this name exists.</summary>
    public Task<bool> HasTable(string table) => engine.HasTable(Connection, Transaction!, table);

    /// <summary>Loads rows into a table, each when the load asks for it; see <see cref="Engine.BulkInsert"/>.</summary>
    public void BulkInsert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) =>
        engine.BulkInsert(Connection, Transaction!, table, columns, Watch(rows));

    /// <summary>
    /// Commits the changes, together with the audit entry and the raised version of the <see cref="WriteScope"/>.
    /// </summary>
    public async Task Commit()
    {
        if (scope.Audit is { } entry) await entry.Write(this);
        if (scope.Changes is { } changes) await DataVersion.Increment(this, changes, time);
        var newest = scope.Changes is not null && engine.KeepsNewest ? await ReadNewest() : null;
        ThrowIfEnded();
        // From here on it is to be stored, whoever has gone.
        end.Dispose();
        await engine.Commit(Transaction!);
        // While the writer's turn is still held, so that no older one is written after a newer one.
        if (newest is not null) engine.Keep(newest);
        scope.Audit?.OnCommitted();
    }

    private async Task<NewestChange> ReadNewest()
    {
        var version = await DataVersion.Read(this);
        return new NewestChange(version.Number, version.ChangedAt);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        end.Dispose();
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            // After the transaction has ended, and whatever became of the connection.
            heldLock.Dispose();
        }
    }

    private IEnumerable<object?[]> Watch(IEnumerable<object?[]> rows)
    {
        var left = 0;
        foreach (var row in rows)
        {
            if (left-- == 0)
            {
                ThrowIfEnded();
                left = RowsAtOnce;
            }

            yield return row;
        }
    }
}
