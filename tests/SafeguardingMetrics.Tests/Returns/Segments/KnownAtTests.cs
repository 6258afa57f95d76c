using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>What a board read at an instant, it reads again when it asks for that instant later.</summary>
[OnEachEngine]
[Parallelizable(ParallelScope.All)]
public sealed class KnownAtTests
{
    [TestCase("statutory-visits", 5)]
    [TestCase("open-cases", 6)]
    public async Task Each_earlier_instant_gives_exactly_what_was_read_then(string dataset, int seed)
    {
        await using var service = new TestService();
        // Across the end of summer time, which is at one in the night of 25 October.
        service.Clock.AdjustTime(new DateTimeOffset(2026, 10, 22, 7, 0, 0, 123, TimeSpan.Zero));
        var dice = new Random(seed);
        var model = new ReferenceModel(dataset);
        var records = new RandomRecords(dice);
        var read = new Dictionary<string, IReadOnlyList<string>> { ["2026-10-21T00:00:00Z"] = await Read(service, "2026-10-21T00:00:00Z") };

        for (var step = 0; step < 25; step++)
        {
            var today = London.Today(service.Clock);
            var standing = model.Returns.Where(sent => !sent.IsWithdrawn).ToList();
            if (standing.Count > 2 && dice.Next(3) == 0) await ReferenceModel.Withdraw(service, standing[dice.Next(standing.Count)]);
            else
            {
                var from = today.AddDays(-dice.Next(20));
                var days = dataset == "open-cases" ? new Period(from, from) : new Period(from, from.AddDays(dice.Next(15)));
                await model.Send(service, days.ToString(), dataset == "open-cases" ? records.Cases(from) : records.Visits(days, today));
            }

            read[$"{service.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"] = await Read(service, null);
            service.Clock.Advance(
                TimeSpan.FromMilliseconds(dice.Next(3) switch { 0 => 1, 1 => dice.Next(2_000), _ => dice.Next(20_000_000) }));
            read[$"{service.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss.fff'Z'}"] = await Read(service, null);
            service.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        Assert.That(read.Values.Select(rows => string.Join('\n', rows)).Distinct().Count(), Is.GreaterThan(10));
        foreach (var (instant, rows) in read) Assert.That(await Read(service, instant), Is.EqualTo(rows), instant);
    }

    [Test]
    public async Task A_date_means_the_end_of_that_day_in_London_in_summer_and_in_winter()
    {
        await using var service = new TestService();
        var model = new ReferenceModel("statutory-visits");
        var records = new RandomRecords(new Random(7));
        var figures = new List<(DateTimeOffset At, IReadOnlyList<string> Read)>();
        foreach (var at in new[]
        {
            // The last half hour of 23 October in London (summer time), and the first of the 24th; the long day of the
            // 25th; and in winter.
            new DateTimeOffset(2026, 10, 23, 22, 30, 0, TimeSpan.Zero), new DateTimeOffset(2026, 10, 23, 23, 0, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 24, 23, 30, 0, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 25, 23, 59, 59, 999, TimeSpan.Zero),
            new DateTimeOffset(2026, 10, 26, 0, 0, 0, TimeSpan.Zero),
        })
        {
            service.Clock.AdjustTime(at);
            await model.Send(
                service,
                "2026-10-01/2026-10-20",
                records.Visits(new Period(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 20)), London.Today(service.Clock), most: 9));
            figures.Add((at, await Read(service, null)));
        }

        Assert.That(await Read(service, "2026-10-23"), Is.EqualTo(figures[0].Read));
        Assert.That(await Read(service, "2026-10-24"), Is.EqualTo(figures[1].Read));
        Assert.That(await Read(service, "2026-10-25"), Is.EqualTo(figures[3].Read));
        Assert.That(await Read(service, "2026-10-26"), Is.EqualTo(figures[4].Read));
        service.Clock.AdjustTime(new DateTimeOffset(2027, 3, 28, 12, 0, 0, TimeSpan.Zero));
        Assert.That(await Read(service, "2027-03-28"), Is.EqualTo(figures[4].Read));
        Assert.That(
            (string)(await service.Values("visits-on-time", "from=2026-10-01&to=2026-10-31&knownAt=2026-10-22"))[0]!["symbol"]!,
            Is.EqualTo("x"));
    }

    [TestCase("2026-10-23T23:00:00%2B01:00")]
    [TestCase("2026-10-23T23:00:00+01:00")]
    [TestCase("2026-10-23T22:00:00Z")]
    [TestCase("2026-10-23T17:00:00.000-05:00")]
    public async Task An_instant_may_be_given_in_any_offset(string knownAt)
    {
        await using var service = new TestService();
        service.Clock.AdjustTime(new DateTimeOffset(2026, 10, 23, 22, 0, 0, TimeSpan.Zero));
        await service.Post("statutory-visits", "2026-10-10", VisitRecords.CreateMany("2026-10-10", 1, 0));
        service.Clock.Advance(TimeSpan.FromSeconds(1));
        await service.Post("statutory-visits", "2026-10-10", VisitRecords.CreateMany("2026-10-10", 2, 0));

        var row = (await service.Values("visits-on-time", $"from=2026-10-01&to=2026-10-31&knownAt={knownAt}"))[0]!;

        Assert.That((decimal)row["denominator"]!, Is.EqualTo(1));
        Assert.That((DateTimeOffset)row["knownAt"]!, Is.EqualTo(new DateTimeOffset(2026, 10, 23, 22, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task A_return_that_waits_for_another_is_received_when_its_turn_comes()
    {
        await using var service = new TestService();
        await service.Get("/health/ready", null);
        var database = (Database)service.Services.GetService(typeof(Database))!;

        var waiting = await database.Write(WriteScope.ForReturns("EXA-CSC", "statutory-visits", audit: null), async _ =>
        {
            var posting = Task.Run(() => service.Post("statutory-visits", "2026-10-10", VisitRecords.CreateMany("2026-10-10", 1, 0)));
            // Long enough to arrive; should it come later, it waits less and the outcome is the same.
            await Task.Delay(300);
            service.Clock.Advance(TimeSpan.FromMinutes(5));
            return posting;
        }, CancellationToken.None);

        Assert.That((DateTimeOffset)(await waiting).Json["receivedAt"]!, Is.EqualTo(service.Clock.GetUtcNow()));
    }

    [Test]
    public async Task A_clock_that_is_set_back_hides_nothing_and_ends_nothing_before_it_began()
    {
        await using var service = new TestService();
        var first = await service.Post("statutory-visits", "2026-10-10", VisitRecords.CreateMany("2026-10-10", 1, 0));
        service.Clock.AdjustTime(service.Clock.GetUtcNow().AddHours(-1));

        Assert.That((decimal)(await service.Values("visits-on-time", "from=2026-10-01&to=2026-10-31"))[0]!["denominator"]!, Is.EqualTo(1));
        var second = await service.Post("statutory-visits", "2026-10-10", VisitRecords.CreateMany("2026-10-10", 2, 0));
        Assert.That((decimal)(await service.Values("visits-on-time", "from=2026-10-01&to=2026-10-31"))[0]!["denominator"]!, Is.EqualTo(2));
        Assert.That((string)second.Json["supersedes"]![0]!, Is.EqualTo(first.ReturnId));
        await service.Delete($"/v1/returns/{second.ReturnId}", "demo-social-care");
        Assert.That((decimal)(await service.Values("visits-on-time", "from=2026-10-01&to=2026-10-31"))[0]!["denominator"]!, Is.EqualTo(1));
    }

    private static async Task<IReadOnlyList<string>> Read(TestService service, string? knownAt)
    {
        var rows = new List<string>();
        foreach (var cut in new[]
        {
            "interval=month",
            "interval=week&by=team",
            "interval=day",
            "interval=day&by=category",
            "interval=quarter&by=agency",
        })
        {
            var answer = await service.Get(
                $"/v1/indicator-values?codes=visits-on-time,visit-lateness,unallocated-cases,average-caseload&from=2026-10-01&"
                + $"to=2026-11-15&{cut}{(knownAt is null ? "" : $"&knownAt={knownAt}")}",
                "demo-analyst");
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
            foreach (var row in answer.Json.AsArray())
            {
                // What is known at a later instant is as much, and the interval may be over by then.
                row!.AsObject().Remove("knownAt");
                row.AsObject().Remove("isComplete");
                rows.Add(row.ToJsonString());
            }
        }

        return rows;
    }
}
