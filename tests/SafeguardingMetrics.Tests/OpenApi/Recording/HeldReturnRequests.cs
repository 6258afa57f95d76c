using System.Text;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Tests.Returns;

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>A return that is held, and its confirmation.</summary>
internal static class HeldReturnRequests
{
    private const string Sender = "demo-social-care";
    private const string Submit = "submitReturn";
    private const string Address = "/v1/returns/statutory-visits?period=2026-09";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        var month = VisitRecords.CreateMany("2026-09-08", made: 25, missed: 0).ToJsonString();
        await recorder.Post(Submit, Address, month, key: Sender);
        using var strict = new StringContent("[]", Encoding.UTF8, MediaTypes.Json);
        await recorder.Post(Submit, Address, strict, "would-be-held", "", Sender, ("Prefer", "handling=strict"));
        var held = await recorder.Post(Submit, Address, "[]", key: Sender);
        foreach (var format in new[] { "json", "csv" })
        {
            await recorder.Get(
                "listHeld", $"/v1/data-quality/held?from=2026-09-01&to=2026-09-30&format={format}", "held",
                "A month that came without records");
        }

        await recorder.Get("listHeld", "/v1/data-quality/held?from=then");
        var confirmation = $"/v1/returns/{held.ReturnId}/confirmation";
        await Confirm(recorder, confirmation, "{}", "invalid-confirmation", "");
        await Confirm(
            recorder, confirmation, """{ "reason": "The team has moved to another authority." }""", "confirmed",
            "The receipt of the return, which is taken now");
        await Confirm(recorder, confirmation, """{ "reason": "Once more." }""", "not-held", "");
        await Confirm(recorder, $"/v1/returns/{Guid.Empty}/confirmation", """{ "reason": "Unknown." }""", null, "");
    }

    private static async Task Confirm(ResponseRecorder recorder, string address, string body, string? name, string summary) =>
        await recorder.Post("confirmReturn", address, body, name, summary, Sender);
}
