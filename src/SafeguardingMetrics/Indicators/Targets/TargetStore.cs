using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>Reads and writes targets. A target is never changed: a replaced or withdrawn target is ended.</summary>
internal static class TargetStore
{
    private const string Columns =
        "TargetId, Indicator, Agency, Locality, ValidFrom, TargetValue AS Value, Tolerance, SetAt, SetBy, EndedAt, EndedBy";

    // Without KnownAt: the targets that have not ended, independent of the clock.
    private static readonly Sql Known = new($"""
        SELECT {Columns}
        FROM IndicatorTarget
        WHERE (
            (@KnownAt IS NULL AND (@History = 1 OR EndedAt IS NULL))
            OR (SetAt <= @KnownAt AND (@History = 1 OR EndedAt IS NULL OR EndedAt > @KnownAt)))
            AND (@Indicator IS NULL OR Indicator = @Indicator)
            AND (@Agency IS NULL OR Agency = @Agency)
            AND (@Locality IS NULL OR Locality = @Locality)
        ORDER BY Indicator, Agency, Locality, ValidFrom, SetAt, TargetId
        """);

    private static readonly Sql ById = new($"SELECT {Columns} FROM IndicatorTarget WHERE TargetId = @TargetId");

    private static readonly Sql OfScope = new($"""
        SELECT {Columns}
        FROM IndicatorTarget
        WHERE EndedAt IS NULL AND Indicator = @Indicator AND ValidFrom = @ValidFrom
            AND (Agency = @Agency OR (Agency IS NULL AND @Agency IS NULL))
            AND (Locality = @Locality OR (Locality IS NULL AND @Locality IS NULL))
        """);

    // A target never ends before it was set, even where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE IndicatorTarget
        SET EndedAt = CASE WHEN SetAt > @At THEN SetAt ELSE @At END, EndedBy = @By
        WHERE TargetId = @TargetId AND EndedAt IS NULL
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO IndicatorTarget (TargetId, Indicator, Agency, Locality, ValidFrom, TargetValue, Tolerance, SetAt, SetBy)
        VALUES (@TargetId, @Indicator, @Agency, @Locality, @ValidFrom, @Value, @Tolerance, @SetAt, @SetBy)
        """);

    /// <summary>The targets in force at an instant, or now where <paramref name="knownAt"/> is null.</summary>
    /// <param name="reading">The read session.</param>
    /// <param name="knownAt">The instant of knowledge; null for now.</param>
    /// <param name="indicator">Only this indicator; null for all.</param>
    /// <param name="agency">Only this agency; null for all.</param>
    /// <param name="locality">Only this locality; null for all.</param>
    /// <param name="history">True to include targets that have ended.</param>
    public static async Task<IReadOnlyList<Target>> List(
        ReadSession reading,
        DateTimeOffset? knownAt,
        string? indicator = null,
        string? agency = null,
        string? locality = null,
        bool history = false)
    {
        var parameters = new { KnownAt = knownAt, Indicator = indicator, Agency = agency, Locality = locality, History = history };
        return [.. (await reading.Query<Target>(Known, parameters)).Select(target => target.AsKnownAt(knownAt))];
    }

    /// <summary>Finds a target by its id; null where unknown.</summary>
    public static Task<Target?> Find(ReadSession reading, string id) => reading.First<Target>(ById, new { TargetId = id });

    /// <summary>
    /// Sets a target and ends the target in force for the same indicator, scope and day. Nothing is written where that
    /// target has the same value and tolerance.
    /// </summary>
    /// <returns>The target in force, and whether it is new.</returns>
    public static async Task<(Target Target, bool IsNew)> Set(UnitOfWork work, Target target)
    {
        // A retry after a commit whose confirmation was lost.
        if (await Find(work, target.TargetId) is { } stored) return (stored, true);
        if (await work.First<Target>(OfScope, new { target.Indicator, target.ValidFrom, target.Agency, target.Locality }) is { } before)
        {
            if (before.Value == target.Value && before.Tolerance == target.Tolerance) return (before, false);
            await work.Execute(Ending, new { before.TargetId, At = target.SetAt, By = target.SetBy });
        }

        await work.Execute(Insert, new
        {
            target.TargetId,
            target.Indicator,
            target.Agency,
            target.Locality,
            target.ValidFrom,
            target.Value,
            target.Tolerance,
            target.SetAt,
            target.SetBy,
        });
        await work.Commit();
        return (target, true);
    }

    /// <summary>Ends a target and returns it.</summary>
    public static async Task<Target> End(UnitOfWork work, string id, DateTimeOffset at, string by)
    {
        await work.Execute(Ending, new { TargetId = id, At = at, By = by });
        var ended = await Find(work, id);
        await work.Commit();
        return ended!;
    }
}
