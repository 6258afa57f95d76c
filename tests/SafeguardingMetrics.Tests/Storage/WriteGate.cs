using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Tests.Storage;

/// <summary>Stands before the database, and holds up those who would write returns while it is closed.</summary>
internal sealed class WriteGate
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource? closed;

    /// <summary>Whose turn it holds up: all returns', unless set.</summary>
    public string Whose { get; init; } = "returns/";

    /// <summary>Ends when the first is held up.</summary>
    public Task Reached => reached.Task;

    /// <summary>Puts the gate before a service's database.</summary>
    public void Before(IServiceCollection services)
    {
        var real = services.Last(service => service.ServiceType == typeof(Engine));
        services.AddSingleton<Engine>(provider => new Gated((Engine)real.ImplementationFactory!(provider), this));
    }

    /// <summary>Closes it.</summary>
    public void Close() => closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens it.</summary>
    public void Open() => closed?.TrySetResult();

    private async Task Pass(CancellationToken cancel)
    {
        if (closed is not { Task: { IsCompleted: false } opened }) return;
        reached.TrySetResult();
        await opened.WaitAsync(cancel);
    }

    private sealed class Gated(Engine inner, WriteGate gate) : Engine
    {
        public override string Name => inner.Name;

        public override bool MigratesAtStart => inner.MigratesAtStart;

        public override Task EnsureExists(CancellationToken cancel) => inner.EnsureExists(cancel);

        public override Task<DbConnection> Open(CancellationToken cancel) => inner.Open(cancel);

        public override bool IsTransient(Exception fault) => inner.IsTransient(fault);

        public override DbTransaction? BeginRead(DbConnection connection) => inner.BeginRead(connection);

        public override async Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
            string lockName, CancellationToken cancel)
        {
            if (lockName.StartsWith(gate.Whose, StringComparison.Ordinal)) await gate.Pass(cancel);
            return await inner.BeginWrite(lockName, cancel);
        }

        public override void BulkInsert(
            DbConnection connection,
            DbTransaction transaction,
            string table,
            IReadOnlyList<string> columns,
            IEnumerable<object?[]> rows) =>
            inner.BulkInsert(connection, transaction, table, columns, rows);

        public override string TranslateScript(string script) => inner.TranslateScript(script);

        public override string CreateOrReplaceView(string view, string text) => inner.CreateOrReplaceView(view, text);

        public override Task<bool> HasTable(DbConnection connection, DbTransaction transaction, string table) =>
            inner.HasTable(connection, transaction, table);
    }
}
