using SafeguardingMetrics.Releases.Making;

namespace SafeguardingMetrics.Releases;

/// <summary>Registers releases.</summary>
public static class ReleaseSetup
{
    /// <summary>Adds what makes them, and the job that does so by itself.</summary>
    public static IServiceCollection AddReleases(this IServiceCollection services) =>
        services.AddSingleton<ReleaseMaker>().AddHostedService<ReleaseJob>();
}
