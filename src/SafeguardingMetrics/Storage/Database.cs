namespace SafeguardingMetrics.Storage;

/// <summary>
/// The way to the database: a reading sees one state of it, a unit of work changes it wholly or not at all. Both are given as
/// functions, since both are run again from their beginning where the database failed in passing.
/// </summary>
public sealed class Database(Engine engine, Resilience resilience, TimeProvider? time = null)
{
    static Database() => TypeHandlers.Register();

    /// <summary>The engine behind.</summary>
    public Engine Engine => engine;

    /// <summary>Reads.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> Read<T>(Func<ReadSession, Task<T>> read, CancellationToken cancel) => resilience.Run(WithSession(engine.Open, read), cancel);

    /// <summary>Reads figures and what lies behind them: from the copy kept for reports, where there is one.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> ReadForReports<T>(Func<ReadSession, Task<T>> read, CancellationToken cancel) => resilience.RunForReports(WithSession(engine.OpenForReports, read), cancel);

    /// <summary>
    /// Writes: nothing is kept unless the work is committed, and its commit raises the <see cref="DataVersion"/>. It may be run again after a commit whose answer was
    /// lost, and must know its own traces.
    /// </summary>
    /// <param name="exclusive">What only one may write at a time.</param>
    /// <param name="write">The work.</param>
    /// <param name="cancel">Ends the wait for others.</param>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public Task<T> Write<T>(string exclusive, Func<UnitOfWork, Task<T>> write, CancellationToken cancel) => Write(exclusive, raises: true, write, cancel);

    /// <summary>Writes what no answer rests on that readers may keep, such as lines of the audit: the version stays as it is.</summary>
    /// <inheritdoc cref="Write{T}(string, Func{UnitOfWork, Task{T}}, CancellationToken)"/>
    public Task<T> WriteWithoutVersionBump<T>(string exclusive, Func<UnitOfWork, Task<T>> write, CancellationToken cancel) => Write(exclusive, raises: false, write, cancel);

    private Task<T> Write<T>(string exclusive, bool raises, Func<UnitOfWork, Task<T>> write, CancellationToken cancel) => resilience.Run(
        async token =>
        {
            var (connection, transaction, turn) = await engine.BeginWrite(exclusive, token);
            await using var work = new UnitOfWork(engine, connection, transaction, turn, raises ? new DataVersion.Change(exclusive, time ?? TimeProvider.System) : null);
            return await write(work);
        },
        cancel);

    private Func<CancellationToken, Task<T>> WithSession<T>(Func<CancellationToken, Task<System.Data.Common.DbConnection>> open, Func<ReadSession, Task<T>> read) =>
        async token =>
        {
            var connection = await open(token);
            await using var reading = new ReadSession(connection, engine.BeginRead(connection));
            return await read(reading);
        };
}
