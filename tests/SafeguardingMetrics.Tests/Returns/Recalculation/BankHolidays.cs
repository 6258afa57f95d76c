using System.Text.Json.Nodes;
using SafeguardingMetrics.Tests.Support;

namespace SafeguardingMetrics.Tests.Returns.Recalculation;

/// <summary>Adds and removes bank holidays.</summary>
internal static class BankHolidays
{
    /// <summary>A Wednesday that is a working day unless it is added.</summary>
    public const string Wednesday = "2026-11-04";

    /// <summary>Adds a bank holiday.</summary>
    public static async Task<ApiResponse> AddHoliday(
        this TestService service, string? day = Wednesday, string? name = "By royal proclamation", string key = "demo-admin")
    {
        using var client = service.CreateClientFor(key);
        using var body = new StringContent(new JsonObject { ["day"] = day, ["name"] = name }.ToJsonString(), null, "application/json");
        using var response = await client.PostAsync("/v1/bank-holidays", body);
        return await ApiResponse.Create(response);
    }

    /// <summary>Removes a bank holiday that was added.</summary>
    public static Task<ApiResponse> RemoveHoliday(this TestService service, string day = Wednesday, string key = "demo-admin") =>
        service.Delete($"/v1/bank-holidays/{day}", key);

    /// <summary>What an answer says of what was worked out again, in a line.</summary>
    public static string Recalculated(this ApiResponse answer)
    {
        var done = answer.Json["recalculated"]!;
        return $"{done["returns"]} {done["segments"]} [{string.Join(' ', done["indicators"]!.AsArray().Select(code => (string)code!))}] "
            + $"{done["from"]}..{done["to"]}";
    }

    /// <summary>The median lateness of November's visits, in working days.</summary>
    public static async Task<string> Lateness(this TestService service, string query = "")
    {
        var rows = await service.Values("visit-lateness", $"from=2026-11-01&to=2026-11-30{query}");
        return WriteValues(rows);
    }

    /// <summary>The values of rows of figures, in a line.</summary>
    public static string WriteValues(JsonArray rows) =>
        string.Join(' ', rows.Select(row => FormattableString.Invariant($"{(decimal?)row!["value"]:0.#}")));

    /// <summary>A visit due on Monday 2 November, and made on Friday 6 November: 4 working days late, or 3.</summary>
    public static JsonArray LateVisit(string id = "V-1") => [VisitRecords.CreateMade(id, "2026-11-02", visitedOn: "2026-11-06")];
}
