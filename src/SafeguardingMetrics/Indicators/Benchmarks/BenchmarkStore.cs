using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>Benchmarks as they are kept.</summary>
internal static class BenchmarkStore
{
    private static readonly string[] _columns = ["Indicator", "AreaType", "AreaCode", "AreaName", "Period", "FromDay", "ToDay", "BenchmarkValue", "NeighbourRank", "Closeness"];

    // Nothing ends before it began, also where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE Benchmark
        SET EndedAt = CASE WHEN BeganAt > @At THEN BeganAt ELSE @At END
        WHERE EndedAt IS NULL AND LoadId <> @LoadId
            AND EXISTS (SELECT 1 FROM Benchmark n WHERE n.LoadId = @LoadId AND n.Indicator = Benchmark.Indicator AND n.AreaType = Benchmark.AreaType AND n.Period = Benchmark.Period)
        """);

    // "Now" is what has not ended, whatever the clock says.
    private static readonly Sql Known = new("""
        SELECT Indicator, AreaType, AreaCode, AreaName, Period, FromDay AS [From], ToDay AS [To], BenchmarkValue AS Value, NeighbourRank AS Rank, Closeness, BeganAt AS LoadedAt
        FROM Benchmark
        WHERE ((@KnownAt IS NULL AND EndedAt IS NULL) OR (BeganAt <= @KnownAt AND (EndedAt IS NULL OR EndedAt > @KnownAt)))
            AND (@Indicator IS NULL OR Indicator = @Indicator) AND (@Period IS NULL OR Period = @Period)
        ORDER BY Indicator, FromDay, ToDay, AreaType, NeighbourRank, AreaCode
        """);

    /// <summary>Those that stood at an instant, or stand now.</summary>
    public static Task<IReadOnlyList<Benchmark>> List(ReadSession reading, DateTimeOffset? knownAt, string? indicator, string? period) =>
        reading.Query<Benchmark>(Known, new { KnownAt = knownAt, Indicator = indicator, Period = period });

    /// <summary>Stores a table of them.</summary>
    public static Task<TableLoad> Save(UnitOfWork work, string loadId, DateTimeOffset at, string by, IReadOnlyList<Benchmark> rows) => ImportStore.Save(
        work, loadId, at, by, "Benchmark", _columns,
        [.. rows.Select(row => new object?[] { row.Indicator, row.AreaType, row.AreaCode, row.AreaName, row.Period, row.From, row.To, row.Value, row.Rank, row.Closeness })], Ending);
}
