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
public sealed class RequestBudgets : IDisposable
{
    private readonly ServiceLimits limits;
    private readonly PartitionedRateLimiter<(Budget Budget, string Who)> budgets;

    /// <summary>Makes them.</summary>
    public RequestBudgets(ServiceLimits limits, TimeProvider time)
    {
        this.limits = limits;
        budgets = PartitionedRateLimiter.Create<(Budget Budget, string Who), (Budget, string)>(asked =>
            RateLimitPartition.Get(asked, _ => (RateLimiter)new WindowLimiter(QuotaOf(asked.Budget), TimeSpan.FromSeconds(limits.WindowSeconds), time)));
    }

    /// <summary>Lets a request through, or answers that its budget is spent.</summary>
    public async Task Hold(HttpContext http, RequestDelegate next)
    {
        // Probes are apart: whoever shares a probe's address must not make the service seem dead.
        var isProbe = http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
        var budget = isProbe ? Budget.Probes : http.User.Client() is null ? Budget.Anonymous : http.GetEndpoint()?.Metadata.GetMetadata<SubmissionMetadata>() is null ? Budget.Requests : Budget.Submissions;
        var who = (isProbe ? null : http.User.Client()) ?? AddressOf(http);
        using var lease = (WindowLease)budgets.AttemptAcquire((budget, who));

        var name = budget.ToString().ToLowerInvariant();
        var headers = http.Response.Headers;
        // As late as can be: a problem clears what was said before it.
        http.Response.OnStarting(() =>
        {
            headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";q={QuotaOf(budget)};w={limits.WindowSeconds}");
            headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"{name}\";r={lease.Remaining};t={lease.Seconds}");
            return Task.CompletedTask;
        });

        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        headers.RetryAfter = lease.Seconds.ToString(CultureInfo.InvariantCulture);
        await ProblemCatalogue.TooManyRequests.Because($"{QuotaOf(budget)} are let through in {limits.WindowSeconds} seconds; the window ends in {lease.Seconds}.").ExecuteAsync(http);
    }

    /// <inheritdoc/>
    public void Dispose() => budgets.Dispose();

    private int QuotaOf(Budget budget) => budget switch
    {
        Budget.Submissions => limits.Submissions,
        Budget.Requests => limits.Requests,
        Budget.Probes => limits.Probes,
        _ => limits.AnonymousRequests,
    };

    // Of an IPv6 address its first 64 bits: a household or an office has that many addresses.
    private static string AddressOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }

    private enum Budget
    {
        Anonymous,
        Probes,
        Requests,
        Submissions,
    }
}
