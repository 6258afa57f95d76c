using System.Globalization;
using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Returns;

/// <summary>Records of statutory visits to send.</summary>
internal static class VisitRecords
{
    /// <summary>The header of a CSV return that <see cref="Csv"/> writes.</summary>
    public const string Header = "visitId,childId,locality,team,visitType,dueOn,visitedOn,childSeen,seenAlone";

    /// <summary>A visit that breaks no rule: made on the day it fell due, the child seen alone.</summary>
    public static JsonObject CreateMade(
        string id,
        string dueOn,
        string? visitedOn = null,
        string locality = "East",
        string team = "East 1",
        string type = "child-protection") => new()
        {
            ["visitId"] = id,
            ["childId"] = $"C-{id}",
            ["locality"] = locality,
            ["team"] = team,
            ["visitType"] = type,
            ["dueOn"] = dueOn,
            ["visitedOn"] = visitedOn ?? dueOn,
            ["childSeen"] = true,
            ["seenAlone"] = true,
        };

    /// <summary>A visit that was not made.</summary>
    public static JsonObject CreateMissed(
        string id,
        string dueOn,
        string locality = "East",
        string team = "East 1",
        string type = "child-protection") => new()
        {
            ["visitId"] = id,
            ["childId"] = $"C-{id}",
            ["locality"] = locality,
            ["team"] = team,
            ["visitType"] = type,
            ["dueOn"] = dueOn,
        };

    /// <summary>A visit with an error (R02): its due date does not exist.</summary>
    public static JsonObject CreateFaulty(string id) => CreateMissed(id, "2026-02-30");

    /// <summary>Visits on one day: so many made, so many not.</summary>
    public static JsonArray CreateMany(string day, int made, int missed, string prefix = "V") =>
    [
        .. Enumerable.Range(1, made).Select(i => CreateMade($"{prefix}{day}-m{i.ToString(CultureInfo.InvariantCulture)}", day)),
        .. Enumerable.Range(1, missed).Select(i => CreateMissed($"{prefix}{day}-n{i.ToString(CultureInfo.InvariantCulture)}", day)),
    ];

    /// <summary>The same records as CSV.</summary>
    public static string Csv(IEnumerable<JsonNode?> records) =>
        string.Concat(
            records
                .Select(record => "\n" + string.Join(',', Header.Split(',').Select(field => record![field]?.ToString() ?? "")))
                .Prepend(Header));
}
