using System.Diagnostics;
using OpenTelemetry;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Redacts a trace's spans before any exporter sees them. Only tags that cannot hold what a caller sent pass: no
/// address, query, host, user agent, event or status text. The route stands in place of the path.
/// </summary>
internal sealed class RedactingSpanProcessor : BaseProcessor<Activity>
{
    private static readonly HashSet<string> AllowedTags =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "network.protocol.version", "error.type"];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
            if (!AllowedTags.Contains(name)) data.SetTag(name, null);
        data.TraceStateString = null;
        // The description of a status can be the message of an exception.
        data.SetStatus(data.Status);
        data.DisplayName = $"{data.GetTagItem("http.request.method") ?? data.Kind.ToString()} {data.GetTagItem("http.route")}".TrimEnd();
        // Events cannot be removed from a span, so a span with events is not exported. Nothing in the service adds any.
        if (data.Events.Any()) data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
