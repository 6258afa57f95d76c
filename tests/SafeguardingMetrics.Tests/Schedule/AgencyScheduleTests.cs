using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Tests.Schedule;

public sealed class AgencyScheduleTests
{
    [Test]
    public void Each_frequency_owes_its_whole_intervals_that_end_on_the_days()
    {
        Assert.That(
            Owed("2026-11-14", "2026-11-16", Entry("2026-01-01", "day")),
            Is.EqualTo(new[] { "2026-11-14", "2026-11-15", "2026-11-16" }));
        Assert.That(
            Owed("2026-11-14", "2026-11-22", Entry("2026-01-01", "week")),
            Is.EqualTo(new[] { "2026-11-09/2026-11-15", "2026-11-16/2026-11-22" }));
        Assert.That(Owed("2026-10-31", "2026-11-29", Entry("2026-01-01", "month")), Is.EqualTo(new[] { "2026-10-01/2026-10-31" }));
        Assert.That(
            Owed("2026-01-01", "2026-11-30", Entry("2026-01-01", "quarter")),
            Is.EqualTo(new[] { "2026-01-01/2026-03-31", "2026-04-01/2026-06-30", "2026-07-01/2026-09-30" }));
        Assert.That(Owed("2026-01-01", "2026-11-30", Entry("2026-01-01", "none")), Is.Empty);
    }

    [Test]
    public void A_period_is_owed_under_what_is_in_force_on_its_last_day_and_not_for_days_before_anything_was_expected()
    {
        Assert.That(Owed("2026-11-01", "2026-11-30", Entry("2026-11-11", "week"), Entry("2026-11-25", "day")), Is.EqualTo(new[]
        {
            "2026-11-11/2026-11-15", "2026-11-16/2026-11-22", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29",
            "2026-11-30",
        }));
        Assert.That(
            Owed("2026-11-01", "2026-11-30", Entry("2026-10-01", "week"), Entry("2026-11-04", "none"), Entry("2026-11-26", "month")),
            Is.EqualTo(new[] { "2026-10-26/2026-11-01", "2026-11-26/2026-11-30" }));
        Assert.That(
            Owed("2026-11-01", "2026-11-30", Entry("2026-10-01", "day"), Entry("2026-11-02", "month")),
            Is.EqualTo(new[] { "2026-11-01", "2026-11-01/2026-11-30" }));
    }

    [Test]
    public void Expected_on_days_is_what_is_in_force_on_one_of_them()
    {
        var schedule = new AgencySchedule([Entry("2026-11-10", "none"), Entry("2026-11-02", "week")]);

        Assert.That(schedule.IsExpectedIn(Days("2026-10-01", "2026-11-01")), Is.False);
        Assert.That(schedule.IsExpectedIn(Days("2026-10-01", "2026-11-02")), Is.True);
        Assert.That(schedule.IsExpectedIn(Days("2026-11-09", "2026-12-01")), Is.True);
        Assert.That(schedule.IsExpectedIn(Days("2026-11-10", "2026-12-01")), Is.False);
    }

    // Clocks go forward on 29 March 2026 at 01:00 and back on 25 October 2026 at 02:00.
    [TestCase("2026-03-28", 0, "23:59", "2026-03-28T23:59Z")]
    [TestCase("2026-03-28", 1, "00:59", "2026-03-29T00:59Z")]
    [TestCase("2026-03-28", 1, "01:00", "2026-03-29T01:00Z")]
    [TestCase("2026-03-28", 1, "01:30", "2026-03-29T01:30Z")]
    [TestCase("2026-03-28", 1, "02:00", "2026-03-29T01:00Z")]
    [TestCase("2026-03-28", 1, "12:00", "2026-03-29T11:00Z")]
    [TestCase("2026-10-24", 0, "12:00", "2026-10-24T11:00Z")]
    [TestCase("2026-10-24", 1, "00:59", "2026-10-24T23:59Z")]
    [TestCase("2026-10-24", 1, "01:00", "2026-10-25T01:00Z")]
    [TestCase("2026-10-24", 1, "01:59", "2026-10-25T01:59Z")]
    [TestCase("2026-10-24", 1, "02:00", "2026-10-25T02:00Z")]
    [TestCase("2026-10-24", 1, "12:00", "2026-10-25T12:00Z")]
    public void Due_is_by_the_clock_in_London(string lastDay, int dueDays, string dueTime, string at)
    {
        var entry = Entry("2026-01-01", "day") with { DueDays = dueDays, DueTime = dueTime };

        Assert.That($"{entry.GetDueAt(Days(lastDay, lastDay)).UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}", Is.EqualTo(at));
    }

    [Test]
    public void A_snapshot_has_come_with_one_day_an_activity_with_every_day_and_attendance_with_every_working_day()
    {
        var week = Days("2026-11-16", "2026-11-22");
        bool HasCome(string dataset, params Period[] held) =>
            ReturnArrival.HasArrived(DatasetCatalogue.Find(dataset)!, week, held, WorkingDayCalendar.England);

        Assert.That(HasCome("workforce-posts", Days("2026-11-18", "2026-11-18")), Is.True);
        Assert.That(HasCome("workforce-posts", Days("2026-11-15", "2026-11-15"), Days("2026-11-23", "2026-11-23")), Is.False);
        Assert.That(HasCome("statutory-visits", Days("2026-11-01", "2026-11-18"), Days("2026-11-19", "2026-11-30")), Is.True);
        Assert.That(HasCome("statutory-visits", Days("2026-11-01", "2026-11-18"), Days("2026-11-20", "2026-11-30")), Is.False);
        Assert.That(HasCome("statutory-visits", Days("2026-11-16", "2026-11-20")), Is.False);
        Assert.That(HasCome("school-attendance", Days("2026-11-16", "2026-11-20")), Is.True);
        Assert.That(HasCome("school-attendance", Days("2026-11-16", "2026-11-19")), Is.False);
    }

    [Test]
    public void A_bank_holiday_that_was_added_is_no_day_that_attendance_has_to_come_for()
    {
        var holiday = WorkingDayCalendar.England.With([new DateOnly(2026, 11, 20)]);
        bool HasCome(WorkingDayCalendar calendar) => ReturnArrival.HasArrived(
            DatasetCatalogue.Find("school-attendance")!, Days("2026-11-16", "2026-11-22"), [Days("2026-11-16", "2026-11-19")], calendar);

        Assert.That((HasCome(WorkingDayCalendar.England), HasCome(holiday)), Is.EqualTo((false, true)));
    }

    private static IEnumerable<string> Owed(string from, string to, params ScheduleEntry[] entries) =>
        new AgencySchedule(entries).ListDueIn(Days(from, to)).Select(due => due.Days.ToString());

    private static Period Days(
        string from,
        string to) => new(
            DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture));

    private static ScheduleEntry Entry(string from, string frequency) => new()
    {
        Dataset = "statutory-visits",
        Agency = "EXA-CSC",
        ValidFrom = Days(from, from).From,
        Frequency = frequency,
        DueDays = 0,
        DueTime = "23:59",
        SetByKey = null,
        BeganAt = default,
    };
}
