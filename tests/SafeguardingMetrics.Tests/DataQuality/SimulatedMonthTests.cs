using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Tests.DataQuality;

/// <summary>Scores and the grounds of figures, against a slow and plain count of what was posted.</summary>
[TestFixture]
public sealed class SimulatedMonthTests
{
    private SimulatedMonth month = null!;

    [OneTimeSetUp]
    public async Task Post()
    {
        month = await SimulatedMonth.Post();
        foreach (var (dataset, agencies, frequency, dueDays, dueTime) in ReferenceSchedule.All)
        {
            foreach (var agency in agencies)
            {
                var setting = new JsonObject
                {
                    ["validFrom"] = "2026-11-23",
                    ["frequency"] = frequency,
                    ["dueDays"] = dueDays,
                    ["dueTime"] = dueTime,
                };
                Assert.That(
                    (int)(await month.Service.Put($"/v1/return-schedule/{dataset}/{agency}", setting.ToJsonString())).Status,
                    Is.EqualTo(200));
            }
        }
    }

    [OneTimeTearDown]
    public async Task End() => await month.DisposeAsync();

    [TestCase("agency")]
    [TestCase("dataset")]
    [TestCase("field")]
    public async Task Scores_are_what_a_plain_count_gives(string by)
    {
        var values = await CountValues();
        var members = values.Keys
            .GroupBy(key => by switch { "agency" => key.Agency, "dataset" => key.Dataset, _ => $"{key.Dataset}.{key.Field}" })
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        var expected = new List<string>();
        foreach (var member in members)
        {
            List<(decimal Score, decimal? Coverage)> items = [];
            var sums = (Records: 0, Valid: 0, Defaults: 0);
            var datasets = new HashSet<string>();
            foreach (var item in member.GroupBy(key => (key.Dataset, key.Field)))
            {
                var (records, valid, defaults) = (
                    item.Sum(key => values[key].Expected),
                    item.Sum(key => values[key].Valid),
                    item.Sum(key => values[key].Defaults));
                if (records == 0) continue;
                sums = (sums.Records + records, sums.Valid + valid, sums.Defaults + defaults);
                datasets.Add(item.Key.Dataset);
                var excess = Math.Max(0, defaults - ReferenceValues.GetTolerance(item.Key.Dataset, item.Key.Field) * records);
                var periods = Periods(item.Key.Dataset, by == "agency" ? member.Key : null).ToList();
                items.Add((
                    (valid - excess) / records,
                    periods.Count == 0 ? null : (decimal)periods.Count(period => period.HasCome) / periods.Count));
            }

            if (items.Count == 0) continue;
            var owed = items.Where(item => item.Coverage is not null).ToList();
            var due = datasets.SelectMany(dataset => Periods(dataset, by == "agency" ? member.Key : null)).ToList();
            var (score, coverage) = owed.Count == 0
                ? (0, 0)
                : (owed.Sum(item => item.Score) / owed.Count, owed.Sum(item => item.Coverage!.Value) / owed.Count);
            expected.Add(
                Invariant($"{member.Key}: {owed.Count} items, {sums.Records} {sums.Valid} {sums.Defaults}, ")
                    + Invariant($"{due.Count(period => period.HasCome)} of {due.Count}, ")
                    + (owed.Count == 0 ? "none" : $"{Place(100 * score)} {Place(100 * coverage)} {Place(100 * score * coverage)}"));
        }

        var rows = (await month.Service.Get(
            $"/v1/data-quality/scores?from=2026-11-23&to=2026-12-20&by={by}", "demo-analyst")).Json.AsArray();
        Assert.That(
            rows
                .Select(row =>
                    $"{row!["member"]}: {row["items"]} items, {row["records"]} {row["valid"]} {row["defaults"]}, "
                    + $"{row["periodsCovered"]} of {row["periodsDue"]}, "
                    + (row["score"] is null ? "none" : $"{row["itemScore"]} {row["coverage"]} {row["score"]}")),
            Is.EqualTo(expected));
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(by switch { "agency" => 11, "dataset" => 7, _ => 60 }));
        Assert.That(rows.Select(row => (decimal?)row!["itemScore"]).OfType<decimal>(), Has.Some.LessThan(99m).And.Some.GreaterThan(80m));
    }

    [Test]
    public async Task The_grounds_of_figures_are_what_a_plain_count_gives()
    {
        var compared = 0;
        foreach (var dataset in DatasetCatalogue.All)
        {
            foreach (var row in await month.Service.Values(dataset.Indicators[0].Code, "from=2026-11-23&to=2026-12-20&interval=week"))
            {
                var (from, to) = (Day((string)row!["from"]!), Day((string)row["to"]!));
                var held = month.Holder
                    .Where(pair => pair.Key.Dataset == dataset.Name && pair.Key.Day >= from && pair.Key.Day <= to)
                    .ToList();
                var returns = (dataset.Shape == DatasetShape.Snapshot
                    ? held.GroupBy(pair => pair.Key.Agency).Select(agency => agency.MaxBy(pair => pair.Key.Day).Value)
                    : held.Select(pair => pair.Value))
                    .Distinct()
                    .ToList();
                var due = Periods(dataset.Name, null).Where(period => period.To >= from && period.To <= to).ToList();
                var records = returns.Select(one => one.Receipt.Records).ToList();
                var agencies = ReferenceSchedule.All.Single(one => one.Dataset == dataset.Name).Agencies.Length;

                Assert.That(
                    $"{row["agenciesReported"]} of {row["agenciesExpected"]}, {row["periodsCovered"]} of {row["periodsDue"]}, "
                    + $"{row["recordsReceived"]} {row["recordsRejected"]} {row["recordsQueried"]}",
                    Is.EqualTo(
                        Invariant($"{returns.Select(one => one.Agency).Distinct().Count()} of {agencies}, ")
                        + Invariant($"{due.Count(period => period.HasCome)} of {due.Count}, ")
                        + Invariant($"{records.Sum(one => one.Received)} {records.Sum(one => one.Rejected)} ")
                        + Invariant($"{records.Sum(one => one.Queried)}")),
                    $"{dataset.Name} {row["period"]}");
                compared++;
            }
        }

        Assert.That(compared, Is.EqualTo(4 * DatasetCatalogue.All.Count));
    }

    [Test]
    public async Task Overdue_is_the_late_school_s()
    {
        var overdue = (await month.Service.Get("/v1/return-schedule/overdue?from=2026-11-23")).Json.AsArray();

        Assert.That(overdue.Select(row => $"{row!["dataset"]} {row["agency"]} {row["to"]}"), Is.EqualTo(
            ReferenceSchedule.All.SelectMany(one => Periods(one.Dataset, null)
                .Where(period => !period.HasCome)
                .Select(period => Invariant($"{one.Dataset} {period.Agency} {period.To:yyyy-MM-dd}")))));
        Assert.That(overdue.Select(row => (string)row!["agency"]!).Distinct(), Is.SubsetOf(new[] { "EXA-SCH-05" }));
    }

    // What of each field was to be expected, was there without a finding, and was a default, over the returns that hold
    // a day.
    private async Task<Dictionary<(string Agency, string Dataset, string Field), (int Expected, int Valid, int Defaults)>> CountValues()
    {
        var counts = new Dictionary<(string, string, string), (int, int, int)>();
        var inForce = month.Holder.Values.ToHashSet();
        foreach (var posted in month.Returns.Where(one => inForce.Contains(one)
            && one.Days.Overlaps(new Period(SimulatedMonth.From, SimulatedMonth.To))))
        {
            var (found, repeated) = await FindingsOf(posted.Receipt.ReturnId!);
            foreach (var field in DatasetCatalogue.Find(posted.Dataset)!.FieldList)
            {
                var (expected, valid, defaults) = counts.GetValueOrDefault((posted.Agency, posted.Dataset, field.Name));
                for (var i = 0; i < posted.Records.Count; i++)
                {
                    // The same record sent twice counts once.
                    if (repeated.Contains(i + 1)) continue;
                    var value = posted.Records[i].GetValueOrDefault(field.Name);
                    var isFound = found.Contains((i + 1, field.Name));
                    if (value is null && !isFound && !ReferenceValues.IsExpected(posted.Dataset, field)) continue;
                    expected++;
                    if (value is null || isFound) continue;
                    valid++;
                    if (ReferenceValues.IsDefault(posted.Dataset, field, value)) defaults++;
                }

                counts[(posted.Agency, posted.Dataset, field.Name)] = (expected, valid, defaults);
            }
        }

        return counts;
    }

    private async Task<(HashSet<(int Record, string Field)> Found, HashSet<int> Repeated)> FindingsOf(string id)
    {
        var (found, repeated) = (new HashSet<(int, string)>(), new HashSet<int>());
        for (string? next = $"/v1/returns/{id}/findings?limit=1000"; next is not null;)
        {
            var page = (await month.Service.Get(next)).Json;
            foreach (var finding in page["items"]!.AsArray())
            {
                if (finding!["record"] is not { } record) continue;
                found.Add(((int)record, (string?)finding["field"] ?? ""));
                if ((string?)finding["rule"] == "R14") repeated.Add((int)record);
            }

            next = (string?)page["next"];
        }

        return (found, repeated);
    }

    private IEnumerable<(string Agency, DateOnly To, bool HasCome)> Periods(string dataset, string? agency)
    {
        var (_, agencies, frequency, dueDays, _) = ReferenceSchedule.All.Single(one => one.Dataset == dataset);
        foreach (var last in Enumerable.Range(0, 28).Select(SimulatedMonth.From.AddDays))
        {
            var first = frequency switch { "day" => last, "week" => last.AddDays(-6), _ => SimulatedMonth.From };
            if (frequency == "week" && last.DayOfWeek != DayOfWeek.Sunday) continue;
            if (frequency == "month" && last.AddDays(1).Day != 1) continue;
            // It is looked at on 21 December, two minutes before midnight.
            if (last.AddDays(dueDays) > new DateOnly(2026, 12, 21)) continue;
            foreach (var sender in agencies.Where(one => agency is null || one == agency))
            {
                var held = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
                    .Select(first.AddDays)
                    .Where(day => month.Holder.ContainsKey((sender, dataset, day)))
                    .ToHashSet();
                var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
                yield return (sender, last, DatasetCatalogue.Find(dataset)!.Shape == DatasetShape.Snapshot ? held.Count > 0
                    : days.All(day => held.Contains(day)
                        || (dataset == "school-attendance" && day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)));
            }
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Place(decimal figure) =>
        Math.Round(figure, 1, MidpointRounding.AwayFromZero).ToString("0.0", CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
