using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Says which moment it is. Nothing is believed without asking the database, since other instances and commands write to it too; but where the engine can tell by
/// itself that nobody has committed anything, it is not asked twice.
/// </summary>
internal sealed class ResponseVersions(Database database, ConditionalInputs inputs, TimeProvider time)
{
    private readonly ChangeAwareCache<CommittedState> read = new(database.Engine);
    private volatile CommittedState? latest;

    /// <summary>Since when this process has been there: before the first change that was noted, nothing is known of when there was one.</summary>
    public DateTimeOffset Started { get; } = Instant.Now(time);

    /// <summary>The present moment, of the database that figures are read from.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<ResponseVersion> GetCurrent(CancellationToken cancel)
    {
        var known = await read.GetOrRead("", () => ReadState(cancel));
        return new ResponseVersion(known!.Version.Number, GetLastChange(known));
    }

    private async Task<CommittedState?> ReadState(CancellationToken cancel) => latest = await database.ReadForReports(async reading =>
    {
        var version = await DataVersion.Read(reading);
        return latest is { } before && before.Version.Number == version.Number ? before : new CommittedState(version, await inputs.DueTimes(reading));
    }, cancel);

    // A clock that was set back has not come to the last change yet: then it is now.
    private DateTimeOffset GetLastChange(CommittedState present)
    {
        var now = Instant.Now(time);
        var today = London.DayOf(now);
        var changed = Max(London.StartOf(today), present.Version.ChangedAt ?? Started);
        foreach (var dueTime in present.DueTimes)
            if (London.At(today, dueTime) is var due && due <= now) changed = Max(changed, due);
        return changed < now ? changed : now;
    }

    private static DateTimeOffset Max(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record CommittedState(DataVersion Version, IReadOnlyList<TimeOnly> DueTimes);
}
