using System.Data.Common;
using Dapper;

namespace SafeguardingMetrics.Storage;

/// <summary>Statements that see one state of the database.</summary>
public class ReadSession(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    private readonly Dictionary<(Sql, object?), object> once = [];

    /// <summary>The connection.</summary>
    protected DbConnection Connection => connection;

    /// <summary>The transaction, where there is one.</summary>
    protected DbTransaction? Transaction => transaction;

    /// <summary>The rows of a query, as <typeparamref name="T"/>s whose properties are named as the columns.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(Sql sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(sql.Text, parameters, transaction)).AsList();

    /// <summary>The same, asked only once in a reading, which sees one state: for what several parts of an answer begin with.</summary>
    /// <param name="sql">The query.</param>
    /// <param name="parameters">Its parameters, of a type whose equality is that of its members.</param>
    public virtual async Task<IReadOnlyList<T>> QueryOnce<T>(Sql sql, object? parameters = null)
    {
        if (once.TryGetValue((sql, parameters), out var known)) return (IReadOnlyList<T>)known;
        var rows = await Query<T>(sql, parameters);
        once[(sql, parameters)] = rows;
        return rows;
    }

    /// <summary>The first row of a query, or null.</summary>
    public async Task<T?> First<T>(Sql sql, object? parameters = null) where T : class =>
        await connection.QueryFirstOrDefaultAsync<T>(sql.Text, parameters, transaction);

    /// <summary>A whole number.</summary>
    public async Task<long> Count(Sql sql, object? parameters = null) => await connection.ExecuteScalarAsync<long>(sql.Text, parameters, transaction);

    /// <summary>The rows of a query as they come, for those that are too many to hold.</summary>
    public async Task<DbDataReader> Stream(Sql sql, object? parameters = null) => await connection.ExecuteReaderAsync(sql.Text, parameters, transaction);

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        try
        {
            if (transaction is not null) await transaction.DisposeAsync();
        }
        catch (Exception fault) when (fault is DbException or InvalidOperationException)
        {
            // Nothing is left to roll back on a connection that was lost, and SqlClient says so by throwing: that must not take the
            // place of the fault that ended the work, nor keep the connection and the others' turn.
        }

        await connection.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
