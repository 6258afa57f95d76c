using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>
/// Stores an uploaded table in one transaction: the new rows begin, and the rows that they replace end, at the same
/// instant.
/// </summary>
internal static class ImportStore
{
    private static readonly Sql Insert = new("INSERT INTO BenchmarkLoad (LoadId, LoadedAt, LoadedBy) VALUES (@LoadId, @At, @By)");
    private static readonly Sql IsThere = new("SELECT COUNT(*) FROM BenchmarkLoad WHERE LoadId = @LoadId");

    /// <summary>Stores the rows of an uploaded table.</summary>
    /// <param name="work">The unit of work; committed here.</param>
    /// <param name="loadId">The id of the upload, the same for every retry.</param>
    /// <param name="at">The instant of the upload.</param>
    /// <param name="by">The id of the API key.</param>
    /// <param name="table">The database table.</param>
    /// <param name="columns">The columns of the table besides LoadId, LineNumber and BeganAt.</param>
    /// <param name="rows">The rows, one value for each column.</param>
    /// <param name="ending">Ends the rows of earlier uploads that the new rows replace.</param>
    public static async Task<TableLoad> Save(
        UnitOfWork work,
        string loadId,
        DateTimeOffset at,
        string by,
        string table,
        IReadOnlyList<string> columns,
        IReadOnlyList<object?[]> rows,
        Sql ending)
    {
        // A retry after a commit whose confirmation was lost.
        if (await work.Count(IsThere, new { LoadId = loadId }) > 0) return new TableLoad(loadId, rows.Count, at);

        await work.Execute(Insert, new { LoadId = loadId, At = at, By = by });
        work.BulkInsert(
            table,
            ["LoadId", "LineNumber", "BeganAt", .. columns],
            rows.Select((row, i) => (object?[])[loadId, i + 1, at.UtcDateTime, .. row]));
        await work.Execute(ending, new { LoadId = loadId, At = at });
        await work.Commit();
        return new TableLoad(loadId, rows.Count, at);
    }
}
