using System.Diagnostics;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Http;

/// <summary>
/// Logs a line for each request: the method, the route, the status and the duration. Not the path, which can hold
/// anything that a caller writes.
/// </summary>
internal sealed partial class RequestLoggingMiddleware(RequestDelegate next, ILogger<RequestLoggingMiddleware> log)
{
    private static readonly HashSet<string> Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"];

    public async Task InvokeAsync(HttpContext http)
    {
        // Set when the response starts, because the answer to an exception clears the headers that were set before it.
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            http.Response.Headers[CorrelationId.Header] = CorrelationId.GetOrCreate(http);
            return Task.CompletedTask;
        }, http);

        // Read now: the handler of exceptions removes the endpoint.
        var route = GetRoute(http);
        var started = Stopwatch.GetTimestamp();
        using var scope = CorrelationId.GetForLogs(http) is { } id
            ? log.BeginScope(new KeyValuePair<string, object?>[] { new("CorrelationId", id) })
            : null;
        await next(http);
        var method = Methods.Contains(http.Request.Method) ? http.Request.Method : "_OTHER";
        Log.Answered(log, method, route, http.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    // The pattern of a group with an empty pattern behind it ends with a slash, which is no part of the address.
    private static string GetRoute(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText switch
    {
        null => "(none)",
        { Length: > 1 } pattern => pattern.TrimEnd('/'),
        var pattern => pattern,
    };

    private static partial class Log
    {
        [LoggerMessage(31, LogLevel.Information, "{Method} {Route} answered {Status} in {Milliseconds:0} ms")]
        public static partial void Answered(ILogger log, string method, string route, int status, double milliseconds);
    }
}
