namespace SafeguardingMetrics.Storage;

/// <summary>The way to the database: a reading sees one state of it, a unit of work changes it wholly or not at all.</summary>
public sealed class Database(Engine engine)
{
    static Database() => TypeHandlers.Register();

    /// <summary>The engine behind.</summary>
    public Engine Engine => engine;

    /// <summary>Begins to read: what the statements of one reading see does not change between them.</summary>
    public async Task<Reading> Read(CancellationToken cancel)
    {
        var connection = await engine.Open(cancel);
        return new Reading(connection, engine.BeginRead(connection));
    }

    /// <summary>Begins to write. Nothing is kept unless the work is committed.</summary>
    /// <param name="exclusive">What only one may write at a time.</param>
    /// <param name="cancel">Ends the wait for others.</param>
    public async Task<UnitOfWork> Write(string exclusive, CancellationToken cancel)
    {
        var (connection, transaction, turn) = await engine.BeginWrite(exclusive, cancel);
        return new UnitOfWork(engine, connection, transaction, turn);
    }
}
