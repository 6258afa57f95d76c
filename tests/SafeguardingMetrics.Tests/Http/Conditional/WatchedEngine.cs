using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;
using SafeguardingMetrics.Tests.Storage;

namespace SafeguardingMetrics.Tests.Http.Conditional;

/// <summary>Records of each commit which tables it changed, and under which write lock.</summary>
internal sealed class WatchedEngine(Engine inner) : ForwardingEngine(inner)
{
    private const string Version = "DataVersion";
    private const string Audit = "AuditLine";

    // Tables on which no answer rests that readers cache: who called, with what, what is still queued, and what was said of queries,
    // which a return shows once it is stored. Listed here a second time, by hand.
    private static readonly string[] NotCached =
    [
        Audit, "IdempotencyKey", "AcceptedReturn", "AcceptedBody", "ClientKey", "Client", "ClientAgency", "ApiKey", "DemonstrationFill",
        "RetentionDay", "IdentifierKeys", "IdentifierRewrap", "QueryExplanation",
    ];

    private readonly ConditionalWeakTable<DbTransaction, string> locks = [];
    private readonly Dictionary<string, string> known = [];

    /// <summary>The tables on which answers rest that readers cache.</summary>
    public static IReadOnlyList<string> Cached { get; } = [.. CopiedTable.All.Select(table => table.Name).Except(NotCached)];

    /// <summary>The commits in their order, without the first.</summary>
    public List<WatchedCommit> Commits { get; } = [];

    public override async Task<(DbConnection Connection, DbTransaction Transaction, IDisposable Lock)> BeginWrite(
        string lockName, CancellationToken cancel)
    {
        var begun = await base.BeginWrite(lockName, cancel);
        locks.Add(begun.Transaction, lockName);
        return begun;
    }

    public override Task Commit(DbTransaction transaction)
    {
        lock (known)
        {
            var changed = new HashSet<string>();
            foreach (var table in Cached.Append(Version).Append(Audit).Append("AcceptedReturn"))
            {
                var hash = Hash(transaction, table);
                if (known.TryGetValue(table, out var before) && before != hash) changed.Add(table);
                known[table] = hash;
            }

            if (changed.Count > 0) Commits.Add(new WatchedCommit(locks.TryGetValue(transaction, out var name) ? name : "", changed));
        }

        return base.Commit(transaction);
    }

    private static string Hash(DbTransaction transaction, string table)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM {table}";
        using var rows = command.ExecuteReader();
        var text = new StringBuilder();
        var values = new object[rows.FieldCount];
        while (rows.Read())
        {
            rows.GetValues(values);
            text.AppendJoin('\t', values).Append('\n');
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>A commit: its write lock, and the tables that it changed.</summary>
internal sealed record WatchedCommit(string LockName, IReadOnlySet<string> Tables)
{
    /// <summary>True where it raised the version of the data.</summary>
    public bool RaisesVersion => Tables.Contains("DataVersion");

    /// <summary>True where it wrote an audit line.</summary>
    public bool IsAudited => Tables.Contains("AuditLine");
}
