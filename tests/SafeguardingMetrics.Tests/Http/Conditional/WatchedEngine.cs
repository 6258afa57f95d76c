using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Storage.Copying;
using SafeguardingMetrics.Tests.Storage;

namespace SafeguardingMetrics.Tests.Http.Conditional;

/// <summary>Looks, at each commit, which tables it changes and whether it raises the data's version.</summary>
internal sealed class WatchedEngine(Engine inner) : ForwardingEngine(inner)
{
    // What no answer rests on that readers may keep: who called, with what, and what is on its way. Said here a second time, by hand.
    private static readonly string[] Aside = ["AuditLine", "IdempotencyKey", "AcceptedReturn", "AcceptedBody", "ClientKey", "Client", "ClientAgency", "ApiKey", "DemonstrationFill", "RetentionDay", "IdentifierKeys", "IdentifierRewrap"];

    private static readonly string[] Watched = [.. CopiedTable.All.Select(table => table.Name).Except(Aside)];

    private readonly Dictionary<string, string> known = [];
    private string version = "";

    /// <summary>The tables that commits changed, each with whether the version was raised with every one of them.</summary>
    public Dictionary<string, bool> Raised { get; } = [];

    public override Task Commit(DbTransaction transaction)
    {
        lock (known)
        {
            var now = Hash(transaction, "DataVersion");
            foreach (var table in Watched)
            {
                var hash = Hash(transaction, table);
                if (known.TryGetValue(table, out var before) && before != hash) Raised[table] = Raised.GetValueOrDefault(table, true) && now != version;
                known[table] = hash;
            }

            version = now;
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
