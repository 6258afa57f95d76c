using Microsoft.Extensions.Time.Testing;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

public sealed class LondonTests
{
    [Test]
    public void Half_past_eleven_at_night_UTC_in_summer_is_the_next_day() =>
        Assert.That(London.DayOf(Utc(2026, 7, 1, 23, 30)), Is.EqualTo(new DateOnly(2026, 7, 2)));

    [Test]
    public void Half_past_eleven_at_night_UTC_in_winter_is_the_same_day() =>
        Assert.That(London.DayOf(Utc(2026, 1, 15, 23, 30)), Is.EqualTo(new DateOnly(2026, 1, 15)));

    [Test]
    public void An_instant_given_with_another_offset_is_the_same_instant() =>
        Assert.That(London.DayOf(new(2026, 7, 2, 8, 0, 0, TimeSpan.FromHours(10))), Is.EqualTo(new DateOnly(2026, 7, 1)));

    [Test]
    public void The_day_the_clocks_go_forward_starts_in_winter_time_and_lasts_23_hours()
    {
        var day = new DateOnly(2026, 3, 29);

        Assert.That(London.StartOf(day), Is.EqualTo(Utc(2026, 3, 29, 0, 0)));
        Assert.That(London.StartOf(day.AddDays(1)), Is.EqualTo(Utc(2026, 3, 29, 23, 0)));
    }

    [Test]
    public void The_day_the_clocks_go_back_starts_in_summer_time_and_lasts_25_hours()
    {
        var day = new DateOnly(2026, 10, 25);

        Assert.That(London.StartOf(day), Is.EqualTo(Utc(2026, 10, 24, 23, 0)));
        Assert.That(London.StartOf(day.AddDays(1)), Is.EqualTo(Utc(2026, 10, 26, 0, 0)));
    }

    [Test]
    public void The_start_of_a_day_is_told_in_UTC() =>
        Assert.That(London.StartOf(new(2026, 7, 1)).Offset, Is.EqualTo(TimeSpan.Zero));

    [Test]
    public void The_start_is_the_first_instant_of_its_day_on_every_day_of_the_calendar()
    {
        for (var day = WorkingDayCalendar.FirstDay; day <= WorkingDayCalendar.LastDay; day = day.AddDays(1))
        {
            var start = London.StartOf(day);
            Assert.That(London.DayOf(start), Is.EqualTo(day));
            Assert.That(London.DayOf(start.AddTicks(-1)), Is.EqualTo(day.AddDays(-1)));
        }
    }

    [Test]
    public void No_day_or_instant_is_too_early_or_too_late()
    {
        for (var day = DateOnly.MinValue; day < DateOnly.MaxValue; day = day.AddDays(1))
            _ = London.StartOf(day);

        Assert.That(() => London.StartOf(DateOnly.MaxValue), Throws.Nothing);
        Assert.That(() => London.DayOf(DateTimeOffset.MinValue), Throws.Nothing);
        Assert.That(() => London.DayOf(DateTimeOffset.MaxValue), Throws.Nothing);
    }

    [Test]
    public void Today_is_the_day_in_London_and_not_in_UTC() =>
        Assert.That(London.Today(new FakeTimeProvider(Utc(2026, 7, 1, 23, 30))), Is.EqualTo(new DateOnly(2026, 7, 2)));

    private static DateTimeOffset Utc(int year, int month, int day, int hour, int minute) =>
        new(year, month, day, hour, minute, 0, TimeSpan.Zero);
}
