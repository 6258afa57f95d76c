using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>The keys that returns of changes purge.</summary>
internal static class PurgedKeyStore
{
    private static readonly IReadOnlyList<string> Columns = ["ReturnId", "RecordNumber", "RecordKey"];

    /// <summary>Stores the keys that a return purges.</summary>
    public static void Add(UnitOfWork work, string returnId, IReadOnlyList<(int Number, string Key)> purges)
    {
        if (purges.Count == 0) return;
        work.BulkInsert("PurgedKey", Columns, purges.Select(purge => new object?[] { returnId, purge.Number, purge.Key }));
    }
}
