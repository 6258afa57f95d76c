using System.Data.Common;
using Dapper;

namespace SafeguardingMetrics.Storage;

/// <summary>Statements that see one state of the database.</summary>
public class Reading(DbConnection connection, DbTransaction? transaction) : IAsyncDisposable
{
    /// <summary>The connection.</summary>
    protected DbConnection Connection => connection;

    /// <summary>The transaction, where there is one.</summary>
    protected DbTransaction? Transaction => transaction;

    /// <summary>The rows of a query, as <typeparamref name="T"/>s whose properties are named as the columns.</summary>
    public async Task<IReadOnlyList<T>> Query<T>(Sql sql, object? parameters = null) =>
        (await connection.QueryAsync<T>(sql.Text, parameters, transaction)).AsList();

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
