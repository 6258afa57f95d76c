using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.DataQuality.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Hosting.Conditional;

/// <summary>
/// Says which moment it is. Nothing is believed without asking the database, since other instances and commands write to it too; but where the engine can tell by
/// itself that nobody has committed anything, it is not asked twice.
/// </summary>
internal sealed class DataMoments(Database database, TimeProvider time)
{
    private volatile Known? known;

    /// <summary>Since when this process has been there: before the first change that was noted, nothing is known of when there was one.</summary>
    public DateTimeOffset Started { get; } = Instant.Now(time);

    /// <summary>The present moment, of the database that figures are read from.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<DataMoment> Now(CancellationToken cancel)
    {
        // Before the version is read: a commit between the two makes the mark old, not the version.
        var mark = database.Engine.ChangeMark;
        var present = known;
        if (mark is null || present?.Mark != mark) known = present = await Read(mark, present, cancel);
        return new DataMoment(present.Version.Number, At(present));
    }

    private Task<Known> Read(long? mark, Known? before, CancellationToken cancel) => database.Report(async reading =>
    {
        var version = await DataVersion.Of(reading);
        return new Known(mark, version, before?.Version.Number == version.Number ? before.DueTimes : await ScheduleReading.DueTimes(reading));
    }, cancel);

    // A clock that was set back has not come to the last change yet: then it is now.
    private DateTimeOffset At(Known present)
    {
        var now = Instant.Now(time);
        var today = London.DayOf(now);
        var latest = Later(London.StartOf(today), present.Version.ChangedAt ?? Started);
        foreach (var dueTime in present.DueTimes)
            if (London.At(today, dueTime) is var due && due <= now) latest = Later(latest, due);
        return latest < now ? latest : now;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private sealed record Known(long? Mark, DataVersion Version, IReadOnlyList<TimeOnly> DueTimes);
}
