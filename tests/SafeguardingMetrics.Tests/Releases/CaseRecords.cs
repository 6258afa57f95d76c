using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Releases;

/// <summary>Open cases for tests of releases.</summary>
internal static class CaseRecords
{
    /// <summary>Open cases of one locality and plan, the first of them without a worker.</summary>
    public static IEnumerable<JsonObject> Create(
        string prefix, int unallocated, int allocated, string locality = "East", string plan = "child-in-need", string sex = "F") =>
        Enumerable.Range(1, unallocated + allocated).Select(i => new JsonObject
        {
            ["childId"] = $"{prefix}{i}",
            ["locality"] = locality,
            ["team"] = $"{locality} 1",
            ["planType"] = plan,
            ["openedOn"] = "2026-01-05",
            ["allocatedWorkerId"] = i > unallocated ? $"W{prefix}{i % 9}" : null,
            ["allocatedOn"] = i > unallocated ? "2026-01-06" : null,
            ["sex"] = sex,
        });

    /// <summary>A return of several.</summary>
    public static JsonArray Return(params IEnumerable<JsonObject>[] cases) => [.. cases.SelectMany(some => some)];
}
