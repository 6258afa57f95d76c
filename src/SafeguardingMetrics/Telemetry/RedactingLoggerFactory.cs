using Microsoft.Extensions.Options;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Stands between everything that logs and everything that writes logs, so that no line can hold what a caller sent, at whatever level
/// and by whichever writer: configuration can choose lines, but not make them tell more.
/// </summary>
internal sealed class RedactingLoggerFactory(ILoggerFactory inner) : ILoggerFactory
{
    private const string Ours = "SafeguardingMetrics";

    // What it says at start and at stop: addresses listened on, the environment's name.
    private const string Lifetime = "Microsoft.Hosting.Lifetime";

    public ILogger CreateLogger(string categoryName)
    {
        var isOurs = categoryName == Ours || categoryName.StartsWith(Ours + ".", StringComparison.Ordinal) || categoryName == Lifetime;
        return new RedactingLogger(inner.CreateLogger(categoryName), isOurs);
    }

    public void AddProvider(ILoggerProvider provider) => inner.AddProvider(provider);

    public void Dispose() => inner.Dispose();

    /// <summary>Makes one over the framework's own factory.</summary>
    public static RedactingLoggerFactory Create(IServiceProvider services) => new(new LoggerFactory(
        services.GetServices<ILoggerProvider>(),
        services.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
        services.GetRequiredService<IOptions<LoggerFactoryOptions>>(),
        services.GetService<IExternalScopeProvider>()));
}
