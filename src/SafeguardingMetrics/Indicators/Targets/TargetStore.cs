using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Targets;

/// <summary>Targets as they are kept: said, ended, never changed.</summary>
internal static class TargetStore
{
    private const string Columns = "TargetId, Indicator, Agency, Locality, ValidFrom, TargetValue AS Value, Tolerance, SetAt, SetBy, EndedAt, EndedBy";

    // "Now" is what has not ended, whatever the clock says.
    private static readonly Sql Known = new($"""
        SELECT {Columns}
        FROM IndicatorTarget
        WHERE ((@KnownAt IS NULL AND (@History = 1 OR EndedAt IS NULL)) OR (SetAt <= @KnownAt AND (@History = 1 OR EndedAt IS NULL OR EndedAt > @KnownAt)))
            AND (@Indicator IS NULL OR Indicator = @Indicator) AND (@Agency IS NULL OR Agency = @Agency) AND (@Locality IS NULL OR Locality = @Locality)
        ORDER BY Indicator, Agency, Locality, ValidFrom, SetAt, TargetId
        """);

    private static readonly Sql ById = new($"SELECT {Columns} FROM IndicatorTarget WHERE TargetId = @TargetId");

    private static readonly Sql OfScope = new($"""
        SELECT {Columns}
        FROM IndicatorTarget
        WHERE EndedAt IS NULL AND Indicator = @Indicator AND ValidFrom = @ValidFrom
            AND (Agency = @Agency OR (Agency IS NULL AND @Agency IS NULL)) AND (Locality = @Locality OR (Locality IS NULL AND @Locality IS NULL))
        """);

    // Nothing ends before it began, also where the clock was set back.
    private static readonly Sql Ending = new("UPDATE IndicatorTarget SET EndedAt = CASE WHEN SetAt > @At THEN SetAt ELSE @At END, EndedBy = @By WHERE TargetId = @TargetId AND EndedAt IS NULL");

    private static readonly Sql Saying = new("""
        INSERT INTO IndicatorTarget (TargetId, Indicator, Agency, Locality, ValidFrom, TargetValue, Tolerance, SetAt, SetBy)
        VALUES (@TargetId, @Indicator, @Agency, @Locality, @ValidFrom, @Value, @Tolerance, @SetAt, @SetBy)
        """);

    /// <summary>The targets that stood at an instant, or stand now; with their history also those that had ended.</summary>
    public static async Task<IReadOnlyList<Target>> List(ReadSession reading, DateTimeOffset? knownAt, string? indicator = null, string? agency = null, string? locality = null, bool history = false) =>
        [.. (await reading.Query<Target>(Known, new { KnownAt = knownAt, Indicator = indicator, Agency = agency, Locality = locality, History = history })).Select(target => target.AsKnownAt(knownAt))];

    /// <summary>The target of this id, or null.</summary>
    public static Task<Target?> Find(ReadSession reading, string id) => reading.First<Target>(ById, new { TargetId = id });

    /// <summary>Says a target, and ends the one that stood for the same indicator, scope and day. One that says no more than that is not said again.</summary>
    /// <returns>The target that stands, and whether it is new.</returns>
    public static async Task<(Target Target, bool IsNew)> Set(UnitOfWork work, Target target)
    {
        // Tried again after a commit whose answer was lost.
        if (await Find(work, target.TargetId) is { } said) return (said, true);
        if (await work.First<Target>(OfScope, new { target.Indicator, target.ValidFrom, target.Agency, target.Locality }) is { } before)
        {
            if (before.Value == target.Value && before.Tolerance == target.Tolerance) return (before, false);
            await work.Execute(Ending, new { before.TargetId, At = target.SetAt, By = target.SetBy });
        }

        await work.Execute(Saying, new { target.TargetId, target.Indicator, target.Agency, target.Locality, target.ValidFrom, target.Value, target.Tolerance, target.SetAt, target.SetBy });
        await work.Commit();
        return (target, true);
    }

    /// <summary>Ends a target.</summary>
    public static async Task<Target> End(UnitOfWork work, string id, DateTimeOffset at, string by)
    {
        await work.Execute(Ending, new { TargetId = id, At = at, By = by });
        var ended = await Find(work, id);
        await work.Commit();
        return ended!;
    }
}
