using System.Data.Common;
using Dapper;

namespace SafeguardingMetrics.Storage;

/// <summary>A session whose statements all see one state of the database.</summary>
public class ReadSession(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    private readonly Dictionary<(Sql, object?), object> once = [];

    /// <summary>The connection.</summary>
    protected DbConnection Connection => connection;

    /// <summary>The transaction, where there is one.</summary>
    protected DbTransaction? Transaction => transaction;

    /// <summary>Ends the statements.</summary>
    protected virtual CancellationToken Cancel => default;

    /// <summary>The rows of a query, as <typeparamref name="T"/>s whose properties are named as the columns.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(Sql sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(CreateCommand(sql, parameters))).AsList();

    /// <summary>
    /// The rows of a query, which runs only once in a session: for what several parts of an answer need.
    /// </summary>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">The parameters, of a type that is compared by its members.</param>
    public virtual async Task<IReadOnlyList<T>> QueryOnce<T>(Sql sql, object? parameters = null)
    {
        if (once.TryGetValue((sql, parameters), out var known)) return (IReadOnlyList<T>)known;
        var rows = await Query<T>(sql, parameters);
        once[(sql, parameters)] = rows;
        return rows;
    }

    /// <summary>The first row of a query, or null.</summary>
    public async Task<T?> First<T>(Sql sql, object? parameters = null) where T : class =>
        await connection.QueryFirstOrDefaultAsync<T>(CreateCommand(sql, parameters));

    /// <summary>The whole number that a query gives.</summary>
    public async Task<long> Count(Sql sql, object? parameters = null) =>
        await connection.ExecuteScalarAsync<long>(CreateCommand(sql, parameters));

    /// <summary>The rows of a query one by one, for results that are too large for memory.</summary>
    public async Task<DbDataReader> Stream(Sql sql, object? parameters = null) =>
        await connection.ExecuteReaderAsync(CreateCommand(sql, parameters));

    /// <summary>The command of a statement.</summary>
    protected CommandDefinition CreateCommand(Sql sql, object? parameters) =>
        new(sql.Text, parameters, transaction, cancellationToken: Cancel);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // On a lost connection there is nothing to roll back, and SqlClient throws. That exception must not replace
            // the fault that ended the work, and the connection and the write lock must still be released.
        }

        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
