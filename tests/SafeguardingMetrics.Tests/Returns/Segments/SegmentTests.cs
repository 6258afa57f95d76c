using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>
/// Newest wins, day by day: each way in which agencies send ends in the figures that a plain recount gives.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class SegmentTests
{
    private static readonly string[] Intervals = ["day", "week", "month", "quarter", "year"];
    private static readonly string?[] Breakdowns = [null, "locality", "team", "category", "agency"];

    [TestCase("2026-10-01/2026-10-31 2026-10-10/2026-10-12", TestName = "A_return_within_an_older_one")]
    [TestCase("2026-10-10/2026-10-12 2026-10-01/2026-10-31", TestName = "A_return_around_an_older_one")]
    [TestCase("2026-10-10/2026-10-20 2026-10-05/2026-10-12", TestName = "A_return_that_overlaps_an_older_one_on_its_left")]
    [TestCase("2026-10-10/2026-10-20 2026-10-18/2026-10-25", TestName = "A_return_that_overlaps_an_older_one_on_its_right")]
    [TestCase("2026-10-10/2026-10-20 2026-10-10/2026-10-20 2026-10-10/2026-10-20", TestName = "Returns_for_one_period")]
    [TestCase("2026-10 2026-10-14 2026-10-15 2026-10-13 2026-10-01 2026-10-31", TestName = "Corrected_days_at_the_ends_and_in_the_middle")]
    [TestCase("2026-10 2026-11 2026-10", TestName = "A_corrected_month")]
    [TestCase("2026-10-20/2026-11-10 2026-11-01/2026-11-05 2026-10-25/2026-11-02", TestName = "Returns_across_a_month_s_end")]
    [TestCase("2026-07-01/2026-09-30 2026-10 2026-01-01/2026-12-31 2026-09-28/2026-10-04", TestName = "A_corrected_year")]
    [TestCase("2025-12-20/2026-01-10 2026-01-01/2026-01-04 2025-12-31 2025-12-29/2026-01-01", TestName = "Returns_across_a_year_s_end")]
    [TestCase("2026-10-01/2026-10-15 2026-10-10/2026-10-25 - 2", TestName = "The_newest_withdrawn")]
    [TestCase("2026-10-01/2026-10-15 2026-10-05/2026-10-20 2026-10-10/2026-10-25 - 2", TestName = "A_middle_one_withdrawn")]
    [TestCase("2026-10 2026-10-10 2026-10-09/2026-10-11 - 2 - 3", TestName = "One_beneath_another_withdrawn_and_then_the_other")]
    [TestCase("2026-10-20/2026-11-10 2026-10-25/2026-11-02 2026-11-01 - 2 - 3 - 1", TestName = "All_withdrawn_across_a_month_s_end")]
    [TestCase(
        "2026-10 2026-10-10/2026-10-20 - 2 2026-10-10/2026-10-20 - 1 2026-10-15/2026-10-31",
        TestName = "Sent_again_after_it_was_withdrawn")]
    [TestCase(
        "2026-10-01/2026-10-31 2026-10-10/2026-10-12 - 2 2026-10-11/2026-10-15 - 4 - 1",
        TestName = "Pieces_of_one_return_that_lie_side_by_side")]
    public async Task Figures_are_those_of_the_newest_returns(string steps)
    {
        await using var service = new TestService();
        service.Clock.AdjustTime(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));
        var model = new ReferenceModel("statutory-visits");
        var records = new RandomRecords(new Random(steps.Length));

        var words = new Queue<string>(steps.Split(' '));
        var order = new List<SubmittedReturn?>();
        while (words.TryDequeue(out var word))
        {
            if (word == "-")
            {
                await ReferenceModel.Withdraw(
                    service,
                    order[int.Parse(words.Dequeue(), System.Globalization.CultureInfo.InvariantCulture) - 1]!);
                order.Add(null);
            }
            else
            {
                Assert.That(Period.TryParse(word, out var days), Is.True);
                order.Add(
                    await model.Send(service, word, records.Visits(days, London.Today(service.Clock), most: days.Days > 100 ? 1 : 4)));
            }

            await model.Check(service, new DateOnly(2026, 9, 28), new DateOnly(2026, 11, 8), ["month"], [null], $"after {word}");
        }

        await model.Check(service, new DateOnly(2025, 12, 15), new DateOnly(2026, 1, 20), ["day", "week"], Breakdowns, "at the end");
        await model.Check(service, new DateOnly(2026, 9, 28), new DateOnly(2026, 11, 22), Intervals, Breakdowns, "at the end");
    }

    [TestCase(0, TestName = "A_day_after_a_day")]
    [TestCase(31, TestName = "The_month_to_date_every_night")]
    [TestCase(7, TestName = "Seven_days_rolling_every_night")]
    public async Task Every_night(int back)
    {
        await using var service = new TestService();
        service.Clock.AdjustTime(new DateTimeOffset(2026, 10, 20, 22, 30, 0, TimeSpan.Zero));
        var model = new ReferenceModel("statutory-visits");
        var records = new RandomRecords(new Random(back));

        for (var night = 0; night < 20; night++)
        {
            var today = London.Today(service.Clock);
            var from = back switch { 0 => today, 31 => Period.MonthOf(today), _ => today.AddDays(1 - back) };
            await model.Send(service, $"{from:yyyy-MM-dd}/{today:yyyy-MM-dd}", records.Visits(new Period(from, today), today, most: 2));
            if (night % 7 == 6)
                await model.Check(service, new DateOnly(2026, 10, 12), today, ["week", "month"], [null, "team"], $"night {night}");
            service.Clock.Advance(TimeSpan.FromDays(1));
        }

        await model.Check(service, new DateOnly(2026, 10, 12), London.Today(service.Clock), Intervals, Breakdowns, "at the end");
    }

    [TestCase("statutory-visits", 11)]
    [TestCase("statutory-visits", 12)]
    [TestCase("open-cases", 21)]
    public async Task Random_submissions_and_withdrawals_over_two_months(string dataset, int seed)
    {
        await using var service = new TestService();
        service.Clock.AdjustTime(new DateTimeOffset(2026, 10, 31, 9, 0, 0, TimeSpan.Zero));
        var dice = new Random(seed);
        var model = new ReferenceModel(dataset);
        var records = new RandomRecords(dice);
        var (first, last) = (new DateOnly(2026, 9, 28), new DateOnly(2026, 11, 30));

        for (var step = 1; step <= 150; step++)
        {
            if (dice.Next(6) == 0) service.Clock.Advance(TimeSpan.FromHours(dice.Next(1, 20)));
            var today = London.Today(service.Clock);
            var standing = model.Returns.Where(sent => !sent.IsWithdrawn).ToList();
            if (standing.Count > 3 && dice.Next(4) == 0)
                await ReferenceModel.Withdraw(service, standing[dice.Next(2) == 0 ? standing.Count - 1 : dice.Next(standing.Count)]);
            else if (dataset == "open-cases")
            {
                var day = first.AddDays(dice.Next(Math.Min(today.DayNumber, last.DayNumber) - first.DayNumber + 1));
                await model.Send(service, $"{day:yyyy-MM-dd}", records.Cases(day, most: 12));
            }
            else
            {
                var from = first.AddDays(dice.Next(Math.Min(today.DayNumber, last.DayNumber) - first.DayNumber + 1));
                var to = from.AddDays(dice.Next(3) switch { 0 => 0, 1 => dice.Next(8), _ => dice.Next(40) });
                if (to > last) to = last;
                await model.Send(service, $"{from:yyyy-MM-dd}/{to:yyyy-MM-dd}", records.Visits(new Period(from, to), today, most: 2));
            }

            if (step % 5 == 0)
                await model.Check(
                    service,
                    first,
                    last,
                    [Intervals[step / 5 % 4]],
                    [Breakdowns[step / 25 % Breakdowns.Length]],
                    $"seed {seed} step {step}");
            if (step % 50 == 0) await model.Check(service, first, last, Intervals, Breakdowns, $"seed {seed} step {step}");
        }
    }
}
