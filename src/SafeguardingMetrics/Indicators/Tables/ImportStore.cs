using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>How a table is kept: its rows begin, and those whose place they take end, at one instant and in one unit of work.</summary>
internal static class ImportStore
{
    private static readonly Sql Insert = new("INSERT INTO BenchmarkLoad (LoadId, LoadedAt, LoadedBy) VALUES (@LoadId, @At, @By)");
    private static readonly Sql IsThere = new("SELECT COUNT(*) FROM BenchmarkLoad WHERE LoadId = @LoadId");

    /// <summary>Stores a table's rows.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="loadId">The load's id, the same for every try.</param>
    /// <param name="at">The instant.</param>
    /// <param name="by">The id of the key.</param>
    /// <param name="table">The table they go to.</param>
    /// <param name="columns">Its columns beside LoadId, LineNumber and BeganAt.</param>
    /// <param name="rows">The rows, a value a column.</param>
    /// <param name="ending">Ends the rows of other loads whose place these take.</param>
    public static async Task<TableLoad> Save(
        UnitOfWork work, string loadId, DateTimeOffset at, string by, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, Sql ending)
    {
        // Tried again after a commit whose answer was lost.
        if (await work.Count(IsThere, new { LoadId = loadId }) > 0) return new TableLoad(loadId, rows.Count, at);

        await work.Execute(Insert, new { LoadId = loadId, At = at, By = by });
        work.BulkInsert(table, ["LoadId", "LineNumber", "BeganAt", .. columns], rows.Select((row, i) => (object?[])[loadId, i + 1, at.UtcDateTime, .. row]));
        await work.Execute(ending, new { LoadId = loadId, At = at });
        await work.Commit();
        return new TableLoad(loadId, rows.Count, at);
    }
}
