using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

/// <summary>The days of <c>db/reference/bank-holidays.csv</c>, computed a second time by other means.</summary>
public sealed class BankHolidayTests
{
    /// <summary>
    /// The Prayer Book's table for 1900 to 2199: the paschal full moon, as month times 100 plus day, by golden number.
    /// Easter is the Sunday after it.
    /// </summary>
    private static readonly int[] _paschalFullMoons =
        [414, 403, 323, 411, 331, 418, 408, 328, 416, 405, 325, 413, 402, 322, 410, 330, 417, 407, 327];

    private static readonly Dictionary<DateOnly, string> _listed = Read();

    [Test]
    public void Every_bank_holiday_is_the_one_computed_and_none_is_missing() =>
        Assert.That(_listed.Keys, Is.EqualTo(Enumerable.Range(1990, 111).SelectMany(Computed).Order()));

    [Test]
    public void No_bank_holiday_is_at_the_weekend() =>
        Assert.That(_listed.Keys.Select(day => day.DayOfWeek), Has.None.EqualTo(DayOfWeek.Saturday).And.None.EqualTo(DayOfWeek.Sunday));

    [Test]
    public void A_year_has_eight_bank_holidays_unless_one_was_proclaimed()
    {
        var extra = new Dictionary<int, int> { [1999] = 1, [2002] = 1, [2011] = 1, [2012] = 1, [2022] = 2, [2023] = 1 };

        var perYear = _listed.Keys.CountBy(day => day.Year);

        Assert.That(
            perYear,
            Is.EqualTo(Enumerable.Range(1990, 111).Select(year => KeyValuePair.Create(year, 8 + extra.GetValueOrDefault(year)))));
    }

    [TestCase("1995-05-08", "Early May bank holiday (VE Day)")]
    [TestCase("1999-12-31", "Millennium bank holiday")]
    [TestCase("2002-06-03", "Golden Jubilee bank holiday")]
    [TestCase("2002-06-04", "Spring bank holiday")]
    [TestCase("2011-04-29", "Bank holiday for the royal wedding")]
    [TestCase("2012-06-04", "Spring bank holiday")]
    [TestCase("2012-06-05", "Diamond Jubilee bank holiday")]
    [TestCase("2016-12-26", "Boxing Day")]
    [TestCase("2016-12-27", "Christmas Day (substitute day)")]
    [TestCase("2017-01-02", "New Year's Day (substitute day)")]
    [TestCase("2020-05-08", "Early May bank holiday (VE Day)")]
    [TestCase("2020-12-28", "Boxing Day (substitute day)")]
    [TestCase("2021-12-27", "Christmas Day (substitute day)")]
    [TestCase("2021-12-28", "Boxing Day (substitute day)")]
    [TestCase("2022-01-03", "New Year's Day (substitute day)")]
    [TestCase("2022-06-02", "Spring bank holiday")]
    [TestCase("2022-06-03", "Platinum Jubilee bank holiday")]
    [TestCase("2022-09-19", "Bank holiday for the State Funeral of Queen Elizabeth II")]
    [TestCase("2022-12-26", "Boxing Day")]
    [TestCase("2022-12-27", "Christmas Day (substitute day)")]
    [TestCase("2023-05-08", "Bank holiday for the coronation of King Charles III")]
    [TestCase("2024-03-29", "Good Friday")]
    [TestCase("2025-04-21", "Easter Monday")]
    [TestCase("2026-12-28", "Boxing Day (substitute day)")]
    [TestCase("2027-12-27", "Christmas Day (substitute day)")]
    [TestCase("2027-12-28", "Boxing Day (substitute day)")]
    [TestCase("2041-04-19", "Good Friday")]
    [TestCase("2041-04-22", "Easter Monday")]
    [TestCase("2044-01-01", "New Year's Day")]
    [TestCase("2044-12-26", "Boxing Day")]
    [TestCase("2044-12-27", "Christmas Day (substitute day)")]
    [TestCase("2057-05-07", "Early May bank holiday")]
    [TestCase("2076-04-17", "Good Friday")]
    [TestCase("2100-05-31", "Spring bank holiday")]
    [TestCase("2100-08-30", "Summer bank holiday")]
    [TestCase("2100-12-28", "Boxing Day (substitute day)")]
    public void It_is_listed_on_the_day_it_is_observed(string day, string name) =>
        Assert.That(_listed[Day(day)], Is.EqualTo(name));

    [TestCase("1995-05-01")]
    [TestCase("2002-05-27")]
    [TestCase("2012-05-28")]
    [TestCase("2020-05-04")]
    [TestCase("2022-05-30")]
    public void The_day_a_bank_holiday_was_moved_from_is_a_working_day(string day) =>
        Assert.That(WorkingDayCalendar.England.IsWorkingDay(Day(day)), Is.True);

    [Test]
    public void England_rests_on_every_bank_holiday_and_works_on_every_other_weekday()
    {
        for (var day = WorkingDayCalendar.FirstDay; day <= WorkingDayCalendar.LastDay; day = day.AddDays(1))
        {
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.That(WorkingDayCalendar.England.IsWorkingDay(day), Is.EqualTo(!weekend && !_listed.ContainsKey(day)), $"{day:O}");
        }
    }

    private static IEnumerable<DateOnly> Computed(int year)
    {
        var easter = Easter(year);
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);

        // A substitute is the first weekday that is not a bank holiday already: New Year's Day moves on by itself, ...
        yield return FirstWeekday(new(year, 1, 1));

        // ... and at Christmas a weekend's one or two days are made up after the 26th, in whichever order they are
        // named.
        var christmas = new DateOnly(year, 12, 25);
        foreach (var day in Enumerable.Range(0, 7).Select(christmas.AddDays).Where(IsWeekday).Take(2))
            yield return day;

        yield return year is 1995 or 2020 ? new(year, 5, 8) : FirstMonday(new(year, 5, 1));
        yield return year switch
        {
            2002 or 2012 => new(year, 6, 4),
            2022 => new(year, 6, 2),
            _ => FirstMonday(new(year, 5, 25)),
        };
        yield return FirstMonday(new(year, 8, 25));

        DateOnly[] proclaimed = year switch
        {
            1999 => [new(1999, 12, 31)],
            2002 => [new(2002, 6, 3)],
            2011 => [new(2011, 4, 29)],
            2012 => [new(2012, 6, 5)],
            2022 => [new(2022, 6, 3), new(2022, 9, 19)],
            2023 => [new(2023, 5, 8)],
            _ => [],
        };
        foreach (var day in proclaimed)
            yield return day;
    }

    private static DateOnly Easter(int year)
    {
        var fullMoon = _paschalFullMoons[year % 19];
        var day = new DateOnly(year, fullMoon / 100, fullMoon % 100);
        return day.AddDays(7 - (int)day.DayOfWeek);
    }

    private static DateOnly FirstMonday(DateOnly earliest) =>
        Enumerable.Range(0, 7).Select(earliest.AddDays).Single(day => day.DayOfWeek == DayOfWeek.Monday);

    private static DateOnly FirstWeekday(DateOnly earliest) =>
        Enumerable.Range(0, 7).Select(earliest.AddDays).First(IsWeekday);

    private static bool IsWeekday(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);

    private static Dictionary<DateOnly, string> Read()
    {
        using var stream = typeof(WorkingDayCalendar).Assembly.GetManifestResourceStream("db/reference/bank-holidays.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => Day(cells[0]), cells => cells[1]);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
