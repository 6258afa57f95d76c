using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Tests.Returns.Segments;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Keys;

/// <summary>
/// One record is one record. Returns of whole periods and of changes made by chance, with keys sent before on other days,
/// purges and withdrawals in any order: the figures, the cases and what was known before are those of a plain model.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RestatedRecordTests
{
    private static readonly DateOnly First = new(2026, 9, 1);
    private static readonly DateOnly Last = new(2026, 10, 31);

    [TestCase(11)]
    [TestCase(12)]
    [TestCase(13)]
    public async Task A_record_counts_once_however_often_its_key_is_sent(int seed)
    {
        await using var service = new TestService { Setting = [("Holding:FewestRecords", "1000")] };
        service.Clock.AdjustTime(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));
        var (dice, model) = (new Random(seed), new ReferenceModel("statutory-visits"));
        var records = new RandomRecords(dice);
        var known = new List<(DateTimeOffset At, List<string> Rows)>();
        var (restated, purges, withdrawn) = (0, 0, 0);

        // Every day is covered from the first on.
        await Send(new Period(First, Last));
        for (var step = 1; step <= 60; step++)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(dice.Next(1, 200)));
            switch (dice.Next(7))
            {
                case 0 or 1 when model.Returns.Count(sent => !sent.IsWithdrawn) > 3:
                    var standing = model.Returns.Skip(1).Where(sent => !sent.IsWithdrawn).ToList();
                    await ReferenceModel.Withdraw(service, standing[dice.Next(standing.Count)]);
                    withdrawn++;
                    break;
                case 2 or 3:
                    await SendChanges();
                    break;
                default:
                    var from = First.AddDays(dice.Next(Last.DayNumber - First.DayNumber + 1));
                    var to = from.AddDays(dice.Next(12));
                    await Send(new Period(from, to > Last ? Last : to));
                    break;
            }

            await model.Check(
                service, First, Last, [step % 3 == 0 ? "day" : "month"], [step % 4 == 0 ? "team" : null], $"seed {seed} step {step}");
            if (step % 10 == 0) known.Add((service.Clock.GetUtcNow(), await Read(service, null)));
        }

        await model.Check(service, First, Last, ["day", "week", "month"], [null, "locality", "team", "agency"], $"seed {seed} at the end");
        await CheckCases(service, model);
        foreach (var (at, rows) in known) Assert.That(await Read(service, at), Is.EqualTo(rows), $"as known at {at:O}");
        Assert.That((restated > 20, purges > 3, withdrawn > 5), Is.EqualTo((true, true, true)), $"{restated} {purges} {withdrawn}");

        // New records, and some keys sent before, of which some now lie on another day.
        async Task Send(Period days)
        {
            var today = London.Today(service.Clock);
            var made = records.Visits(days, today, most: 3).ToList();
            made.AddRange(PickKeys(dice.Next(5)).Select(key => records.VisitAgain(key, days.From.AddDays(dice.Next(days.Days)), today)));
            var expected = CountRestated(made, days);
            var sent = await model.Send(service, $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd}", made);
            var receipt = await service.Get($"/v1/returns/{sent.Id}");
            Assert.That((int)receipt.Json["restated"]!, Is.EqualTo(expected), receipt.Text);
            restated += expected;
        }

        async Task SendChanges()
        {
            var today = London.Today(service.Clock);
            var keys = PickKeys(dice.Next(8));
            var purged = keys.Where(_ => dice.Next(4) == 0).ToList();
            var made = keys.Except(purged).Select(key => records.VisitAgain(key, AnyDay(), today)).ToList();
            made.AddRange(records.Visits(Period.FromDay(AnyDay()), today, most: 2));
            await model.SendChanges(service, made, purged);
            purges += purged.Count;
        }

        DateOnly AnyDay() => First.AddDays(dice.Next(Last.DayNumber - First.DayNumber + 1));

        List<string> PickKeys(int count)
        {
            var all = model.Returns.SelectMany(sent => sent.Keys).Distinct().Order(StringComparer.Ordinal).ToList();
            return [.. Enumerable.Range(0, all.Count == 0 ? 0 : count).Select(_ => all[dice.Next(all.Count)]).Distinct()];
        }

        int CountRestated(IEnumerable<JsonObject> made, Period days)
        {
            var keys = made.Select(record => (string)record["visitId"]!).ToHashSet();
            return Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays)
                .Where(day => !days.Contains(day))
                .Sum(day => model.RecordsInForce(day).Count(pair => keys.Contains((string)pair.Record["visitId"]!)));
        }
    }

    private static async Task CheckCases(TestService service, ReferenceModel model)
    {
        var answer = await service.Get(
            $"/v1/indicators/children-seen-alone/cases?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}&limit=1000", "demo-analyst");
        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
        var cases = answer.Json["items"]!.AsArray().Select(row => (string)row!["fields"]!["visitId"]!).Order(StringComparer.Ordinal);
        var expected = Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays)
            .SelectMany(model.RecordsInForce)
            .Where(pair => (bool?)pair.Record["childSeen"] == true)
            .Select(pair => (string)pair.Record["visitId"]!)
            .Order(StringComparer.Ordinal);
        Assert.That(cases, Is.EqualTo(expected));
    }

    private static async Task<List<string>> Read(TestService service, DateTimeOffset? knownAt)
    {
        var at = knownAt is { } instant ? $"&knownAt={instant:yyyy-MM-ddTHH:mm:ss.fffZ}" : "";
        var days = $"from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}";
        var answer = await service.Get(
            $"/v1/indicator-values?codes=visits-on-time,visit-lateness&{days}&interval=week&by=team{at}", "demo-analyst");
        return [.. answer.Json.AsArray().Select(row =>
            $"{row!["indicator"]} {row["from"]} {row["member"]} {row["numerator"]} {row["denominator"]} {row["p90"]}")];
    }
}
