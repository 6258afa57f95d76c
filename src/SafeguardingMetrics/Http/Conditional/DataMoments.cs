using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Says which moment it is. Nothing is believed without asking the database, since other instances and commands write to it too; but where the engine can tell by
/// itself that nobody has committed anything, it is not asked twice.
/// </summary>
internal sealed class DataMoments(Database database, ConditionalInputs inputs, TimeProvider time)
{
    private readonly WhileUnchanged<Known> read = new(database.Engine);
    private volatile Known? latest;

    /// <summary>Since when this process has been there: before the first change that was noted, nothing is known of when there was one.</summary>
    public DateTimeOffset Started { get; } = Instant.Now(time);

    /// <summary>The present moment, of the database that figures are read from.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<DataMoment> Now(CancellationToken cancel)
    {
        var known = await read.Get("", () => Read(cancel));
        return new DataMoment(known!.Version.Number, At(known));
    }

    private async Task<Known?> Read(CancellationToken cancel) => latest = await database.Report(async reading =>
    {
        var version = await DataVersion.Of(reading);
        return latest is { } before && before.Version.Number == version.Number ? before : new Known(version, await inputs.DueTimes(reading));
    }, cancel);

    // A clock that was set back has not come to the last change yet: then it is now.
    private DateTimeOffset At(Known present)
    {
        var now = Instant.Now(time);
        var today = London.DayOf(now);
        var changed = Later(London.StartOf(today), present.Version.ChangedAt ?? Started);
        foreach (var dueTime in present.DueTimes)
            if (London.At(today, dueTime) is var due && due <= now) changed = Later(changed, due);
        return changed < now ? changed : now;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Known(DataVersion Version, IReadOnlyList<TimeOnly> DueTimes);
}
