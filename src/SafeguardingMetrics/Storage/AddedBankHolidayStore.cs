using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Storage;

/// <summary>
/// Reads and writes the bank holidays that administrators added, and makes the calendar that has them. Every session reads
/// them for itself: what one instance of the service writes, each unit of work that begins later counts with, on every
/// instance.
/// </summary>
internal static class AddedBankHolidayStore
{
    private const string Columns = "s.HolidayId, s.Day, s.Name, s.BeganAt, s.AddedBy, s.EndedAt";

    private static readonly Sql InForce = new($"""
        SELECT {Columns}
        FROM AddedBankHoliday s
        WHERE {AsOf.Condition}
        ORDER BY s.Day
        """);

    private static readonly Sql Insert = new("""
        INSERT INTO AddedBankHoliday (HolidayId, Day, Name, BeganAt, AddedBy) VALUES (@HolidayId, @Day, @Name, @BeganAt, @AddedBy)
        """);

    // It never ends before it began, even where the clock was set back.
    private static readonly Sql Ending = new("""
        UPDATE AddedBankHoliday
        SET EndedAt = CASE WHEN BeganAt > @At THEN BeganAt ELSE @At END, EndedBy = @By
        WHERE HolidayId = @HolidayId AND EndedAt IS NULL
        """);

    private static readonly Sql OfDay = new($"""
        SELECT {Columns}
        FROM AddedBankHoliday s
        WHERE s.Day = @Day
        ORDER BY CASE WHEN s.EndedAt IS NULL THEN 0 ELSE 1 END, s.BeganAt DESC
        """);

    private static readonly Sql Close = new("UPDATE Calendar SET IsWorkingDay = 0 WHERE Day = @Day AND IsWorkingDay = 1");
    private static readonly Sql Open = new("UPDATE Calendar SET IsWorkingDay = 1 WHERE Day = @Day AND IsWorkingDay = 0");
    private static readonly Sql Renumber = new("UPDATE Calendar SET WorkingDayNumber = WorkingDayNumber + @Step WHERE Day >= @Day");

    // The calendar that was made last. It never changes, and another takes its place in one write.
    private static volatile CalendarOfDays lastMade = new([], WorkingDayCalendar.England);

    /// <summary>The working days, with the bank holidays that are in force.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="knownAt">The instant of knowledge; null for now.</param>
    public static async Task<WorkingDayCalendar> ReadCalendar(ReadSession reading, DateTimeOffset? knownAt = null)
    {
        DateOnly[] days = [.. (await List(reading, knownAt)).Select(holiday => holiday.Day)];
        if (days.Length == 0) return WorkingDayCalendar.England;
        var made = lastMade;
        if (!made.Days.AsSpan().SequenceEqual(days)) lastMade = made = new(days, WorkingDayCalendar.England.With(days));
        return made.Calendar;
    }

    /// <summary>The bank holidays that are in force, by day.</summary>
    public static Task<IReadOnlyList<AddedBankHoliday>> List(ReadSession reading, DateTimeOffset? knownAt) =>
        reading.QueryOnce<AddedBankHoliday>(InForce, new { KnownAt = knownAt });

    /// <summary>The bank holiday that was last added on a day, ended or not; null for none.</summary>
    public static Task<AddedBankHoliday?> FindLast(ReadSession reading, DateOnly day) =>
        reading.First<AddedBankHoliday>(OfDay, new { Day = day });

    /// <summary>Adds a bank holiday. The day is a working day until now.</summary>
    public static async Task Add(UnitOfWork work, AddedBankHoliday holiday)
    {
        await work.Execute(Insert, new { holiday.HolidayId, holiday.Day, holiday.Name, holiday.BeganAt, holiday.AddedBy });
        await CloseDay(work, holiday.Day);
        await work.Commit();
    }

    /// <summary>Ends a bank holiday: its day is a working day again.</summary>
    public static async Task End(UnitOfWork work, AddedBankHoliday holiday, DateTimeOffset at, string by)
    {
        await work.Execute(Ending, new { holiday.HolidayId, At = at, By = by });
        if (await work.Execute(Open, new { holiday.Day }) > 0) await work.Execute(Renumber, new { holiday.Day, Step = 1 });
        await work.Commit();
    }

    /// <summary>Brings the rows of the calendar, which is that of the library, to the bank holidays that are in force.</summary>
    public static async Task ApplyToCalendar(UnitOfWork work)
    {
        foreach (var holiday in await List(work, null)) await CloseDay(work, holiday.Day);
    }

    private static async Task CloseDay(UnitOfWork work, DateOnly day)
    {
        if (await work.Execute(Close, new { Day = day }) > 0) await work.Execute(Renumber, new { Day = day, Step = -1 });
    }

    private sealed record CalendarOfDays(DateOnly[] Days, WorkingDayCalendar Calendar);
}
