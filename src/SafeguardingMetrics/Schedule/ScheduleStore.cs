using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>Sets what is owed. What had been set ends, and stays to be read.</summary>
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

    /// <summary>True where nothing was ever set.</summary>
    public static async Task<bool> IsEmpty(UnitOfWork work) => await work.Count(Entries) == 0;

    /// <summary>
    /// From the entry's day on this holds, whatever had been set for that day and later ones. What is so already is not set again, and where nothing is
    /// expected before, an entry that expects nothing is not kept.
    /// </summary>
    public static async Task Set(UnitOfWork work, ScheduleEntry entry)
    {
        var known = (await ScheduleReader.ListSchedules(work, entry.Dataset, entry.Agency, null)).SelectMany(one => one.Schedule.Entries).Select(one => one.Entry).ToList();
        var replaced = known.Where(one => one.ValidFrom >= entry.ValidFrom).ToList();
        if (replaced is [var same] && same.HasSameTerms(entry)) return;
        if (replaced.Count > 0) await work.Execute(End, new { entry.Dataset, entry.Agency, entry.ValidFrom, At = entry.BeganAt, entry.SetByKey });
        if (!entry.IsExpected && known.LastOrDefault(one => one.ValidFrom < entry.ValidFrom) is not { IsExpected: true }) return;
        await work.Execute(Begin, new { EntryId = Guid.CreateVersion7().ToString(), entry.Dataset, entry.Agency, entry.ValidFrom, entry.Frequency, entry.DueDays, entry.DueTime, entry.SetByKey, entry.BeganAt });
    }
}
