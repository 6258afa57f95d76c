using System.Globalization;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Rate limits by client: the global limiter of ASP.NET Core's rate limiting middleware. Each client has one budget for
/// submissions and one for all other requests, so that a job that submits in a loop does not keep the board from its
/// figures. Requests without a valid credential share the budget of their address. Health probes have a budget of their
/// own. Each instance of the service counts for itself.
/// </summary>
/// <remarks>
/// Headers of draft-ietf-httpapi-ratelimit-headers-10: the policy's name, q the quota, w the window in seconds; r the
/// remaining requests, t the seconds until the window ends.
/// </remarks>
internal sealed class ClientRateLimiter : PartitionedRateLimiter<HttpContext>
{
    private readonly ServiceLimits limits;
    private readonly PartitionedRateLimiter<(Budget Budget, string Client)> windows;

    /// <summary>Creates the limiter with no request counted.</summary>
    public ClientRateLimiter(ServiceLimits limits, TimeProvider time)
    {
        this.limits = limits;
        var window = TimeSpan.FromSeconds(limits.WindowSeconds);
        windows = PartitionedRateLimiter.Create<(Budget Budget, string Client), (Budget, string)>(asked =>
            RateLimitPartition.Get(asked, _ => (RateLimiter)new FixedWindowLimiter(GetPermitLimit(asked.Budget), window, time)));
    }

    private enum Budget
    {
        Anonymous,
        Probes,
        Requests,
        Submissions,
    }

    /// <inheritdoc/>
    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => null;

    /// <summary>Answers a request whose budget is spent: 429 with <c>Retry-After</c>.</summary>
    public ValueTask Reject(OnRejectedContext rejected, CancellationToken cancel)
    {
        var (http, lease) = (rejected.HttpContext, (FixedWindowLease)rejected.Lease);
        http.Response.Headers.RetryAfter = lease.Seconds.ToString(CultureInfo.InvariantCulture);
        var most = GetPermitLimit(GetBudget(http));
        return new ValueTask(ProblemCatalogue.TooManyRequests
            .ToResult($"{most} requests are allowed in {limits.WindowSeconds} seconds. The next window begins in {lease.Seconds} seconds.")
                .ExecuteAsync(http));
    }

    /// <inheritdoc/>
    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        var budget = GetBudget(resource);
        var lease = (FixedWindowLease)windows.AttemptAcquire(
            (budget, (budget == Budget.Probes ? null : resource.User.GetClientId()) ?? GetClientAddress(resource)));
        if (budget == Budget.Submissions) resource.Features.Set(lease);

        // Set when the response starts, because a problem clears the headers that were set before it.
        resource.Response.OnStarting(() =>
        {
            var (headers, name) = (resource.Response.Headers, budget.ToString().ToLowerInvariant());
            headers["RateLimit-Policy"] = string.Create(
                CultureInfo.InvariantCulture, $"\"{name}\";q={GetPermitLimit(budget)};w={limits.WindowSeconds}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={lease.Remaining};t={lease.Seconds}");
            return Task.CompletedTask;
        });
        return lease;
    }

    /// <summary>
    /// The middleware asks again, and waits, where a submission finds no free place at once
    /// (<c>SubmissionConcurrencyPolicy</c>) or the budget is spent. A request is counted once: the second question gets
    /// the first answer.
    /// </summary>
    protected override ValueTask<RateLimitLease> AcquireAsyncCore(
        HttpContext resource, int permitCount, CancellationToken cancellationToken) =>
        ValueTask.FromResult(resource.Features.Get<FixedWindowLease>() ?? AttemptAcquireCore(resource, permitCount));

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing) windows.Dispose();
        base.Dispose(disposing);
    }

    // Probes are apart: a client at the address of a probe must not make the service look dead.
    private static Budget GetBudget(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) ? Budget.Probes
        : http.User.GetClientId() is null ? Budget.Anonymous
        : http.GetEndpoint()?.Metadata.GetMetadata<SubmissionMetadata>() is null ? Budget.Requests : Budget.Submissions;

    // Of an IPv6 address the first 64 bits: a household or an office has that many addresses.
    private static string GetClientAddress(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes(), 0, 8)
            : address.ToString();
    }

    private int GetPermitLimit(Budget budget) => budget switch
    {
        Budget.Submissions => limits.Submissions,
        Budget.Requests => limits.Requests,
        Budget.Probes => limits.Probes,
        _ => limits.AnonymousRequests,
    };
}

/// <summary>Registers rate limits by client.</summary>
internal static class ClientRateLimits
{
    /// <summary>Adds ASP.NET Core's rate limiting with the limits by client.</summary>
    public static IServiceCollection AddClientRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<ClientRateLimiter>().AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<ClientRateLimiter>((options, limiter) =>
        {
            options.GlobalLimiter = limiter;
            options.OnRejected = limiter.Reject;
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        });
        return services;
    }
}
