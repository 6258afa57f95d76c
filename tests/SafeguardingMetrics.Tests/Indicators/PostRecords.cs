using System.Text.Json.Nodes;

namespace SafeguardingMetrics.Tests.Indicators;

/// <summary>Records of workforce posts to send.</summary>
internal static class PostRecords
{
    /// <summary>So many posts filled and so many vacant, each of one full-time equivalent.</summary>
    public static JsonArray CreateMany(int filled, int vacant, string locality = "East") =>
    [
        .. Enumerable.Range(1, filled).Select(i => Create($"F-{i}", "filled", locality)),
        .. Enumerable.Range(1, vacant).Select(i => Create($"V-{i}", "vacant", locality)),
    ];

    /// <summary>A post that breaks no rule.</summary>
    public static JsonObject Create(string id, string status, string locality = "East", decimal fte = 1) => new()
    {
        ["postId"] = id,
        ["locality"] = locality,
        ["team"] = $"{locality} 1",
        ["role"] = "social-worker",
        ["fte"] = fte,
        ["status"] = status,
        ["workerId"] = status == "vacant" ? null : $"W-{id}",
        ["vacantSince"] = status == "vacant" ? "2025-10-01" : null,
        ["dbsCheckedOn"] = status == "vacant" ? null : "2025-01-05",
    };
}
