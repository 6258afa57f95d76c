using System.Globalization;
using System.Threading.RateLimiting;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// How many requests a client may make in a window: one budget for returns and one for everything else, so that a job that posts in a
/// loop does not keep the board from its figures; and one for probes. Who has no valid credential shares the budget of its address. Counted by each instance for itself.
/// </summary>
/// <remarks>The headers are of draft-ietf-httpapi-ratelimit-headers-10: the policy's name, q its quota, w its window; r what remains, t the seconds until it is renewed.</remarks>
public sealed class RateLimitMiddleware : IDisposable
{
    private readonly ServiceLimits limits;
    private readonly PartitionedRateLimiter<(RateLimitPolicy Budget, string Who)> budgets;

    /// <summary>Makes them.</summary>
    public RateLimitMiddleware(ServiceLimits limits, TimeProvider time)
    {
        this.limits = limits;
        budgets = PartitionedRateLimiter.Create<(RateLimitPolicy Budget, string Who), (RateLimitPolicy, string)>(asked =>
            RateLimitPartition.Get(asked, _ => (RateLimiter)new FixedWindowLimiter(GetPermitLimit(asked.Budget), TimeSpan.FromSeconds(limits.WindowSeconds), time)));
    }

    /// <summary>Lets a request through, or answers that its budget is spent.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        // Probes are apart: whoever shares a probe's address must not make the service seem dead.
        var isProbe = http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        var budget = isProbe ? RateLimitPolicy.Probes : http.User.GetClientId() is null ? RateLimitPolicy.Anonymous : http.GetEndpoint()?.Metadata.GetMetadata<SubmissionMetadata>() is null ? RateLimitPolicy.Requests : RateLimitPolicy.Submissions;
        var who = (isProbe ? null : http.User.GetClientId()) ?? GetClientAddress(http);
        using var lease = (FixedWindowLease)budgets.AttemptAcquire((budget, who));

        var name = budget.ToString().ToLowerInvariant();
        var headers = http.Response.Headers;
        // As late as can be: a problem clears what was said before it.
        http.Response.OnStarting(() =>
        {
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={GetPermitLimit(budget)};w={limits.WindowSeconds}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={lease.Remaining};t={lease.Seconds}");
            return Task.CompletedTask;
        });

        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        headers.RetryAfter = lease.Seconds.ToString(CultureInfo.InvariantCulture);
        await ProblemCatalogue.TooManyRequests.ToResult($"{GetPermitLimit(budget)} are let through in {limits.WindowSeconds} seconds; the window ends in {lease.Seconds}.").ExecuteAsync(http);
    }

    /// <inheritdoc/>
    public void Dispose() => budgets.Dispose();

    private int GetPermitLimit(RateLimitPolicy budget) => budget switch
    {
        RateLimitPolicy.Submissions => limits.Submissions,
        RateLimitPolicy.Requests => limits.Requests,
        RateLimitPolicy.Probes => limits.Probes,
        _ => limits.AnonymousRequests,
    };

    // Of an IPv6 address its first 64 bits: a household or an office has that many addresses.
    private static string GetClientAddress(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private enum RateLimitPolicy
    {
        Anonymous,
        Probes,
        Requests,
        Submissions,
    }
}
