namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/bank-holidays</c>.</summary>
internal static class BankHolidayRequests
{
    private const string BankHolidays = "/v1/bank-holidays";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        const string Proclaimed = """{ "day": "2026-08-05", "name": "Bank holiday by royal proclamation" }""";
        await recorder.Post("addBankHoliday", BankHolidays, Proclaimed, "added", "It was added, and a visit is late by a day less");
        await recorder.Post(
            "addBankHoliday", BankHolidays, """{ "day": "2026-12-25", "name": "Christmas" }""", "already-bank-holiday");
        await recorder.Post("addBankHoliday", BankHolidays, """{ "day": "2026-08-08", "name": "" }""", "invalid-bank-holiday");
        await recorder.Post("addBankHoliday", BankHolidays, "{");
        await recorder.Post("addBankHoliday", BankHolidays, "", mediaType: "text/plain");
        foreach (var format in new[] { "json", "csv" })
            await recorder.Get(
                "listBankHolidays", $"{BankHolidays}?from=2026-08-01&to=2026-08-31&format={format}", "ofAMonth",
                "Of a month, with one that was added");
        await recorder.Get("listBankHolidays", $"{BankHolidays}?from=then");
        await recorder.Delete("removeBankHoliday", $"{BankHolidays}/2026-08-05", "removed", "It was removed, and figures are as before");
        await recorder.Delete("removeBankHoliday", $"{BankHolidays}/2026-12-25", "unknown-bank-holiday");
    }
}
