using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Version of the data that a response is computed from. The instant is not the time of the request but the last
/// instant at which the response could have changed, so that equal states of the data give equal entity tags, on every
/// instance of the service.
/// </summary>
/// <param name="Version">The number of the last commit that changed data.</param>
/// <param name="At">The latest of: the last commit, the start of today in England, and the last time of today at which
/// a return became due.</param>
internal sealed record ResponseVersion(long Version, DateTimeOffset At);

/// <summary>
/// Reads the current version of the data. The database is asked each time, because other instances and commands write
/// to it too, except where the engine knows by itself that nothing was committed since the last question (<see
/// cref="ChangeAwareCache{T}"/>).
/// </summary>
internal sealed class ResponseVersions(Database database, ConditionalInputs inputs, TimeProvider time)
{
    private readonly ChangeAwareCache<CommittedState> cache = new(database.Engine);
    private volatile CommittedState? latest;

    /// <summary>When this process started. A database that records no change yet is taken as changed then.</summary>
    public DateTimeOffset Started { get; } = Instant.Now(time);

    /// <summary>The current version of the database that figures are read from.</summary>
    /// <param name="isOfReleases">True where the response follows from releases and settings: then no return changes it.</param>
    /// <param name="cancel">Ends the reading.</param>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<ResponseVersion> GetCurrent(bool isOfReleases, CancellationToken cancel)
    {
        var state = (await cache.GetOrRead("", () => ReadState(cancel)))!;
        return isOfReleases
            ? new ResponseVersion(state.Version.ReleasedNumber, GetLastChange(state.Version.ReleasedAt, []))
            : new ResponseVersion(state.Version.Number, GetLastChange(state.Version.ChangedAt, state.DueTimes));
    }

    private async Task<CommittedState?> ReadState(CancellationToken cancel) => latest = await database.ReadForReports(async reading =>
    {
        var version = await DataVersion.Read(reading);
        return latest is { } before && before.Version.Number == version.Number
            ? before
            : new CommittedState(version, await inputs.DueTimes(reading));
    }, cancel);

    // Never later than now: a clock that was set back may lie before the last commit.
    private DateTimeOffset GetLastChange(DateTimeOffset? committedAt, IReadOnlyList<TimeOnly> dueTimes)
    {
        var now = Instant.Now(time);
        var today = London.DayOf(now);
        var changed = Max(London.StartOf(today), committedAt ?? Started);
        foreach (var dueTime in dueTimes)
            if (London.At(today, dueTime) is var due && due <= now) changed = Max(changed, due);
        return changed < now ? changed : now;
    }

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record CommittedState(DataVersion Version, IReadOnlyList<TimeOnly> DueTimes);
}
