using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Returns;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.App;

/// <summary>
/// Logs, traces and metrics. Nothing leaves the process but logs on the console, unless configuration says where to.
/// </summary>
internal static class TelemetrySetup
{
    private const string Otlp = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Adds them. <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> sends all three to a collector (with OpenTelemetry's other
    /// <c>OTEL_…</c> settings); <c>Metrics__Url</c> opens a port for Prometheus.
    /// </summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceMeter>();
        builder.Services.AddSingleton<SubmissionTelemetry>();
        builder.AddRedactedLogging();

        var isExported = builder.Configuration[Otlp] is { Length: > 0 };
        var isRead = MetricsPort.GetPort(builder.Configuration) is not null;
        if (isRead) builder.Configuration["urls"] += ";" + builder.Configuration["Metrics:Url"];
        if (!isExported && !isRead) return;

        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService("safeguarding-metrics", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString()))
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(ServiceMeter.Name).AddAspNetCoreInstrumentation();
                if (isRead)
                    metrics.AddReader(services => new BaseExportingMetricReader(services.GetRequiredService<PrometheusTextExporter>()));
            });
        if (isRead) builder.Services.AddSingleton<PrometheusTextExporter>();
        if (!isExported) return;
        telemetry
            // First, so that what exports comes after it.
            .WithTracing(tracing => tracing.AddProcessor(new RedactingSpanProcessor()).AddAspNetCoreInstrumentation())
            .WithLogging(null, logs => logs.IncludeScopes = true)
            .UseOtlpExporter();
    }

    /// <summary>Uses what looks at every request; after what sets headers, before what answers.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        app.UseMiddleware<RequestLoggingMiddleware>();
        app.UseMetricsPort();
    }

    private static void AddRedactedLogging(this WebApplicationBuilder builder)
    {
        builder.Logging.Configure(options =>
            options.ActivityTrackingOptions = ActivityTrackingOptions.TraceId | ActivityTrackingOptions.SpanId);
        if (!builder.Environment.IsDevelopment())
            builder.Logging.AddJsonConsole(console =>
                (console.IncludeScopes, console.UseUtcTimestamp, console.TimestampFormat) = (true, true, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
        if (Console.IsOutputRedirected) builder.Services.UseBatchingConsole();
        builder.Services.RemoveAll<ILoggerFactory>();
        builder.Services.AddSingleton<ILoggerFactory>(RedactingLoggerFactory.Create);
    }

    // At a terminal the framework's own provider stays: it knows the colours of each system's console, and a person
    // reads no faster than it writes.
    private static void UseBatchingConsole(this IServiceCollection services)
    {
        foreach (var provider in services.Where(service => service.ImplementationType == typeof(ConsoleLoggerProvider)).ToList())
            services.Remove(provider);
        services.AddSingleton<ILoggerProvider, BatchingConsoleLoggerProvider>();
    }
}
