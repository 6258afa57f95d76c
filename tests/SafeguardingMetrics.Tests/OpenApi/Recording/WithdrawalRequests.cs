namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests that withdraw a return.</summary>
internal static class WithdrawalRequests
{
    private const string Sender = "demo-social-care";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        var id = ReturnRequests.FindCurrent(recorder);
        recorder.Clock.Advance(TimeSpan.FromMinutes(1));
        await recorder.Delete("withdrawReturn", $"/v1/returns/{id}", "withdrawn", "The receipt, with the return's present status", Sender);
        recorder.Clock.Advance(TimeSpan.FromMinutes(1));
        await recorder.Delete("withdrawReturn", $"/v1/returns/{id}", "not-withdrawable", key: Sender);
        await recorder.Delete("withdrawReturn", $"/v1/returns/{Guid.Empty}", key: Sender);
    }
}
