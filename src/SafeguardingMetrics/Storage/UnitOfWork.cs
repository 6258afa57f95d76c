using System.Data.Common;
using Dapper;

namespace SafeguardingMetrics.Storage;

/// <summary>Changes that are kept together when committed; disposed without it, none is.</summary>
public sealed class UnitOfWork(Engine engine, DbConnection connection, DbTransaction transaction, IDisposable turn, DataVersion.Change? change = null) : ReadSession(connection, transaction)
{
    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public Task<int> Execute(Sql sql, object? parameters = null) => Connection.ExecuteAsync(sql.Text, parameters, Transaction);

    /// <summary>Asked each time: what is asked about may have been changed here.</summary>
    /// <inheritdoc/>
    public override Task<IReadOnlyList<T>> QueryOnce<T>(Sql sql, object? parameters = null) => Query<T>(sql, parameters);

    /// <summary>Runs the one statement that a unit of work has, and keeps what it changed.</summary>
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

    /// <summary>Loads rows into a table, each as it is asked for; see <see cref="Engine.BulkInsert"/>.</summary>
    public void BulkInsert(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) => engine.BulkInsert(Connection, Transaction!, table, columns, rows);

    /// <summary>Keeps the changes, and with them what is to be <see cref="AmbientTransactionParticipant"/>.</summary>
    public async Task Commit()
    {
        var along = AmbientTransactionParticipant.Current;
        if (along is not null) await along.Write(this);
        if (change is { } raised) await raised.Increment(this);
        await engine.Commit(Transaction!);
        along?.OnCommitted();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            await base.DisposeAsync();
        }
        finally
        {
            // The others' turn begins when this transaction has ended, not before; and it begins, whatever became of the connection.
            turn.Dispose();
        }
    }
}
