using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// The version of the data that readers see. It differs after every commit that names a <see cref="ChangeStream"/>,
/// whichever instance committed; answers cached under an equal version are still right.
/// </summary>
/// <param name="Number">The version. A greater number is not a later version.</param>
/// <param name="ChangedAt">The instant of the latest change; null where there was none since versions are kept.</param>
/// <param name="ReleasedNumber">The version of what readers of releases see: a return does not raise it.</param>
/// <param name="ReleasedAt">The instant of the latest change of that.</param>
public sealed record DataVersion(long Number, DateTimeOffset? ChangedAt, long ReleasedNumber, DateTimeOffset? ReleasedAt)
{
    private const int LongestStep = 1 << 30;

    private const string ConcernsReturns = $"{ChangeStream.IsOfReturns} OR {ChangeStream.IsOfRetention}";

    private static readonly Sql Current = new($"""
        SELECT COALESCE(SUM(VersionNumber), 0) AS VersionNumber, MAX(ChangedAt) AS ChangedAt,
            COALESCE(SUM(CASE WHEN {ConcernsReturns} THEN 0 ELSE VersionNumber END), 0) AS ReleasedNumber,
            MAX(CASE WHEN {ConcernsReturns} THEN NULL ELSE ChangedAt END) AS ReleasedAt
        FROM DataVersion
        """);

    private static readonly Sql Update = new("""
        UPDATE DataVersion SET VersionNumber = VersionNumber + @Step, ChangedAt = @At WHERE Stream = @Stream
        """);

    private static readonly Sql Insert = new("INSERT INTO DataVersion (Stream, VersionNumber, ChangedAt) VALUES (@Stream, @Step, @At)");

    /// <summary>The version of the state that the session reads.</summary>
    public static async Task<DataVersion> Read(ReadSession reading)
    {
        var row = await reading.First<Row>(Current);
        return new DataVersion(row!.VersionNumber, row.ChangedAt, row.ReleasedNumber, row.ReleasedAt);
    }

    /// <summary>
    /// Raises the version by a random step, so that a database restored from a backup does not come to a number that
    /// readers have cached.
    /// </summary>
    internal static async Task Increment(UnitOfWork work, ChangeStream stream, TimeProvider time)
    {
        var row = new { Stream = stream.Name, Step = (long)Random.Shared.Next(1, LongestStep), At = Instant.Now(time) };
        if (await work.Execute(Update, row) == 0) await work.Execute(Insert, row);
    }

    private sealed record Row
    {
        public required long VersionNumber { get; init; }

        public required DateTimeOffset? ChangedAt { get; init; }

        public required long ReleasedNumber { get; init; }

        public required DateTimeOffset? ReleasedAt { get; init; }
    }
}
