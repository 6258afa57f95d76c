using System.Data.Common;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Access to the database. A read session sees one state of the data; a unit of work commits all its changes or none.
/// Both are given as functions, since both are run again from their beginning after a transient fault.
/// </summary>
public sealed class Database(Engine engine, Resilience resilience, TimeProvider? time = null)
{
    static Database() => TypeHandlers.Register();

    /// <summary>The database engine.</summary>
    public Engine Engine => engine;

    /// <summary>Reads.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> Read<T>(Func<ReadSession, Task<T>> read, CancellationToken cancel) =>
        resilience.Run(WithSession(engine.Open, read), cancel);

    /// <summary>
    /// Reads figures and what lies behind them: from the readable secondary, where one is configured.
    /// </summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> ReadForReports<T>(Func<ReadSession, Task<T>> read, CancellationToken cancel) =>
        resilience.RunForReports(WithSession(engine.OpenForReports, read), cancel);

    /// <summary>
    /// Writes. Nothing is stored unless the unit of work is committed. The function may run again after a commit whose
    /// confirmation was lost, and must then recognise its own rows.
    /// </summary>
    /// <param name="scope">The lock to hold, the change to report and the audit entry to write.</param>
    /// <param name="write">The statements, with a commit at their end.</param>
    /// <param name="cancel">Ends the wait for the lock, and the work until it is committed.</param>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    /// <exception cref="WriteTimeExceededException">It took longer than <see cref="WriteScope.Longest"/>.</exception>
    public Task<T> Write<T>(WriteScope scope, Func<UnitOfWork, Task<T>> write, CancellationToken cancel) => resilience.Run(
        async token =>
        {
            var (connection, transaction, heldLock) = await engine.BeginWrite(scope.LockName, token);
            await using var work = new UnitOfWork(engine, connection, transaction, heldLock, scope, time ?? TimeProvider.System, token);
            try
            {
                return await write(work);
            }
            catch (Exception fault) when (work.Explain(fault) is not null)
            {
                throw work.Explain(fault)!;
            }
        },
        cancel);

    /// <summary>Writes something that is never committed, to see whether the database can be written.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot, and why.</exception>
    public Task TryWrite(CancellationToken cancel) => resilience.Run(
        async token =>
        {
            await engine.TryWrite(token);
            return true;
        },
        cancel);

    private Func<CancellationToken, Task<T>> WithSession<T>(
        Func<CancellationToken, Task<DbConnection>> open, Func<ReadSession, Task<T>> read) =>
        async token =>
        {
            var connection = await open(token);
            await using var reading = new ReadSession(connection, engine.BeginRead(connection));
            return await read(reading);
        };
}
