

namespace SafeguardingMetrics.Tests.OpenApi.Recording;

/// <summary>Requests of <c>/v1/targets</c>.</summary>
internal static class TargetRequests
{
    private const string Targets = "/v1/targets";

    /// <summary>Sends the requests.</summary>
    public static async Task Send(ResponseRecorder recorder)
    {
        const string Setting = """{"indicator":"visits-on-time","validFrom":"2026-04-01","value":90,"tolerance":5}""";
        var set = await recorder.Post("setTarget", Targets, Setting, "set", "A target of the whole partnership");
        await recorder.Post("setTarget", Targets, Setting, "repeated", "The same target again: nothing changes");
        await recorder.Post(
            "setTarget", Targets, """{"indicator":"visits-on-time","validFrom":"2026-04-01","value":900}""", "invalid-target");
        await recorder.Post("setTarget", Targets, "{");
        await recorder.Post("setTarget", Targets, "", mediaType: "text/plain");
        await recorder.Get("getTarget", $"{Targets}/{set.Json["targetId"]}", "target", "A target of the whole partnership");
        foreach (var format in new[] { "json", "csv" })
            await recorder.Get(
                "listTargets", $"{Targets}?indicator=visits-on-time&format={format}", "current", "The current targets of an indicator");
        await recorder.Get("getTarget", $"{Targets}/{Guid.Empty}", "unknown-target");
        await recorder.Get("listTargets", $"{Targets}?history=yes");

        var other = await recorder.Post(
            "setTarget",
            Targets,
            """{"indicator":"vacancy-rate","validFrom":"2026-04-01","value":10,"locality":"East"}""");
        await recorder.Delete(
            "withdrawTarget", $"{Targets}/{other.Json["targetId"]}", "withdrawn", "The target, with the time at which it ended");
        await recorder.Delete("withdrawTarget", $"{Targets}/{other.Json["targetId"]}", "target-ended");
        await recorder.Delete("withdrawTarget", $"{Targets}/{Guid.Empty}");
    }
}
