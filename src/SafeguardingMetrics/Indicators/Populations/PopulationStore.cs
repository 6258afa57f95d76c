using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Populations;

/// <summary>Reads and writes populations. Replaced rows are ended, not deleted.</summary>
internal static class PopulationStore
{
    private static readonly string[] _columns = ["Dimension", "Member", "ValidFrom", "People"];

    // A row never ends before it began, even where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE AreaPopulation
        SET EndedAt = CASE WHEN BeganAt > @At THEN BeganAt ELSE @At END
        WHERE EndedAt IS NULL AND LoadId <> @LoadId
            AND EXISTS (
                SELECT 1
                FROM AreaPopulation n
                WHERE n.LoadId = @LoadId AND n.Dimension = AreaPopulation.Dimension AND n.ValidFrom = AreaPopulation.ValidFrom)
        """);

    // Without KnownAt: the rows that have not ended, independent of the clock.
    private static readonly Sql Known = new("""
        SELECT Dimension, Member, ValidFrom, People, BeganAt AS LoadedAt
        FROM AreaPopulation
        WHERE ((@KnownAt IS NULL AND EndedAt IS NULL) OR (BeganAt <= @KnownAt AND (EndedAt IS NULL OR EndedAt > @KnownAt)))
            AND (@Dimension IS NULL OR Dimension = @Dimension)
        ORDER BY Dimension, ValidFrom, LineNumber
        """);

    /// <summary>The populations known at an instant, or now where null.</summary>
    public static Task<IReadOnlyList<Population>> List(ReadSession reading, DateTimeOffset? knownAt, string? dimension) =>
        reading.Query<Population>(Known, new { KnownAt = knownAt, Dimension = dimension });

    /// <summary>Stores an uploaded table and ends the rows that it replaces.</summary>
    public static Task<TableLoad> Save(UnitOfWork work, string loadId, DateTimeOffset at, string by, IReadOnlyList<Population> rows) =>
        ImportStore.Save(
            work, loadId, at, by, "AreaPopulation", _columns,
            [.. rows.Select(row => new object?[] { row.Dimension, row.Member, row.ValidFrom, row.People })], Ending);
}
