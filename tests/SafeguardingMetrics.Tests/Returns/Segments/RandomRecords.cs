using System.Text.Json.Nodes;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Tests.Returns.Segments;

/// <summary>Records that break no error rule, from a seed.</summary>
internal sealed class RandomRecords(Random dice)
{
    private static readonly string[] Localities = ["East", "North", "South", "West"];
    private static readonly string[] VisitTypes = ["child-protection", "looked-after", "child-in-need", "care-leaver"];
    private static readonly string[] PlanTypes =
    [
        "referral",
        "assessment",
        "child-in-need",
        "child-protection",
        "looked-after",
        "care-leaver",
    ];
    private int number;

    /// <summary>Visits that fall due within a period, some a day.</summary>
    public IReadOnlyList<JsonObject> Visits(Period days, DateOnly receivedOn, int most = 4) =>
    [
        .. Enumerable.Range(0, days.Days)
            .Select(days.From.AddDays)
            .SelectMany(day => Enumerable.Range(0, dice.Next(most + 1)).Select(_ => Visit(day, receivedOn))),
    ];

    /// <summary>Cases open on a day.</summary>
    public IReadOnlyList<JsonObject> Cases(
        DateOnly day, int most = 25) => [.. Enumerable.Range(0, dice.Next(most + 1)).Select(_ => Case(day))];

    /// <summary>A visit of a key that was sent before, due on a day.</summary>
    public JsonObject VisitAgain(string key, DateOnly due, DateOnly receivedOn)
    {
        var visit = Visit(due, receivedOn);
        visit["visitId"] = key;
        return visit;
    }

    private JsonObject Visit(DateOnly due, DateOnly receivedOn)
    {
        var locality = Localities[dice.Next(Localities.Length)];
        var visited = due.AddDays(dice.Next(-2, 9));
        var isMade = dice.Next(4) > 0 && visited <= receivedOn;
        var isSeen = dice.Next(5) > 0;
        return new JsonObject
        {
            ["visitId"] = $"V-{++number}",
            ["childId"] = $"C-{dice.Next(50)}",
            ["locality"] = locality,
            ["team"] = $"{locality} {dice.Next(1, 3)}",
            ["visitType"] = VisitTypes[dice.Next(VisitTypes.Length)],
            ["dueOn"] = $"{due:yyyy-MM-dd}",
            ["visitedOn"] = isMade ? $"{visited:yyyy-MM-dd}" : null,
            ["childSeen"] = isMade ? isSeen : null,
            ["seenAlone"] = isMade ? isSeen && dice.Next(3) > 0 : null,
        };
    }

    private JsonObject Case(DateOnly day)
    {
        var locality = Localities[dice.Next(Localities.Length)];
        var opened = day.AddDays(-dice.Next(200));
        var isAllocated = dice.Next(4) > 0;
        return new JsonObject
        {
            ["childId"] = $"C-{++number}",
            ["locality"] = locality,
            ["team"] = $"{locality} {dice.Next(1, 3)}",
            ["planType"] = PlanTypes[dice.Next(PlanTypes.Length)],
            ["openedOn"] = $"{opened:yyyy-MM-dd}",
            ["allocatedWorkerId"] = isAllocated ? $"W-{dice.Next(6)}" : null,
            ["allocatedOn"] = isAllocated ? $"{opened.AddDays(dice.Next(day.DayNumber - opened.DayNumber + 1)):yyyy-MM-dd}" : null,
            ["workersInLast12Months"] = dice.Next(3) == 0 ? null : dice.Next(6),
        };
    }
}
