using System.Globalization;
using System.Threading.RateLimiting;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Returns;

/// <summary>
/// How many returns are taken at once, of one client and in all. More wait in the order of their arrival, their bodies
/// not yet read; beyond that they are sent away. One client's many never take the turns of the others.
/// </summary>
public sealed class SubmissionConcurrencyFilter : IEndpointFilter, IDisposable
{
    // About as long as a few returns of ordinary size take.
    private const int SecondsToWait = 5;

    private readonly ServiceLimits limits;
    private readonly PartitionedRateLimiter<string> ofClients;
    private readonly ConcurrencyLimiter inAll;

    /// <summary>Makes them.</summary>
    public SubmissionConcurrencyFilter(ServiceLimits limits)
    {
        this.limits = limits;
        ofClients = PartitionedRateLimiter.Create<string, string>(client => RateLimitPartition.GetConcurrencyLimiter(client, _ => new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.ClientSubmissionsAtOnce,
            QueueLimit = limits.ClientSubmissionsWaiting,
        }));
        inAll = new ConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = limits.SubmissionsAtOnce, QueueLimit = limits.SubmissionsWaiting });
    }

    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        using var own = await ofClients.AcquireAsync(http.User.GetClientId() ?? "", 1, http.RequestAborted);
        if (!own.IsAcquired)
            return Wait(ProblemCatalogue.TooManyAtOnce, $"{limits.ClientSubmissionsAtOnce} returns of yours are being taken and {limits.ClientSubmissionsWaiting} wait.");
        using var general = await inAll.AcquireAsync(1, http.RequestAborted);
        if (!general.IsAcquired) return Wait(ProblemCatalogue.Busy, "As many returns as can be are being taken, and as many as may wait do.");
        return await next(context);

        IResult Wait(Problem problem, string detail)
        {
            http.Response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
            return problem.ToResult(detail);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ofClients.Dispose();
        inAll.Dispose();
    }
}
