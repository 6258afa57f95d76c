using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

public class IntervalTests
{
    [TestCase("day", "2026-10-31", "2026-10-31 2026-10-31..2026-10-31")]
    [TestCase("week", "2026-01-01", "2026-W01 2025-12-29..2026-01-04")]
    [TestCase("week", "2027-01-01", "2026-W53 2026-12-28..2027-01-03")]
    [TestCase("month", "2024-02-29", "2024-02 2024-02-01..2024-02-29")]
    [TestCase("quarter", "2026-12-31", "2026-Q4 2026-10-01..2026-12-31")]
    [TestCase("year", "2026-07-01", "2026 2026-01-01..2026-12-31")]
    [TestCase("financial-year", "2026-03-31", "2025/26 2025-04-01..2026-03-31")]
    [TestCase("financial-year", "2026-04-01", "2026/27 2026-04-01..2027-03-31")]
    [TestCase("financial-year", "1999-12-31", "1999/00 1999-04-01..2000-03-31")]
    [TestCase("academic-year", "2026-08-31", "2025/26 2025-09-01..2026-08-31")]
    [TestCase("academic-year", "2026-09-01", "2026/27 2026-09-01..2027-08-31")]
    [TestCase("rolling-12-months", "2026-10-15", "2025-11/2026-10 2025-11-01..2026-10-31")]
    [TestCase("rolling-12-months", "2024-02-29", "2023-03/2024-02 2023-03-01..2024-02-29")]
    [TestCase("to-date", "2026-10-15", "2026-04/2026-10 2026-04-01..2026-10-31")]
    [TestCase("to-date", "2026-03-31", "2025-04/2026-03 2025-04-01..2026-03-31")]
    [TestCase("to-date", "2026-04-01", "2026-04/2026-04 2026-04-01..2026-04-30")]
    public void A_day_lies_in_its_interval(string name, string day, string expected)
    {
        var date = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var interval = Interval.Find(name)!;

        var (label, days) = interval.Split(new Period(date, date)).Single();

        Assert.That($"{label} {days.From:yyyy-MM-dd}..{days.To:yyyy-MM-dd}", Is.EqualTo(expected));
        Assert.That(interval.GetPeriodContaining(date), Is.EqualTo(days));
    }

    [TestCaseSource(nameof(FollowingOneAnother))]
    public void Intervals_follow_one_another_without_a_gap(string name)
    {
        var ofThreeYears = Interval.Find(name)!.Split(new Period(new DateOnly(2023, 5, 17), new DateOnly(2026, 5, 17))).ToList();

        Assert.That(
            ofThreeYears.Zip(ofThreeYears.Skip(1), (one, other) => other.Days.From.DayNumber - one.Days.To.DayNumber),
            Is.All.EqualTo(1));
        Assert.That(ofThreeYears.Select(interval => interval.Label), Is.Unique);
    }

    [TestCase("rolling-12-months")]
    [TestCase("to-date")]
    public void Of_those_that_overlap_there_is_one_for_each_month(string name)
    {
        var ofThreeYears = Interval.Find(name)!.Split(new Period(new DateOnly(2023, 5, 17), new DateOnly(2026, 5, 17))).ToList();

        Assert.That(ofThreeYears, Has.Count.EqualTo(37));
        Assert.That(
            ofThreeYears.Zip(
                ofThreeYears.Skip(1),
                (one, other) => Period.MonthOf(one.Days.To).AddMonths(1) == Period.MonthOf(other.Days.To)),
            Is.All.True);
    }

    private static IEnumerable<string> FollowingOneAnother() =>
        Interval.All.Where(interval => !interval.Overlaps).Select(interval => interval.Name);
}
