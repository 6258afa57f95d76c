using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Datasets.Calendar;

public sealed class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar _england = WorkingDayCalendar.England;

    [Test]
    public void The_same_day_is_no_working_days_even_at_the_weekend()
    {
        Assert.That(_england.WorkingDays(new DateOnly(2025, 3, 5), new DateOnly(2025, 3, 5)), Is.Zero);
        Assert.That(_england.WorkingDays(new DateOnly(2025, 3, 8), new DateOnly(2025, 3, 8)), Is.Zero);
    }

    [Test]
    public void With_further_bank_holidays_it_is_another_calendar_and_the_first_stays_as_it_was()
    {
        var holiday = new DateOnly(2025, 3, 5);
        var with = _england.With([holiday]);

        Assert.That((with.IsWorkingDay(holiday), _england.IsWorkingDay(holiday)), Is.EqualTo((false, true)));
        Assert.That(with.WorkingDays(new DateOnly(2025, 3, 3), new DateOnly(2025, 3, 7)), Is.EqualTo(3));
        Assert.That(with.AddWorkingDays(new DateOnly(2025, 3, 4), 1), Is.EqualTo(new DateOnly(2025, 3, 6)));
        Assert.That(with.With([holiday]), Is.SameAs(with));
        Assert.That(_england.With([new DateOnly(2025, 12, 25)]), Is.SameAs(_england), "Christmas is known");
        Assert.That(() => _england.With([new DateOnly(2101, 1, 4)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void From_Friday_to_Monday_is_one_working_day() =>
        Assert.That(_england.WorkingDays(new DateOnly(2025, 3, 7), new DateOnly(2025, 3, 10)), Is.EqualTo(1));

    [Test]
    public void Across_Christmas_2025_neither_the_bank_holidays_nor_the_weekend_count()
    {
        // Wednesday 24 December; Thursday and Friday are bank holidays; Monday 29, Tuesday 30, Wednesday 31; Thursday
        // 1 January is a bank holiday; Friday 2.
        var eve = new DateOnly(2025, 12, 24);

        Assert.That(_england.WorkingDays(eve, new DateOnly(2025, 12, 28)), Is.Zero);
        Assert.That(_england.WorkingDays(eve, new DateOnly(2025, 12, 29)), Is.EqualTo(1));
        Assert.That(_england.WorkingDays(eve, new DateOnly(2026, 1, 1)), Is.EqualTo(3));
        Assert.That(_england.WorkingDays(eve, new DateOnly(2026, 1, 2)), Is.EqualTo(4));
    }

    [Test]
    public void Backwards_the_count_is_the_same_and_negative() =>
        Assert.That(_england.WorkingDays(new DateOnly(2026, 1, 2), new DateOnly(2025, 12, 24)), Is.EqualTo(-4));

    [Test]
    public void When_either_day_is_not_known_neither_are_the_working_days()
    {
        DateOnly? day = new DateOnly(2025, 3, 7);

        Assert.That(_england.WorkingDays(null, day), Is.Null);
        Assert.That(_england.WorkingDays(day, null), Is.Null);
        Assert.That(_england.WorkingDays(null, null), Is.Null);
        Assert.That(_england.WorkingDays(day, new DateOnly(2025, 3, 10)), Is.EqualTo(1));
    }

    [Test]
    public void The_running_number_starts_with_the_first_working_day()
    {
        Assert.That(_england.WorkingDayNumber(new(1989, 12, 31)), Is.Zero);
        Assert.That(_england.WorkingDayNumber(new(1990, 1, 1)), Is.Zero, "New Year's Day, a Monday");
        Assert.That(_england.WorkingDayNumber(new(1990, 1, 2)), Is.EqualTo(1));
    }

    [Test]
    public void The_running_number_agrees_with_counting_day_by_day()
    {
        var random = new Random(20260401);
        var days = WorkingDayCalendar.LastDay.DayNumber - WorkingDayCalendar.FirstDay.DayNumber;
        for (var range = 0; range < 500; range++)
        {
            // Ranges start up to a year before the calendar and end up to four years later, so some cross its ends.
            var from = WorkingDayCalendar.FirstDay.AddDays(random.Next(-365, days + 365));
            var to = from.AddDays(random.Next(0, 1500));

            var counted = 0;
            for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
                counted += _england.IsWorkingDay(day) ? 1 : 0;

            Assert.That(_england.WorkingDayNumber(to) - _england.WorkingDayNumber(from), Is.EqualTo(counted), $"{from:O} to {to:O}");
            Assert.That(_england.WorkingDays(from, to), Is.EqualTo(counted), $"{from:O} to {to:O}");
            Assert.That(_england.WorkingDays(to, from), Is.EqualTo(-counted), $"{to:O} to {from:O}");
        }
    }

    [Test]
    public void Outside_the_known_years_Mondays_to_Fridays_count()
    {
        Assert.That(_england.IsWorkingDay(new(1989, 12, 25)), Is.True, "Christmas Day, a Monday, before the calendar");
        Assert.That(_england.IsWorkingDay(new(2101, 1, 3)), Is.True, "the substitute of New Year's Day, a Monday, after it");
        Assert.That(_england.IsWorkingDay(new(1989, 12, 31)), Is.False, "a Sunday");
        Assert.That(_england.IsWorkingDay(new(2101, 1, 8)), Is.False, "a Saturday");
    }

    [Test]
    public void Counts_go_on_across_both_ends_of_the_calendar()
    {
        // Friday 29 December 1989; Monday 1 January is a bank holiday; Tuesday 2 January.
        Assert.That(_england.WorkingDays(new DateOnly(1989, 12, 28), new DateOnly(1990, 1, 2)), Is.EqualTo(2));
        // Friday 31 December 2100; Monday 3 January, of which nothing is known; Tuesday 4 January.
        Assert.That(_england.WorkingDays(new DateOnly(2100, 12, 30), new DateOnly(2101, 1, 4)), Is.EqualTo(3));
    }

    [Test]
    public void No_day_is_too_early_or_too_late()
    {
        var working = WorkingDayCalendar.Weekdays(DateOnly.MinValue.AddDays(1), DateOnly.MaxValue) - BankHolidays();

        Assert.That(_england.WorkingDays(DateOnly.MinValue, DateOnly.MaxValue), Is.EqualTo(working));
        Assert.That(_england.WorkingDays(DateOnly.MaxValue, DateOnly.MinValue), Is.EqualTo(-working));
        Assert.That(_england.IsWorkingDay(DateOnly.MinValue), Is.True, "a Monday");
        Assert.That(_england.IsWorkingDay(DateOnly.MaxValue), Is.True, "a Friday");
        Assert.That(_england.AddWorkingDays(DateOnly.MinValue, working), Is.EqualTo(DateOnly.MaxValue));
    }

    [Test]
    public void Adding_working_days_passes_over_weekends_and_bank_holidays()
    {
        Assert.That(_england.AddWorkingDays(new(2025, 12, 24), 1), Is.EqualTo(new DateOnly(2025, 12, 29)));
        Assert.That(_england.AddWorkingDays(new(2025, 12, 24), 4), Is.EqualTo(new DateOnly(2026, 1, 2)));
        Assert.That(_england.AddWorkingDays(new(2025, 3, 8), 1), Is.EqualTo(new DateOnly(2025, 3, 10)));
    }

    [Test]
    public void Adding_no_working_days_stays_even_at_the_weekend() =>
        Assert.That(_england.AddWorkingDays(new(2025, 3, 8), 0), Is.EqualTo(new DateOnly(2025, 3, 8)));

    [Test]
    public void The_day_reached_is_a_working_day_just_so_many_away()
    {
        var random = new Random(45);
        for (var time = 0; time < 2000; time++)
        {
            var day = new DateOnly(1980, 1, 1).AddDays(random.Next(0, 25_000));
            var workingDays = random.Next(1, 6000);

            var reached = _england.AddWorkingDays(day, workingDays);

            Assert.That(_england.WorkingDays(day, reached), Is.EqualTo(workingDays), $"{day:O} + {workingDays}");
            Assert.That(_england.IsWorkingDay(reached), Is.True, $"{day:O} + {workingDays}");
        }
    }

    [Test]
    public void Adding_more_working_days_than_there_are_stops_at_the_last_day() =>
        Assert.That(_england.AddWorkingDays(new(2025, 3, 7), int.MaxValue), Is.EqualTo(DateOnly.MaxValue));

    [Test]
    public void Working_days_are_not_taken_away() =>
        Assert.That(() => _england.AddWorkingDays(new(2025, 3, 7), -1), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Weekdays_count_both_ends_and_bank_holidays()
    {
        Assert.That(WorkingDayCalendar.Weekdays(new(2025, 12, 22), new(2025, 12, 28)), Is.EqualTo(5));
        Assert.That(WorkingDayCalendar.Weekdays(new(2025, 12, 25), new(2025, 12, 25)), Is.EqualTo(1));
        Assert.That(WorkingDayCalendar.Weekdays(new(2025, 12, 27), new(2025, 12, 28)), Is.Zero);
        Assert.That(WorkingDayCalendar.Weekdays(new(2025, 12, 26), new(2025, 12, 22)), Is.Zero, "backwards there are none");
    }

    [Test]
    public void Weekdays_agree_with_counting_day_by_day()
    {
        var from = new DateOnly(2024, 2, 20);
        for (var start = from; start < from.AddDays(14); start = start.AddDays(1))
        {
            var counted = 0;
            for (var day = start; day < start.AddDays(40); day = day.AddDays(1))
            {
                counted += day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? 0 : 1;
                Assert.That(WorkingDayCalendar.Weekdays(start, day), Is.EqualTo(counted), $"{start:O} to {day:O}");
            }
        }
    }

    [Test]
    public void The_days_of_the_table_are_every_day_in_order_with_its_number()
    {
        var days = _england.Days().ToList();

        Assert.That(days[0], Is.EqualTo(new CalendarDay { Day = new(1990, 1, 1), IsWorkingDay = false, WorkingDayNumber = 0 }));
        Assert.That(days[^1].Day, Is.EqualTo(new DateOnly(2100, 12, 31)));
        Assert.That(days.Zip(days.Skip(1)), Has.All.Matches<(CalendarDay Before, CalendarDay After)>(pair =>
            pair.After.Day == pair.Before.Day.AddDays(1)
            && pair.After.WorkingDayNumber - pair.Before.WorkingDayNumber == (pair.After.IsWorkingDay ? 1 : 0)));
    }

    [Test]
    public void A_calendar_of_its_own_bank_holidays_knows_no_others()
    {
        var calendar = new WorkingDayCalendar([new(2025, 3, 5)]);

        Assert.That(calendar.IsWorkingDay(new(2025, 3, 5)), Is.False);
        Assert.That(calendar.IsWorkingDay(new(2025, 12, 25)), Is.True);
    }

    [Test]
    public void A_bank_holiday_outside_the_calendar_is_refused() =>
        Assert.That(() => new WorkingDayCalendar([new(2101, 1, 3)]), Throws.InstanceOf<ArgumentOutOfRangeException>());

    private static int BankHolidays() =>
        WorkingDayCalendar.Weekdays(
            WorkingDayCalendar.FirstDay, WorkingDayCalendar.LastDay) - _england.WorkingDayNumber(WorkingDayCalendar.LastDay);
}
