namespace SafeguardingMetrics.Storage;

/// <summary>Takes rows of one table, one after another, as fast as the engine can.</summary>
public interface IRowLoad : IDisposable
{
    /// <summary>Takes one row: a value a column, in the columns' order. The array may be used again at once.</summary>
    void Add(object?[] values);

    /// <summary>Sends what is still held back.</summary>
    void Complete();
}
