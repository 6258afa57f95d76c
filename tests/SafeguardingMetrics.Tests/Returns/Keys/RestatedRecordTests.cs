using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Returns.Recalculation;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Returns.Holding;
using SafeguardingMetrics.Tests.Returns.Segments;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Keys;

/// <summary>
/// One record is one record. Returns of whole periods and of changes made by chance, with keys sent before on other days,
/// purges, withdrawals, held returns of which some are confirmed, erased children and recalculations in any order, while
/// days pass on which visits fall due: the figures, the cases and what was known before are those of a plain model.
/// </summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class RestatedRecordTests
{
    private static readonly Sql ForgetVersions = new("DELETE FROM SegmentDefinition WHERE Indicator = @Indicator");
    private static readonly DateOnly First = new(2026, 9, 1);
    private static readonly DateOnly Last = new(2026, 10, 31);

    [TestCase(11)]
    [TestCase(12)]
    [TestCase(13)]
    public async Task A_record_counts_once_however_often_its_key_is_sent(int seed)
    {
        await using var service = new TestService { Setting = [("Holding:FewestRecords", "12")] };
        service.Clock.AdjustTime(new DateTimeOffset(2026, 10, 4, 9, 0, 0, TimeSpan.Zero));
        var (dice, model) = (new Random(seed), new ReferenceModel("statutory-visits"));
        var records = new RandomRecords(dice);
        var known = new List<(DateTimeOffset At, List<string> Rows)>();
        var (restated, purges, withdrawn, confirmed, erased, refused) = (0, 0, 0, 0, 0, 0);
        var waiting = new List<SubmittedReturn>();

        // Every day is covered from the first on.
        await Send(new Period(First, Last));
        for (var step = 1; step <= 60; step++)
        {
            service.Clock.Advance(TimeSpan.FromMinutes(dice.Next(1, 1200)));
            switch (dice.Next(9))
            {
                case 7 when waiting.Count > 0:
                    await Confirm(waiting[dice.Next(waiting.Count)]);
                    break;
                case 8 when dice.Next(2) == 0:
                    await EraseAny();
                    break;
                case 8:
                    await Recalculate(service);
                    break;
                case 0 or 1 when model.Returns.Count(sent => !sent.IsWithdrawn) > 3:
                    var standing = model.Returns.Skip(1).Where(sent => !sent.IsWithdrawn).ToList();
                    if (await model.TryWithdraw(service, standing[dice.Next(standing.Count)])) withdrawn++;
                    else refused++;
                    break;
                case 2 or 3:
                    await SendChanges();
                    break;
                default:
                    var today = London.Today(service.Clock);
                    var from = First.AddDays(dice.Next((today < Last ? today : Last).DayNumber - First.DayNumber + 1));
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
        var end = await Read(service, null);
        service.Clock.Advance(TimeSpan.FromDays(RetentionService.DefaultDays - 30));
        await service.Services.GetRequiredService<RetentionService>().Run(default);
        Assert.That(await Read(service, null), Is.EqualTo(end), "after retention");
        foreach (var (at, rows) in known) Assert.That(await Read(service, at), Is.EqualTo(rows), $"as known at {at:O}");
        Assert.That(
            (restated > 9, purges > 2, withdrawn > 3, erased > 0), Is.EqualTo((true, true, true, true)),
            $"{restated} restated, {purges} purges, {withdrawn} withdrawn, {confirmed} confirmed, {erased} erased, {refused} refused");

        // New records, and some keys sent before, of which some now lie on another day.
        async Task Send(Period days)
        {
            var today = London.Today(service.Clock);
            var made = records.Visits(days, today, most: 3).ToList();
            made.AddRange(PickKeys(dice.Next(5)).Select(key => records.VisitAgain(key, days.From.AddDays(dice.Next(days.Days)), today)));
            var expected = CountRestated(made, days);
            var isConfirmed = model.Returns.Count == 0 || dice.Next(2) == 0;
            var (sent, isHeld) = await model.Send(service, $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd}", made, isConfirmed);
            if (isHeld) waiting.Add(sent);
            else waiting.RemoveAll(held => days.From <= held.Days.From && held.Days.To <= days.To);
            var receipt = await service.Get($"/v1/returns/{sent.Id}");
            Assert.That((int)receipt.Json["restated"]!, Is.EqualTo(expected), receipt.Text);
            restated += expected;
        }

        async Task Confirm(SubmittedReturn held)
        {
            var receipt = await service.Confirm(held.Id, "demo-social-care");
            Assert.That((int)receipt.Status, Is.EqualTo(200), receipt.Text);
            model.Take(held, receipt);
            waiting.RemoveAll(other => held.Days.From <= other.Days.From && other.Days.To <= held.Days.To);
            confirmed++;
        }

        async Task EraseAny()
        {
            var first = dice.Next(50);
            var child = Enumerable.Range(first, 50).Select(i => $"C-{i % 50}").FirstOrDefault(one => model.TryErase(one, waiting));
            if (child is null) return;
            using var admin = service.CreateClientFor("demo-admin");
            using var answer = await admin.PostAsJsonAsync("/v1/erasures", new { agency = "EXA-CSC", childId = child });
            Assert.That((int)answer.StatusCode, Is.EqualTo(200), await answer.Content.ReadAsStringAsync());
            erased++;
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

    // By the same definition: every figure stays.
    private static async Task Recalculate(TestService service)
    {
        var database = service.Services.GetRequiredService<Database>();
        await database.Write(WriteScope.WithoutChange(WriteLocks.ForReturns("EXA-CSC", "statutory-visits"), audit: null), async work =>
        {
            await work.Execute(ForgetVersions, new { Indicator = "visit-lateness" });
            await work.Commit();
            return true;
        }, default);
        var indicator = (DatasetIndicator)IndicatorCatalogue.Find("visit-lateness")!;
        var (_, segments) = await new Recalculator(database, service.Clock).Run(indicator.Dataset, indicator, (_, _) => { }, default);
        Assert.That(segments, Is.GreaterThan(0));
    }

    private static async Task CheckCases(TestService service, ReferenceModel model)
    {
        await Check("children-seen-alone", pair => (bool?)pair.Record["childSeen"] == true);
        await Check("visits-on-time", pair => model.IsDue(pair.Return, pair.Record));

        async Task Check(string indicator, Func<(SubmittedReturn Return, JsonObject Record), bool> counts)
        {
            var answer = await service.Get(
                $"/v1/indicators/{indicator}/cases?from={First:yyyy-MM-dd}&to={Last:yyyy-MM-dd}&limit=1000", "demo-analyst");
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
            var cases = answer.Json["items"]!.AsArray().Select(row => (string)row!["fields"]!["visitId"]!).Order(StringComparer.Ordinal);
            var expected = Enumerable.Range(0, Last.DayNumber - First.DayNumber + 1).Select(First.AddDays)
                .SelectMany(model.RecordsInForce)
                .Where(pair => counts(pair) && !model.IsErased(pair.Return, pair.Record))
                .Select(pair => (string)pair.Record["visitId"]!)
                .Order(StringComparer.Ordinal);
            Assert.That(cases, Is.EqualTo(expected), indicator);
        }
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
