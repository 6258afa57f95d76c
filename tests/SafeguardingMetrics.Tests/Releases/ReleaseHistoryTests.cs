using System.Globalization;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Returns;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Releases;

/// <summary>
/// A history in which every return differs from the one before by one record: what a protected key reads changes with releases only, and
/// no number of it where the truth moved by less than five.
/// </summary>
[Parallelizable(ParallelScope.All)]
public sealed class ReleaseHistoryTests
{
    private const string Months = "from=2026-09-01&to=2027-01-31";

    private static readonly string[] Questions =
    [
        $"/v1/indicators/visits-on-time/values?{Months}", $"/v1/indicators/visits-on-time/values?{Months}&by=locality",
        $"/v1/indicators/visits-on-time/values?{Months}&by=visit-type", $"/v1/indicators/visits-on-time/values?{Months}&agency=EXA-CSC",
        $"/v1/indicators/visits-on-time/values?{Months}&interval=quarter&by=team",
        $"/v1/indicators/visits-on-time/values?{Months}&interval=to-date", $"/v1/indicators/visits-on-time/chart?{Months}",
        $"/v1/indicator-values?{Months}&format=csv",
    ];

    [TestCase(3)]
    [TestCase(8)]
    public async Task Answers_change_with_releases_and_numbers_where_the_truth_moved_by_five(int seed)
    {
        await using var service = new TestService();
        var dice = new Random(seed);
        await Sent(service, "open-cases", "2026-10-31", CaseRecords.Return(CaseRecords.Create("A", 3, 150)));
        var sent = new Dictionary<string, List<JsonObject>>();
        foreach (var month in new[] { "2026-09", "2026-10" })
        {
            sent[month] = [.. Enumerable.Range(1, 40).Select(i => Visit(month, i, dice))];
            await Sent(service, "statutory-visits", month, Body(sent[month]));
        }

        var renewed = new Dictionary<string, (decimal Truth, string Shown)>();
        var moved = 0;
        for (var day = new DateOnly(2026, 11, 23); day < new DateOnly(2027, 8, 1); day = day.AddDays(6))
        {
            var made = await service.MakeReleases($"{day:yyyy-MM-dd}");
            var before = await Read(service);
            var month = dice.Next(2) == 0 ? "2026-09" : "2026-10";
            Change(sent[month], month, dice);
            service.Clock.Advance(TimeSpan.FromMinutes(3));
            await Sent(service, "statutory-visits", month, Body(sent[month]));
            Assert.That(await Read(service), Is.EqualTo(before), $"{day:yyyy-MM-dd}: no return is a release");
            if (made > 0) moved += await AssertHeld(service, renewed);
        }

        Assert.That(moved, Is.GreaterThan(3), "numbers are renewed in time");
    }

    // What is shown moves only where the truth is five or more away from what it was when it was shown first.
    private static async Task<int> AssertHeld(TestService service, Dictionary<string, (decimal Truth, string Shown)> renewed)
    {
        var moved = 0;
        foreach (var by in new[] { "", "&by=locality", "&by=visit-type", "&interval=quarter" })
        {
            var board = (await service.Get($"/v1/indicators/visits-on-time/values?{Months}{by}", "demo-board")).Json.AsArray();
            foreach (var row in board.Where(row => row!["releasedAt"] is not null))
            {
                var truth = (await service.Values(
                    "visits-on-time", $"{Months}{by}&knownAt={Uri.EscapeDataString((string)row!["releasedAt"]!)}"))
                    .FirstOrDefault(other => $"{other!["period"]}{other["member"]}" == $"{row["period"]}{row["member"]}");
                // Of forty children and more: the check leaves nothing of the whole out.
                if (row["member"] is null)
                    Assert.That(row["denominator"], Is.Not.Null, $"{by} {row["period"]} of {row["releasedAt"]} is told");
                foreach (var count in new[] { "numerator", "denominator" })
                {
                    var key = $"{by} {row["period"]} {row["member"]} {count}";
                    var shown = $"{row[$"{count}AtLeast"]} to {row[$"{count}AtMost"]}";
                    var now = (decimal?)truth?[count] ?? 0;
                    if (renewed.TryGetValue(key, out var last) && last.Shown == shown) continue;
                    if (last.Shown is not null)
                    {
                        moved++;
                        Assert.That(Math.Abs(now - last.Truth), Is.GreaterThanOrEqualTo(5), $"{key}: {last} is now {now}, {shown}");
                    }

                    renewed[key] = (now, shown);
                }
            }
        }

        return moved;
    }

    private static async Task<string> Read(TestService service)
    {
        var answers = new List<string>();
        foreach (var question in Questions)
        {
            var answer = await service.Get(question, "demo-board");
            Assert.That((int)answer.Status, Is.EqualTo(200), answer.Text);
            answers.Add(answer.Headers["ETag"] + answer.Text);
        }

        return string.Join('\n', answers);
    }

    private static void Change(List<JsonObject> visits, string month, Random dice)
    {
        // Mostly more: then numbers move in time.
        for (var i = dice.Next(1, 4); i > 0; i--)
        {
            if (dice.Next(4) > 0) visits.Add(Visit(month, visits.Count + 1000 + dice.Next(100_000), dice));
            else visits.RemoveAt(dice.Next(visits.Count));
        }
    }

    private static JsonObject Visit(string month, int number, Random dice)
    {
        var (id, day) = ($"V-{month}-{number}", $"{month}-{dice.Next(1, 29).ToString("00", CultureInfo.InvariantCulture)}");
        var (locality, type) = (dice.Next(3) == 0 ? "West" : "East", dice.Next(6) == 0 ? "looked-after" : "child-protection");
        return dice.Next(4) == 0
            ? VisitRecords.CreateMissed(id, day, locality, type: type)
            : VisitRecords.CreateMade(id, day, locality: locality, type: type);
    }

    private static JsonArray Body(IEnumerable<JsonObject> visits) => [.. visits.Select(visit => visit.DeepClone())];

    private static async Task Sent(TestService service, string dataset, string period, JsonNode records)
    {
        var answer = await service.Post(dataset, period, records, isConfirmed: true);
        Assert.That((int)answer.Status, Is.AnyOf(200, 201), answer.Text);
    }
}
