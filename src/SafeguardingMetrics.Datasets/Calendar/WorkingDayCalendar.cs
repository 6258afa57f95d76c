namespace SafeguardingMetrics.Datasets.Calendar;

/// <summary>
/// Working days: Mondays to Fridays that are not bank holidays. A calendar never changes, and threads may share it; with
/// other bank holidays it is another calendar (<see cref="With"/>). Bank holidays are known from <see cref="FirstDay"/>
/// to <see cref="LastDay"/>. Outside these years every Monday to Friday counts as a working day, so no date throws.
/// </summary>
/// <remarks>
/// Each day has a running number of working days; the working days between two days are the difference of the numbers.
/// The database's <c>Calendar</c> table is filled from <see cref="Days"/>, so SQL and C# agree. Source:
/// <c>db/reference/bank-holidays.csv</c> (<see cref="BankHoliday.Listed"/>), which follows the Banking and Financial
/// Dealings Act 1971 and the royal proclamations under it, as published at https://www.gov.uk/bank-holidays, and for the
/// years that are not published yet the Act's rules alone.
/// </remarks>
public sealed class WorkingDayCalendar
{
    private static readonly Lazy<WorkingDayCalendar> _england = new(() => new(BankHoliday.Listed.Select(holiday => holiday.Day)));

    /// <summary>
    /// The running number of each day, from the day before <see cref="FirstDay"/> (0) to <see cref="LastDay"/>.
    /// </summary>
    private readonly int[] _numbers;

    /// <summary>
    /// The inverse of <see cref="_numbers"/>: at index <c>n - 1</c>, the first day whose running number is <c>n</c>.
    /// </summary>
    private readonly DateOnly[] _workingDays;

    private readonly HashSet<DateOnly> _bankHolidays;

    /// <param name="bankHolidays">The days observed as bank holidays, each from <see cref="FirstDay"/> to
    /// <see cref="LastDay"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A bank holiday lies outside the years of the calendar.</exception>
    public WorkingDayCalendar(IEnumerable<DateOnly> bankHolidays)
    {
        _bankHolidays = bankHolidays.ToHashSet();
        foreach (var day in _bankHolidays)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(day, FirstDay, nameof(bankHolidays));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(day, LastDay, nameof(bankHolidays));
        }

        _numbers = new int[LastDay.DayNumber - Eve + 1];
        var workingDays = new List<DateOnly>(_numbers.Length);
        for (var place = 1; place < _numbers.Length; place++)
        {
            var day = DateOnly.FromDayNumber(Eve + place);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_bankHolidays.Contains(day))
                workingDays.Add(day);
            _numbers[place] = workingDays.Count;
        }

        _workingDays = [.. workingDays];
    }

    /// <summary>
    /// The working days of England by the bank holidays that the library knows. The bank holidays of Wales are the same.
    /// </summary>
    public static WorkingDayCalendar England => _england.Value;

    /// <summary>The first day whose bank holidays are known.</summary>
    public static DateOnly FirstDay { get; } = new(1990, 1, 1);

    /// <summary>The last day whose bank holidays are known.</summary>
    public static DateOnly LastDay { get; } = new(2100, 12, 31);

    /// <summary>
    /// The day from which on operators are told that the calendar ends: five years before <see cref="LastDay"/>.
    /// </summary>
    public static DateOnly EndIsNearFrom { get; } = LastDay.AddYears(-5);

    /// <summary>The days whose bank holidays are known, in words: <c>from 1990-01-01 to …</c>.</summary>
    public static string KnownDays { get; } = $"from {FirstDay:yyyy-MM-dd} to {LastDay:yyyy-MM-dd}";

    /// <summary>The <see cref="DateOnly.DayNumber"/> of the day before <see cref="FirstDay"/>.</summary>
    private static int Eve { get; } = FirstDay.DayNumber - 1;

    /// <summary>True where the bank holidays of the day's year are known. Requests name no other days.</summary>
    public static bool Knows(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>This calendar with further bank holidays; itself where it has them all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A bank holiday lies outside the years of the calendar.</exception>
    public WorkingDayCalendar With(IReadOnlyCollection<DateOnly> bankHolidays) =>
        bankHolidays.All(_bankHolidays.Contains) ? this : new(_bankHolidays.Concat(bankHolidays));

    /// <summary>True for a Monday to Friday that is not a known bank holiday.</summary>
    public bool IsWorkingDay(DateOnly day) => NumberOf(day.DayNumber) != NumberOf(day.DayNumber - 1);

    /// <summary>
    /// The number of working days from <see cref="FirstDay"/> up to and including <paramref name="day"/>. The day
    /// before <see cref="FirstDay"/> has number 0; earlier days have negative numbers.
    /// </summary>
    public int WorkingDayNumber(DateOnly day) => NumberOf(day.DayNumber);

    /// <summary>
    /// The number of working days after <paramref name="from"/> up to and including <paramref name="to"/>: 0 for the
    /// same day, 1 for the next working day, negative where <paramref name="to"/> is the earlier day.
    /// </summary>
    public int WorkingDays(DateOnly from, DateOnly to) => NumberOf(to.DayNumber) - NumberOf(from.DayNumber);

    /// <summary>As <see cref="WorkingDays(DateOnly, DateOnly)"/>; null where either day is null.</summary>
    public int? WorkingDays(DateOnly? from, DateOnly? to) =>
        from is { } first && to is { } last ? WorkingDays(first, last) : null;

    /// <summary>
    /// The day that is <paramref name="workingDays"/> working days after <paramref name="day"/>. The result is a
    /// working day, or <paramref name="day"/> itself for 0. The result is at most <see cref="DateOnly.MaxValue"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="workingDays"/> is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly day, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0)
            return day;

        var number = (long)WorkingDayNumber(day) + workingDays;
        if (number >= 1 && number <= _workingDays.Length)
            return _workingDays[number - 1];

        // Outside the known years: the n-th Monday to Friday since 0001-01-01 (day number 0), which is a Monday.
        var weekdays = number < 1
            ? number + WeekdaysBefore(Eve + 1)
            : number - _workingDays.Length + WeekdaysBefore(LastDay.DayNumber + 1);
        var reached = ((weekdays - 1) / 5 * 7) + ((weekdays - 1) % 5);
        return DateOnly.FromDayNumber((int)Math.Min(reached, DateOnly.MaxValue.DayNumber));
    }

    /// <summary>
    /// The number of Mondays to Fridays from <paramref name="from"/> to <paramref name="to"/>, both included, bank
    /// holidays or not; 0 where <paramref name="to"/> is the earlier day.
    /// </summary>
    public static int Weekdays(DateOnly from, DateOnly to) =>
        to < from ? 0 : WeekdaysBefore(to.DayNumber + 1) - WeekdaysBefore(from.DayNumber);

    /// <summary>
    /// Every day from <see cref="FirstDay"/> to <see cref="LastDay"/>, in order, for the database's <c>Calendar</c>
    /// table.
    /// </summary>
    public IEnumerable<CalendarDay> Days()
    {
        for (var day = FirstDay; day <= LastDay; day = day.AddDays(1))
            yield return new() { Day = day, IsWorkingDay = IsWorkingDay(day), WorkingDayNumber = WorkingDayNumber(day) };
    }

    private int NumberOf(int dayNumber)
    {
        // One comparison checks both ends: a day before the first becomes a very large unsigned index.
        var place = dayNumber - Eve;
        return (uint)place < (uint)_numbers.Length ? _numbers[place] : NumberOutside(dayNumber);
    }

    private int NumberOutside(int dayNumber) => dayNumber < Eve
        ? WeekdaysBefore(dayNumber + 1) - WeekdaysBefore(Eve + 1)
        : _workingDays.Length + WeekdaysBefore(dayNumber + 1) - WeekdaysBefore(LastDay.DayNumber + 1);

    /// <summary>
    /// The number of Mondays to Fridays from 0001-01-01 (day number 0, a Monday) to the day before this one.
    /// </summary>
    private static int WeekdaysBefore(int dayNumber) => (dayNumber / 7 * 5) + Math.Min(dayNumber % 7, 5);
}
