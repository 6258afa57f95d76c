using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Simulator;

namespace SafeguardingMetrics.Tests.Schedule;

public sealed class DemonstrationScheduleTests
{
    [Test]
    public void What_Exampleshire_agreed_to_send_it_sends_in_time_but_for_the_late_school()
    {
        var today = new DateOnly(2026, 11, 22);
        var posted = ExampleshireHistory.Returns(today)
            .Select(one => (one.Agency, one.Dataset, one.At, Days: Period.TryParse(one.Period, out var days) ? days : default))
            .ToLookup(one => (one.Agency, one.Dataset));
        var schedules = ExampleshireHistory.Agreed(today).GroupBy(one => (one.Agency, one.Dataset)).ToList();
        var (inTime, late) = (0, new List<ExpectedSubmission>());
        foreach (var agreed in schedules)
        {
            var schedule = new AgencySchedule(agreed.Select(one => new ScheduleEntry
            {
                Dataset = one.Dataset,
                Agency = one.Agency,
                ValidFrom = one.From,
                Frequency = one.Frequency,
                DueDays = one.DueDays,
                DueTime = $"{one.DueTime:HH:mm}",
                SetByKey = null,
                BeganAt = default,
            }));
            foreach (var due in schedule
                .ListDueIn(new Period(agreed.Min(one => one.From), today.AddDays(-1)))
                .Where(due => due.DueAt < London.StartOf(today)))
            {
                if (ReturnArrival.HasArrived(DatasetCatalogue.Find(due.Dataset)!, due.Days, [
                    .. posted[agreed.Key].Where(one => one.At <= due.DueAt).Select(one => one.Days),
                ], WorkingDayCalendar.England))
                    inTime++;
                else late.Add(due);
            }
        }

        Assert.That(
            schedules.Select(agreed => agreed.Key),
            Is.EquivalentTo(posted.Select(sent => sent.Key)),
            "whoever sends has agreed to, and the other way round");
        Assert.That(
            late.Select(due => due.Agency).Distinct(),
            Is.EqualTo(new[] { "EXA-SCH-05" }),
            string.Join(", ", late.Where(due => due.Agency != "EXA-SCH-05").Take(10)));
        Assert.That(inTime, Is.GreaterThan(1000));
        Assert.That(late, Has.Count.GreaterThan(10));
    }
}
