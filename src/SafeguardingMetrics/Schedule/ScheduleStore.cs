using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>
/// Writes the return schedule. A replaced entry is ended, not deleted, so that it can still be read with
/// <c>knownAt</c>.
/// </summary>
internal static class ScheduleStore
{
    private static readonly Sql End = new("""
        UPDATE ReturnScheduleEntry
        SET EndedAt = CASE WHEN BeganAt > @At THEN BeganAt ELSE @At END, EndedByKey = @SetByKey
        WHERE Dataset = @Dataset AND Agency = @Agency AND ValidFrom >= @ValidFrom AND EndedAt IS NULL
        """);

    private static readonly Sql Begin = new("""
        INSERT INTO ReturnScheduleEntry (EntryId, Dataset, Agency, ValidFrom, Frequency, DueDays, DueTime, SetByKey, BeganAt)
        VALUES (@EntryId, @Dataset, @Agency, @ValidFrom, @Frequency, @DueDays, @DueTime, @SetByKey, @BeganAt)
        """);

    private static readonly Sql Entries = new("SELECT COUNT(*) FROM ReturnScheduleEntry");

    /// <summary>True where no schedule entry was ever stored.</summary>
    public static async Task<bool> IsEmpty(UnitOfWork work) => await work.Count(Entries) == 0;

    /// <summary>
    /// Sets an entry, which replaces all entries of its first day and of later days. Nothing is written where the same
    /// entry already exists, or where an entry expects no returns and none were expected before.
    /// </summary>
    public static async Task Set(UnitOfWork work, ScheduleEntry entry)
    {
        var schedules = await ScheduleReader.ListSchedules(work, entry.Dataset, entry.Agency, null);
        var current = schedules.SelectMany(item => item.Schedule.Entries).Select(item => item.Entry).ToList();
        var replaced = current.Where(existing => existing.ValidFrom >= entry.ValidFrom).ToList();
        if (replaced is [var same] && same.HasSameTerms(entry)) return;
        if (replaced.Count > 0)
            await work.Execute(End, new { entry.Dataset, entry.Agency, entry.ValidFrom, At = entry.BeganAt, entry.SetByKey });
        var previous = current.LastOrDefault(existing => existing.ValidFrom < entry.ValidFrom);
        if (!entry.IsExpected && previous is not { IsExpected: true }) return;
        await work.Execute(Begin, new
        {
            EntryId = Guid.CreateVersion7().ToString(),
            entry.Dataset,
            entry.Agency,
            entry.ValidFrom,
            entry.Frequency,
            entry.DueDays,
            entry.DueTime,
            entry.SetByKey,
            entry.BeganAt,
        });
    }
}
