using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Tests.Returns.Segments;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>
/// Returns made by chance, of which many are held; confirmations and withdrawals in any order. The figures are those of
/// a plain model that knows nothing of held returns until they are confirmed.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class HeldFiguresTests
{
    [TestCase("statutory-visits", 35)]
    [TestCase("open-cases", 32)]
    public async Task A_held_return_changes_no_figure_until_it_is_confirmed(string dataset, int seed)
    {
        await using var service = new TestService { Setting = [("Holding:FewestRecords", "4")] };
        service.Clock.AdjustTime(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
        var (dice, model) = (new Random(seed), new ReferenceModel(dataset));
        var records = new RandomRecords(dice);
        var waiting = new List<SubmittedReturn>();
        var (first, last, confirmed, ended) = (new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31), 0, 0);

        for (var step = 1; step <= 80; step++)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(dice.Next(1, 200)));
            switch (dice.Next(6))
            {
                case 0 when waiting.Count > 0:
                    await Confirm(waiting[dice.Next(waiting.Count)]);
                    confirmed++;
                    break;
                case 1 when waiting.Count > 0:
                    var withdrawn = waiting[dice.Next(waiting.Count)];
                    await ReferenceModel.Withdraw(service, withdrawn);
                    waiting.Remove(withdrawn);
                    break;
                case 2 when model.Returns.Exists(sent => !sent.IsWithdrawn):
                    var standing = model.Returns.FindAll(sent => !sent.IsWithdrawn);
                    await ReferenceModel.Withdraw(service, standing[dice.Next(standing.Count)]);
                    break;
                default:
                    await Send();
                    break;
            }

            await model.Check(service, first, last, [step % 2 == 0 ? "day" : "month"], [null], $"seed {seed} step {step}");
        }

        await model.Check(service, first, last, ["day", "week", "month"], [null, "locality", "team", "agency"], $"seed {seed} at the end");
        Assert.That((confirmed > 3, ended > 0), Is.EqualTo((true, true)), $"{confirmed} were confirmed, {ended} were superseded");

        async Task Send()
        {
            var from = first.AddDays(dice.Next(31));
            var to = dataset == "open-cases" ? from : from.AddDays(dice.Next(8));
            var days = new Period(from, to > last ? last : to);
            var today = London.Today(service.Clock);
            var made = dataset == "open-cases" ? records.Cases(from, most: 12) : records.Visits(days, today, most: 3);
            var (sent, isHeld) = await model.Send(service, $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd}", made, isConfirmed: false);
            if (isHeld) waiting.Add(sent);
            else await End(sent.Days);
        }

        async Task Confirm(SubmittedReturn held)
        {
            var receipt = await service.Confirm(held.Id, dice.Next(2) == 0 ? "demo-social-care" : "demo-admin");
            Assert.That((int)receipt.Status, Is.EqualTo(200), receipt.Text);
            waiting.Remove(held);
            model.Take(held, receipt);
            await End(held.Days);
        }

        // What was held for no other days than those of the newest return is held no longer.
        async Task End(Period days)
        {
            foreach (var over in waiting.FindAll(held => days.From <= held.Days.From && held.Days.To <= days.To))
            {
                Assert.That(await service.Status(over.Id), Is.EqualTo("superseded"));
                waiting.Remove(over);
                ended++;
            }
        }
    }
}
