using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Releases.Timetable;

namespace SafeguardingMetrics.Tests.Releases;

public sealed class ReleaseDaysTests
{
    [TestCase("2026-10-31", 15, "2026-11-15 2027-02-15 2027-07-15")]
    [TestCase("2026-10-31", 5, "2026-11-05 2027-02-05 2027-07-05")]
    [TestCase("2027-03-31", 15, "2027-04-15 2027-07-15")]
    [TestCase("2026-12-31", 30, "2027-01-30 2027-04-30 2027-07-30")]
    public void An_interval_is_released_when_settled_three_months_later_and_after_its_year(string lastDay, int settled, string days) =>
        Assert.That(
            string.Join(' ', ReleaseDays.List(Day(lastDay), settled).Select(day => $"{day:yyyy-MM-dd}")), Is.EqualTo(days));

    [TestCase("2026-11-01", "2026-11-15", "2026-12-05", Description = "known when settled")]
    [TestCase("2026-11-22", "2026-11-23", "2026-12-13", Description = "known afterwards: the day after the first return")]
    public void A_first_release_waits_twenty_days_at_most(string knownSince, string from, string to) =>
        Assert.That(ReleaseDays.GetFirst(Day("2026-11-15"), Day(knownSince)), Is.EqualTo(new Period(Day(from), Day(to))));

    [TestCase(1, "2026-11-15", "2027-02-15")]
    [TestCase(1, "2026-11-22", "2027-02-15", Description = "a release that waited does not move the next")]
    [TestCase(2, "2027-02-15", "2027-07-15")]
    [TestCase(3, "2027-07-15", null)]
    [TestCase(1, "2028-05-10", "2028-08-10", Description = "what was sent long afterwards is corrected once more")]
    public void The_next_release_keeps_its_day(int made, string last, string? next) =>
        Assert.That(
            ReleaseDays.FindNext(ReleaseDays.List(Day("2026-10-31"), 15), made, Day(last)), Is.EqualTo(next is null ? null : Day(next)));

    [Test]
    public void Every_indicator_says_after_how_many_days_it_is_settled_within_three_months() =>
        Assert.That(
            IndicatorCatalogue.All.ToLookup(indicator => indicator.SettledAfterDays, indicator => indicator.Code)[30],
            Is.EqualTo(new[] { "visits-checked-by-manager", "visit-lateness", "strategy-meeting-delay", "notification-delay" }));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
