using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.App;

/// <summary>
/// Where Prometheus reads: <c>/metrics</c>, without a key, on a port of its own that only the operator's network
/// reaches. Off unless <c>Metrics__Url</c> names it, such as <c>http://localhost:9464</c>. That the caller is on this
/// machine would prove nothing: behind a proxy everyone is.
/// </summary>
internal static class MetricsPort
{
    /// <summary>The port, or null where it is off.</summary>
    /// <exception cref="InvalidOperationException">It is not an address with a port of its own.</exception>
    public static int? GetPort(IConfiguration configuration)
    {
        if (configuration["Metrics:Url"] is not { Length: > 0 } url) return null;
        var port = BindingAddress.Parse(url).Port;
        if ((configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Where(other => other != url).Any(other => BindingAddress.Parse(other).Port == port))
            throw new InvalidOperationException("Metrics__Url needs a port of its own: who reaches it needs no key.");
        return port;
    }

    /// <summary>Answers on that port, and nothing but the metrics there.</summary>
    public static void UseMetricsPort(this WebApplication app)
    {
        if (GetPort(app.Configuration) is not { } port) return;
        var metrics = app.Services.GetRequiredService<PrometheusTextExporter>();
        app.Use((http, next) =>
        {
            if (http.Connection.LocalPort != port) return next(http);
            if (http.Request.Path == "/metrics" && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)))
            {
                http.Response.ContentType = PrometheusTextExporter.MediaType;
                return http.Response.WriteAsync(metrics.Read(), http.RequestAborted);
            }

            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
