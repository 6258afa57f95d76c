using System.Diagnostics;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Http;

/// <summary>A line for each request: its method, its route (never its address, which can hold anything), its status and how long it took.</summary>
internal sealed partial class RequestLoggingMiddleware(RequestDelegate next, ILogger<RequestLoggingMiddleware> log)
{
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public async Task InvokeAsync(HttpContext http)
    {
        http.Response.Headers[CorrelationId.Header] = CorrelationId.GetOrCreate(http);
        http.Response.OnStarting(static state =>
        {
            // An exception's answer begins by clearing the headers.
            var http = (HttpContext)state;
            http.Response.Headers[CorrelationId.Header] = CorrelationId.GetOrCreate(http);
            return Task.CompletedTask;
        }, http);

        // What it is routed to now: an answer to an exception is routed no more.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(none)";
        var begun = Stopwatch.GetTimestamp();
        using var scope = CorrelationId.GetForLogs(http) is { } id ? log.BeginScope(new KeyValuePair<string, object?>[] { new("CorrelationId", id) }) : null;
        await next(http);
        Log.Answered(log, Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER", route, http.Response.StatusCode, Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    private static partial class Log
    {
        [LoggerMessage(31, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0} ms")]
        public static partial void Answered(ILogger log, string method, string route, int status, double milliseconds);
    }
}
