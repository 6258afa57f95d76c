using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Releases.Checking;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Releases;

/// <summary>
/// Someone with a protected key who reads every released number over HTTP, in two releases, and solves for the counts by linear programs.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReleasedAttackTests
{
    private static readonly string[] Codes = ["unallocated-cases", "visits-on-time"];

    private static readonly (string Interval, string[] By)[] Tables =
    [
        ("month", ["", "locality", "category"]),
        ("quarter", ["", "locality", "category", "sex"]),
    ];

    // Each child or visit is in one member of these.
    private static readonly string[] Partitions = ["agency", "locality", "category", "team", "sex", "disability"];

    [TestCase(5)]
    [TestCase(6)]
    public async Task No_small_count_can_be_worked_out_from_all_that_is_released(int seed)
    {
        await using var service = new TestService();
        var dice = new Random(seed);
        await SendAll(service, dice);
        await service.MakeReleases("2026-11-23");
        await SendAll(service, dice);
        await service.MakeReleases("2027-02-20");

        var attack = new Solver();
        foreach (var (knownAt, release) in new[] { ("&knownAt=2026-12-01", 0), ("", 1) })
        {
            foreach (var (interval, breakdowns) in Tables)
            {
                foreach (var by in breakdowns)
                {
                    foreach (var code in Codes)
                    {
                        var answer = await service.Get(
                            $"/v1/indicators/{code}/values?from=2026-07-01&to=2026-09-30&interval={interval}{knownAt}"
                            + (by.Length == 0 ? "" : $"&by={by}"),
                            "demo-board");
                        // Visits are not told apart by who a child is.
                        if ((int)answer.Status == 400) continue;
                        Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
                        attack.Learn(release, by, answer.Json.AsArray());
                    }
                }
            }
        }

        Assert.That(attack.Solve(), Is.True, "what is shown does not contradict itself");
        Assert.That(attack.Asked, Is.GreaterThan(100), "there is something to work out");
        Assert.That(attack.FindDetermined(), Is.Empty);
    }

    private static async Task SendAll(TestService service, Random dice)
    {
        foreach (var month in new[] { "2026-07", "2026-08", "2026-09" })
        {
            var last = month == "2026-09" ? "30" : "31";
            await Sent(service, "open-cases", $"{month}-{last}", [.. Enumerable.Range(1, dice.Next(130, 170)).Select(i => Case(i, dice))]);
            await Sent(service, "statutory-visits", month, [.. Enumerable.Range(1, dice.Next(90, 130)).Select(i => Visit(month, i, dice))]);
        }
    }

    private static JsonObject Case(int number, Random dice)
    {
        var (locality, hasWorker) = (Pick(dice, "East", "West", "North", "South"), dice.Next(9) > 0);
        return new JsonObject
        {
            ["childId"] = $"C{number}", ["locality"] = locality, ["team"] = $"{locality} {1 + dice.Next(2)}",
            ["planType"] = Pick(dice, "child-in-need", "child-protection", "looked-after", "care-leaver"),
            ["openedOn"] = "2026-01-05", ["allocatedWorkerId"] = hasWorker ? $"W{number % 19}" : null,
            ["allocatedOn"] = hasWorker ? "2026-01-06" : null, ["workersInLast12Months"] = dice.Next(0, 5),
            ["sex"] = Pick(dice, "F", "M", "U"), ["disabilities"] = dice.Next(12) == 0 ? "AUT" : "NONE",
        };
    }

    private static JsonObject Visit(string month, int number, Random dice)
    {
        var day = $"{month}-{dice.Next(1, 29).ToString("00", CultureInfo.InvariantCulture)}";
        var locality = Pick(dice, "East", "West", "North", "South");
        var type = Pick(dice, "child-protection", "looked-after", "child-in-need");
        return dice.Next(5) == 0
            ? VisitRecords.CreateMissed($"V-{month}-{number}", day, locality, $"{locality} 1", type)
            : VisitRecords.CreateMade($"V-{month}-{number}", day, locality: locality, team: $"{locality} 1", type: type);
    }

    // The first far more often than the last.
    private static string Pick(Random dice, params string[] members) =>
        members[Math.Min(dice.Next(members.Length), dice.Next(members.Length))];

    private static async Task Sent(TestService service, string dataset, string period, JsonArray records)
    {
        var answer = await service.Post(dataset, period, records, isConfirmed: true);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
    }

    private sealed class Solver
    {
        private const int Unbounded = 10_000;

        private readonly LinearProgram program = new();
        private readonly Dictionary<string, (int Place, int Least, int Most, bool IsTold)> counts = [];

        public int Asked => counts.Count;

        public void Learn(int release, string by, JsonArray rows)
        {
            foreach (var row in rows.Where(row => row!["releasedAt"] is not null))
            {
                var of = $"{row!["indicator"]} {row["period"]}";
                foreach (var count in new[] { "numerator", "denominator" })
                    if (row[$"{count}AtMost"] is not null || row[count] is not null)
                        Add(release, $"{of} {by} {row["member"]} {count}", row, count);
                if (Find(release, $"{of} {by} {row["member"]} numerator") is { } part
                    && Find(release, $"{of} {by} {row["member"]} denominator") is { } whole)
                    program.AddEquation((whole, 1), (part, -1), (program.Add(0, Unbounded), -1));
            }

            if (Partitions.Contains(by)) AddSums(release, by, rows);
        }

        public bool Solve() => program.Solve();

        // Every count that has one value left, from none to four, and was not told.
        public List<string> FindDetermined()
        {
            var asked = counts.Where(one => !one.Value.IsTold).ToList();
            var spans = asked.Select(_ => (Least: double.MaxValue, Most: double.MinValue)).ToArray();
            for (var i = 0; i < asked.Count; i++)
            {
                foreach (var factor in new double[] { 1, -1 })
                {
                    if (IsOpen(spans[i])) break;
                    program.Maximise([(asked[i].Value.Place, factor)], See);
                    See(program.Values);
                }
            }

            return [.. asked.Where((_, i) => !IsOpen(spans[i]) && spans[i].Most < 4.5).Select(one => one.Key)];

            // Every solution that is come by tells of all counts.
            void See(IReadOnlyList<double> values)
            {
                for (var i = 0; i < asked.Count; i++)
                {
                    var value = values[asked[i].Value.Place];
                    spans[i] = (Math.Min(spans[i].Least, value), Math.Max(spans[i].Most, value));
                }
            }
        }

        private static bool IsOpen((double Least, double Most) span) =>
            span.Least <= span.Most
            && Math.Floor(span.Most + LinearProgram.Inexact) > Math.Ceiling(span.Least - LinearProgram.Inexact);

        private int? Find(int release, string name) => counts.TryGetValue($"{release} {name}", out var known) ? known.Place : null;

        private void Add(int release, string name, JsonNode row, string count)
        {
            var isTold = row[$"{count}AtMost"] is null;
            var least = (int)(decimal)(row[$"{count}AtLeast"] ?? row[count])!;
            var most = (int)(decimal)(row[$"{count}AtMost"] ?? row[count])!;
            // What was not renewed may have moved by four.
            var before = counts.TryGetValue($"{release - 1} {name}", out var known) ? known : default;
            var hasBefore = counts.ContainsKey($"{release - 1} {name}");
            var isHeld = hasBefore && !isTold && before.Least == least && before.Most == most;
            var place = isHeld ? program.Add(Math.Max(0, least - 4), most + 4) : program.Add(least, most);
            counts[$"{release} {name}"] = (place, least, most, isTold);
            if (!hasBefore) return;
            var change = isHeld ? program.Add(-4, 4)
                : before.IsTold ? program.Add(-Unbounded, Unbounded)
                : least > before.Least ? program.Add(5, Unbounded) : program.Add(-Unbounded, -5);
            program.AddEquation((place, 1), (before.Place, -1), (change, -1));
        }

        private void AddSums(int release, string by, JsonArray rows)
        {
            foreach (var figure in rows.Where(row => row!["releasedAt"] is not null).GroupBy(row => $"{row!["indicator"]} {row["period"]}"))
            {
                foreach (var count in new[] { "numerator", "denominator" })
                {
                    var parts = figure.Select(row => Find(release, $"{figure.Key} {by} {row!["member"]} {count}")).ToList();
                    if (parts.Any(part => part is null) || Find(release, $"{figure.Key}   {count}") is not { } whole) continue;
                    program.AddEquation([(whole, -1), .. parts.Select(part => (part!.Value, 1.0))]);
                }
            }
        }
    }
}
