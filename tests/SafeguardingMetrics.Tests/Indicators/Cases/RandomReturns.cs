using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Tests.Returns.Segments;
using SafeguardingMetrics.Tests.Simulator;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Indicators.Cases;

/// <summary>
/// Returns of seven datasets, from a seed, some of which take days from one another; of all other datasets, what the
/// simulator draws from their declarations.
/// </summary>
internal static class RandomReturns
{
    private static readonly string[] Localities = ["East", "North", "West"];
    private static readonly Period October = new(new DateOnly(2026, 10, 1), new DateOnly(2026, 10, 31));
    private static readonly Period Middle = new(new DateOnly(2026, 10, 20), new DateOnly(2026, 11, 10));

    /// <summary>Sends them.</summary>
    public static async Task Send(TestService service, Random dice)
    {
        var today = London.Today(service.Clock);
        var records = new RandomRecords(dice);
        foreach (var days in new[] { October, Middle, new Period(Middle.To, today) })
        {
            await Accepted(service, "statutory-visits", days, records.Visits(days, today));
            await Accepted(service, "strategy-meetings", days, Each(days, dice, Meeting));
            await Accepted(service, "health-assessments", days, Each(days, dice, Assessment));
            await Accepted(service, "police-notifications", days, Each(days, dice, Notification));
            await Accepted(service, "school-attendance", days, Each(new Period(days.From, days.From.AddDays(5)), dice, Pupil));
        }

        foreach (var day in new[] { October.From, October.To, Middle.To, today })
        {
            await Accepted(service, "open-cases", new Period(day, day), records.Cases(day, most: 60));
            foreach (var key in new[] { "demo-social-care", "demo-health" })
                await Accepted(service, "workforce-posts", new Period(day, day), Each(October, dice, Post), key);
        }

        foreach (var drawn in DrawnReturns.ListWithoutOwnWriter(October.From, today.AddDays(-1)))
            Assert.That((int)(await DrawnReturns.Post(service, drawn)).Status, Is.EqualTo(201), drawn.Dataset);

        string Place() => Localities[dice.Next(Localities.Length)];

        JsonObject Meeting(string id, DateOnly day)
        {
            var held = day.AddDays(dice.Next(7));
            var isHeld = held <= today && dice.Next(4) > 0;
            return new()
            {
                ["meetingId"] = id,
                ["childId"] = "C-1",
                ["locality"] = Place(),
                ["team"] = $"Team {dice.Next(3)}",
                ["neededOn"] = $"{day:yyyy-MM-dd}",
                ["heldOn"] = isHeld ? $"{held:yyyy-MM-dd}" : null,
                ["socialCareAttended"] = isHeld ? dice.Next(9) > 0 : null,
                ["policeAttended"] = isHeld ? dice.Next(3) > 0 : null,
                ["healthAttended"] = isHeld ? dice.Next(3) > 0 : null,
                ["outcome"] = isHeld && dice.Next(5) > 0 ? "assessment" : null,
            };
        }

        JsonObject Assessment(string id, DateOnly day)
        {
            var completed = day.AddDays(dice.Next(-5, 9));
            return new()
            {
                ["assessmentId"] = id,
                ["childId"] = "C-1",
                ["locality"] = Place(),
                ["provider"] = $"Provider {dice.Next(2)}",
                ["assessmentType"] = "review",
                ["dueOn"] = $"{day:yyyy-MM-dd}",
                ["completedOn"] = completed <= today && dice.Next(4) > 0 ? $"{completed:yyyy-MM-dd}" : null,
            };
        }

        JsonObject Notification(string id, DateOnly day)
        {
            var shared = day.AddDays(dice.Next(6));
            return new()
            {
                ["notificationId"] = id,
                ["locality"] = Place(),
                ["category"] = dice.Next(2) == 0 ? "neglect" : "missing",
                ["riskGrade"] = dice.Next(2) == 0 ? "high" : "standard",
                ["incidentOn"] = $"{day:yyyy-MM-dd}",
                ["sharedOn"] = shared <= today && dice.Next(4) > 0 ? $"{shared:yyyy-MM-dd}" : null,
            };
        }

        JsonObject Pupil(string id, DateOnly day)
        {
            var possible = dice.Next(9);
            return new()
            {
                ["pupilId"] = id,
                ["locality"] = Place(),
                ["socialWorkerStatus"] = dice.Next(2) == 0 ? "child-in-need" : "looked-after",
                ["sessionsPossible"] = possible,
                ["sessionsAttended"] = dice.Next(possible + 1),
            };
        }

        JsonObject Post(string id, DateOnly day) =>
            PostRecords.Create(
                id, dice.Next(3) switch { 0 => "vacant", 1 => "agency-cover", _ => "filled" }, Place(), dice.Next(1, 101) / 100m);
    }

    private static List<JsonObject> Each(Period days, Random dice, Func<string, DateOnly, JsonObject> make) =>
        [
            .. Enumerable.Range(
                0, days.Days).SelectMany(i => Enumerable.Range(0, dice.Next(4)).Select(j => make($"R-{i}-{j}", days.From.AddDays(i)))),
        ];

    private static async Task Accepted(
        TestService service, string dataset, Period days, IEnumerable<JsonObject> records, string? key = null)
    {
        var answer = await service.Post(dataset, days.ToString(), new JsonArray([.. records]), key, isConfirmed: true);
        Assert.That((int)answer.Status, Is.EqualTo(201), answer.Text);
        Assert.That((int)answer.Json["records"]!["rejected"]!, Is.Zero, answer.Text);
    }
}
