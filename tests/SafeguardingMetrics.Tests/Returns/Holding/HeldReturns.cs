using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Holding;

/// <summary>Returns that are held, and what is done with them.</summary>
internal static class HeldReturns
{
    /// <summary>Visits on a day of a month, each with a key of its own.</summary>
    public static JsonArray Visits(string day, int made, string prefix = "V") =>
        [.. Enumerable.Range(1, made).Select(i => VisitRecords.CreateMade($"{prefix}-{i.ToString(CultureInfo.InvariantCulture)}", day))];

    /// <summary>Open cases of so many children.</summary>
    public static JsonArray Cases(int children, string prefix = "C", bool hasWorkers = true) =>
    [
        .. Enumerable.Range(1, children).Select(i => new JsonObject
        {
            ["childId"] = $"{prefix}-{i.ToString(CultureInfo.InvariantCulture)}",
            ["locality"] = "East",
            ["team"] = "East 1",
            ["planType"] = "child-in-need",
            ["openedOn"] = "2026-01-05",
            ["allocatedWorkerId"] = hasWorkers ? $"W-{i % 7}" : null,
            ["allocatedOn"] = hasWorkers ? "2026-01-06" : null,
        }),
    ];

    /// <summary>Says that a held return is right.</summary>
    public static async Task<ApiResponse> Confirm(
        this TestService service, string returnId, string key = "demo-social-care", string reason = "The team has closed.")
    {
        using var client = service.CreateClientFor(key);
        using var body = new StringContent(new JsonObject { ["reason"] = reason }.ToJsonString(), null, "application/json");
        using var response = await client.PostAsync($"/v1/returns/{returnId}/confirmation", body);
        return await ApiResponse.Create(response);
    }

    /// <summary>The status that a return has now.</summary>
    public static async Task<string> Status(this TestService service, string returnId) =>
        (string)(await service.Get($"/v1/returns/{returnId}")).Json["status"]!;

    /// <summary>The number of visits that the month's figure counts; null where there is no figure.</summary>
    public static async Task<decimal?> CountVisits(this TestService service, string from, string to, string? knownAt = null)
    {
        var known = knownAt is null ? "" : $"&knownAt={Uri.EscapeDataString(knownAt)}";
        var rows = await service.Values("visits-on-time", $"from={from}&to={to}{known}");
        return (decimal?)rows.FirstOrDefault()?["denominator"];
    }

    /// <summary>Holds that a return was answered as a held one, for these reasons.</summary>
    public static void AssertHeld(ApiResponse answer, params string[] codes)
    {
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Accepted), answer.Text);
        Assert.That((string)answer.Json["status"]!, Is.EqualTo("held"));
        var held = answer.Json["held"]!;
        var reasons = held["reasons"]!.AsArray().Select(reason => (string)reason!["code"]!).Distinct();
        Assert.That(reasons, Is.EquivalentTo(codes), answer.Text);
        Assert.That((string)held["message"]!, Does.StartWith((string)held["reasons"]![0]!["message"]!));
        Assert.That(answer.Json["supersedes"]!.AsArray(), Is.Empty);
        Assert.That(answer.Json["indicators"]!.AsArray(), Is.Empty);
    }
}
