using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Store;

/// <summary>Keeps releases.</summary>
internal static class ReleaseStore
{
    private const string Figures = "ReleasedFigure";

    private static readonly IReadOnlyList<string> Columns =
    [
        "ReleaseId", "Dimension", "Member", "CountedNumerator", "CountedDenominator", "Numerator", "NumeratorAtLeast", "NumeratorAtMost",
        "Denominator", "DenominatorAtLeast",
        "DenominatorAtMost", "Children", "Figure", "P90", "AgenciesExpected", "AgenciesReported", "PeriodsDue", "PeriodsCovered",
    ];

    private const string ReleaseColumns =
        "r.ReleaseId, r.Indicator, r.IntervalName, r.FromDay, r.ToDay, r.Number, r.ReleasedAt, r.IsComplete, r.MadeAt";

    private const string IsLatest = """
        NOT EXISTS (
            SELECT 1
            FROM FigureRelease n
            WHERE n.Indicator = r.Indicator AND n.IntervalName = r.IntervalName AND n.FromDay = r.FromDay AND n.Number > r.Number
                AND (@KnownAt IS NULL OR n.ReleasedAt <= @KnownAt))
        """;

    private static readonly Sql Latest = new($"""
        SELECT {ReleaseColumns}
        FROM FigureRelease r
        WHERE (@KnownAt IS NULL OR r.ReleasedAt <= @KnownAt) AND {IsLatest}
        ORDER BY r.Indicator, r.IntervalName, r.FromDay
        """);

    private static readonly Sql LatestOfOne = new($"""
        SELECT {ReleaseColumns}
        FROM FigureRelease r
        WHERE r.Indicator = @Indicator AND r.IntervalName = @IntervalName AND (@FromDay IS NULL OR r.FromDay = @FromDay)
            AND (@KnownAt IS NULL OR r.ReleasedAt <= @KnownAt) AND {IsLatest}
        ORDER BY r.FromDay DESC
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO FigureRelease (ReleaseId, Indicator, IntervalName, FromDay, ToDay, Number, ReleasedAt, IsComplete, MadeAt)
        VALUES (@ReleaseId, @Indicator, @IntervalName, @FromDay, @ToDay, @Number, @ReleasedAt, @IsComplete, @MadeAt)
        """);

    private static readonly Sql Exists = new("""
        SELECT COUNT(*) FROM FigureRelease
        WHERE Indicator = @Indicator AND IntervalName = @IntervalName AND FromDay = @FromDay AND Number = @Number
        """);

    private static readonly Sql OfRelease = new("SELECT f.* FROM ReleasedFigure f WHERE f.ReleaseId = @ReleaseId");

    private static readonly Sql LatestWithin = new($"""
        SELECT {ReleaseColumns}
        FROM FigureRelease r
        WHERE r.FromDay >= @FromDay AND r.ToDay <= @ToDay AND (@KnownAt IS NULL OR r.ReleasedAt <= @KnownAt) AND {IsLatest}
        """);

    private static readonly Sql FiguresWithin = new($"""
        SELECT f.*
        FROM FigureRelease r
        JOIN ReleasedFigure f ON f.ReleaseId = r.ReleaseId
        WHERE r.FromDay >= @FromDay AND r.ToDay <= @ToDay AND f.Dimension = @Dimension
            AND (@KnownAt IS NULL OR r.ReleasedAt <= @KnownAt) AND {IsLatest}
        ORDER BY r.FromDay, f.Member
        """);

    private static readonly Sql AllOfOne = new($"""
        SELECT {ReleaseColumns}
        FROM FigureRelease r
        WHERE r.Indicator = @Indicator AND r.IntervalName = @IntervalName AND r.FromDay = @FromDay
        ORDER BY r.Number
        """);

    private static readonly Sql Members = new("""
        SELECT DISTINCT f.Member
        FROM FigureRelease r
        JOIN ReleasedFigure f ON f.ReleaseId = r.ReleaseId
        WHERE r.Indicator = @Indicator AND f.Dimension = @Dimension
        """);

    /// <summary>The latest release of each interval, as of an instant; null for now.</summary>
    public static Task<IReadOnlyList<FigureRelease>> ListLatest(ReadSession reading, DateTimeOffset? knownAt) =>
        reading.QueryOnce<FigureRelease>(Latest, new { KnownAt = knownAt });

    /// <summary>The latest release of an indicator's interval, or of its last interval that is released, as of an instant.</summary>
    public static Task<FigureRelease?> FindLatest(
        ReadSession reading, string indicator, string interval, DateOnly? from, DateTimeOffset? knownAt) =>
        reading.First<FigureRelease>(LatestOfOne, new
        {
            Indicator = indicator,
            IntervalName = interval,
            FromDay = from,
            KnownAt = knownAt,
        });

    /// <summary>Every release of an indicator's interval, in their order.</summary>
    public static Task<IReadOnlyList<FigureRelease>> ListAll(ReadSession reading, string indicator, string interval, DateOnly from) =>
        reading.Query<FigureRelease>(AllOfOne, new { Indicator = indicator, IntervalName = interval, FromDay = from });

    /// <summary>The rows of one release.</summary>
    public static Task<IReadOnlyList<ReleasedFigure>> ListFigures(ReadSession reading, string releaseId) =>
        reading.Query<ReleasedFigure>(OfRelease, new { ReleaseId = releaseId });

    /// <summary>The latest releases of the intervals that lie within some days, as of an instant; null for now.</summary>
    public static Task<IReadOnlyList<FigureRelease>> ListLatest(
        ReadSession reading, DateOnly from, DateOnly to, DateTimeOffset? knownAt) =>
        reading.QueryOnce<FigureRelease>(LatestWithin, new { FromDay = from, ToDay = to, KnownAt = knownAt });

    /// <summary>The rows of those releases by one breakdown, in the order of their intervals.</summary>
    public static Task<IReadOnlyList<ReleasedFigure>> ListFigures(
        ReadSession reading, DateOnly from, DateOnly to, string dimension, DateTimeOffset? knownAt) =>
        reading.QueryOnce<ReleasedFigure>(
            FiguresWithin, new { FromDay = from, ToDay = to, Dimension = dimension, KnownAt = knownAt });

    /// <summary>Every member that a released figure of the indicator has.</summary>
    public static Task<IReadOnlyList<string>> ListMembers(ReadSession reading, string indicator, string dimension) =>
        reading.Query<string>(Members, new { Indicator = indicator, Dimension = dimension });

    /// <summary>Adds a release, unless another instance has.</summary>
    public static async Task<bool> TryAdd(UnitOfWork work, FigureRelease release, IReadOnlyList<ReleasedFigure> figures)
    {
        if (await work.Count(Exists, release) > 0) return false;
        await work.Execute(Insert, release);
        work.BulkInsert(Figures, Columns, figures.Select(CreateRow));
        return true;
    }

    private static object?[] CreateRow(ReleasedFigure figure) =>
    [
        figure.ReleaseId, figure.Dimension, figure.Member, figure.CountedNumerator, figure.CountedDenominator, figure.Numerator,
        figure.NumeratorAtLeast, figure.NumeratorAtMost,
        figure.Denominator, figure.DenominatorAtLeast, figure.DenominatorAtMost, figure.Children, figure.Figure, figure.P90,
        figure.AgenciesExpected, figure.AgenciesReported, figure.PeriodsDue, figure.PeriodsCovered,
    ];
}
