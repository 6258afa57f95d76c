using System.Data.Common;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Failures;

/// <summary>A SQLite database that cannot grow, or cannot be written to, while a test says so.</summary>
internal sealed class DiskFaultEngine(Engine inner) : ForwardingEngine(inner)
{
    /// <summary>True while its disk has no room for another page.</summary>
    public bool IsFull { get; set; }

    /// <summary>True while it can only be read.</summary>
    public bool IsReadOnly
    {
        get;
        set
        {
            field = value;
            // A connection that may not write cannot even begin to.
            TestFolder.ClearPools();
        }
    }

    public override async Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel)
    {
        var begun = await base.BeginWrite(lockName, cancel);
        using var command = begun.Connection.CreateCommand();
        command.Transaction = begun.Transaction;
        // One page is fewer than it has; SQLite then takes as many as it has for the most.
        command.CommandText = $"PRAGMA query_only = {(IsReadOnly ? 1 : 0)}; PRAGMA max_page_count = {(IsFull ? 1 : 1_000_000_000)}";
        await command.ExecuteNonQueryAsync(cancel);
        return begun;
    }
}
