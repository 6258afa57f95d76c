using System.Diagnostics;
using OpenTelemetry;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Strips a trace's spans, before any exporter sees them, of all but what cannot hold what a caller sent: no address, query, host, user
/// agent, event or state, and the route instead of the path.
/// </summary>
internal sealed class RedactingSpanProcessor : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
            if (!Kept.Contains(name)) data.SetTag(name, null);
        data.TraceStateString = null;
        // The status' words can be an exception's message. Its events cannot be taken away, only kept from being made: nothing here makes any.
        data.SetStatus(data.Status);
        data.DisplayName = $"{data.GetTagItem("http.request.method") ?? data.Kind.ToString()} {data.GetTagItem("http.route")}".TrimEnd();
        if (data.Events.Any()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
