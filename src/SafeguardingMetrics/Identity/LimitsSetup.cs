using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Http.Limits;

namespace SafeguardingMetrics.Identity;

/// <summary>Registers the limits, and configures the web server with its part of them.</summary>
public static class LimitsSetup
{
    /// <summary>
    /// How long a sender may be slower than <see cref="ServiceLimits.BodyBytesASecond"/> at the start of a body.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Adds the limits. A value outside its range keeps the service from starting.</summary>
    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddOptions<ServiceLimits>().BindConfiguration(ServiceLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<ServiceLimits>>().Value);
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimitsSetup>();
        return services.AddClientRateLimits();
    }

    private sealed class KestrelLimitsSetup(ServiceLimits limits) : IConfigureOptions<KestrelServerOptions>
    {
        public void Configure(KestrelServerOptions options)
        {
            var server = options.Limits;
            server.MaxRequestLineSize = limits.AddressBytes;
            server.MaxRequestHeadersTotalSize = limits.HeaderBytes;
            server.MaxRequestHeaderCount = limits.Headers;
            server.RequestHeadersTimeout = TimeSpan.FromSeconds(limits.HeaderSeconds);
            // Routes that take returns and tables have limits of their own, in their metadata.
            server.MaxRequestBodySize = limits.SettingBytes;
            server.MinRequestBodyDataRate = limits.BodyBytesASecond == 0 ? null : new MinDataRate(limits.BodyBytesASecond, Grace);
            server.MaxConcurrentConnections = limits.Connections;
            server.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        }
    }
}
