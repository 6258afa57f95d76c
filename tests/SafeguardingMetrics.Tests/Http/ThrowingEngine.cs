using System.Data.Common;
using Microsoft.Data.Sqlite;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Storage;

namespace SafeguardingMetrics.Tests.Http;

/// <summary>An engine that throws what a database throws, which names the server, the statement and a value.</summary>
internal sealed class ThrowingEngine(Engine inner) : ForwardingEngine(inner)
{
    /// <summary>What must be in no answer.</summary>
    public const string Secret = "sql01.partnership.internal";

    /// <summary>True where readings of figures and all writing fail.</summary>
    public bool Fails { get; set; }

    /// <summary>True where every reading fails too, even of keys.</summary>
    public bool FailsAlways { get; set; }

    /// <summary>What is thrown.</summary>
    public Func<Exception> Fault { get; set; } = () => new WithCause();

    public override Task<DbConnection> Open(CancellationToken cancel) => FailsAlways ? throw Fault() : base.Open(cancel);

    public override Task<DbConnection> OpenForReports(CancellationToken cancel) =>
        Fails || FailsAlways ? throw Fault() : base.OpenForReports(cancel);

    public override Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel) =>
        Fails || FailsAlways ? throw Fault() : base.BeginWrite(lockName, cancel);

    private sealed class WithCause()
        : Exception($"INSERT INTO AgencyReturn failed on {Secret}", new SqliteException($"UNIQUE constraint failed on {Secret}", 19, 2067));
}
