using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>Reads and writes benchmarks. Replaced rows are ended, not deleted.</summary>
internal static class BenchmarkStore
{
    private static readonly string[] _columns =
    [
        "Indicator", "AreaType", "AreaCode", "AreaName", "Period", "FromDay", "ToDay", "BenchmarkValue", "NeighbourRank", "Closeness",
    ];

    // A row never ends before it began, even where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE Benchmark
        SET EndedAt = CASE WHEN BeganAt > @At THEN BeganAt ELSE @At END
        WHERE EndedAt IS NULL AND LoadId <> @LoadId
            AND EXISTS (
                SELECT 1
                FROM Benchmark n
                WHERE n.LoadId = @LoadId
                    AND n.Indicator = Benchmark.Indicator AND n.AreaType = Benchmark.AreaType AND n.Period = Benchmark.Period)
        """);

    // Without KnownAt: the rows that have not ended, independent of the clock.
    private static readonly Sql Known = new("""
        SELECT Indicator, AreaType, AreaCode, AreaName, Period, FromDay AS [From], ToDay AS [To],
            BenchmarkValue AS Value, NeighbourRank AS Rank, Closeness, BeganAt AS LoadedAt
        FROM Benchmark
        WHERE ((@KnownAt IS NULL AND EndedAt IS NULL) OR (BeganAt <= @KnownAt AND (EndedAt IS NULL OR EndedAt > @KnownAt)))
            AND (@Indicator IS NULL OR Indicator = @Indicator) AND (@Period IS NULL OR Period = @Period)
        ORDER BY Indicator, FromDay, ToDay, AreaType, NeighbourRank, AreaCode
        """);

    /// <summary>The benchmarks known at an instant, or now where null.</summary>
    public static Task<IReadOnlyList<Benchmark>> List(ReadSession reading, DateTimeOffset? knownAt, string? indicator, string? period) =>
        reading.Query<Benchmark>(Known, new { KnownAt = knownAt, Indicator = indicator, Period = period });

    /// <summary>Stores an uploaded table and ends the rows that it replaces.</summary>
    public static Task<TableLoad> Save(UnitOfWork work, string loadId, DateTimeOffset at, string by, IReadOnlyList<Benchmark> rows) =>
        ImportStore.Save(work, loadId, at, by, "Benchmark", _columns, [.. rows.Select(GetValues)], Ending);

    private static object?[] GetValues(Benchmark row) =>
    [
        row.Indicator, row.AreaType, row.AreaCode, row.AreaName, row.Period, row.From, row.To, row.Value, row.Rank, row.Closeness,
    ];
}
