using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Returns;

/// <summary>
/// Limits how many submissions are processed at the same time, for each client and in all: a policy of ASP.NET Core's
/// rate limiting middleware. Further submissions wait in the order of their arrival, with their bodies unread. When the
/// queue is full they are rejected. One client's submissions never take the places of the others.
/// </summary>
internal sealed class SubmissionConcurrencyPolicy(ServiceLimits limits) : IRateLimiterPolicy<string>, IDisposable
{
    /// <summary>The name by which endpoints require the policy.</summary>
    public const string Name = "submission-concurrency";

    // About the time that a few returns of ordinary size take.
    private const int RetryAfterSeconds = 5;

    private readonly ConcurrencyLimiter all = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = limits.SubmissionsAtOnce,
        QueueLimit = limits.SubmissionsWaiting,
    });

    /// <summary>
    /// Rejects with 429 where the client's own queue is full, and with 503 where the queue of all clients is.
    /// </summary>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected => (rejected, _) =>
    {
        var problem = rejected.Lease is Lease { IsOfAll: true }
            ? ProblemCatalogue.Busy.ToResult("The service is processing as many returns as it can, and its queue is full.")
            : ProblemCatalogue.TooManyAtOnce.ToResult(
                $"{limits.ClientSubmissionsAtOnce} of your returns are being processed and {limits.ClientSubmissionsWaiting} are waiting.");
        rejected.HttpContext.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);
        return new ValueTask(problem.ExecuteAsync(rejected.HttpContext));
    };

    /// <summary>
    /// A place of the client; a caller who may not submit takes none, since authorization refuses the request next.
    /// </summary>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext) =>
        httpContext.User.HasClaim(Caller.PermissionClaim, Permission.Submit) && httpContext.User.GetClientId() is { } client
            ? RateLimitPartition.Get(client, _ => (RateLimiter)new ClientLimiter(limits, all))
            : RateLimitPartition.GetNoLimiter("");

    /// <inheritdoc/>
    public void Dispose() => all.Dispose();

    // A place among the client's own submissions, then one among all.
    private sealed class ClientLimiter(ServiceLimits limits, ConcurrencyLimiter all) : RateLimiter
    {
        private readonly ConcurrencyLimiter own = new(new ConcurrencyLimiterOptions
        {
            PermitLimit = limits.ClientSubmissionsAtOnce, QueueLimit = limits.ClientSubmissionsWaiting,
        });

        public override TimeSpan? IdleDuration => own.IdleDuration;

        public override RateLimiterStatistics? GetStatistics() => own.GetStatistics();

        protected override RateLimitLease AttemptAcquireCore(int permitCount)
        {
            var first = own.AttemptAcquire(permitCount);
            return new Lease(first, first.IsAcquired ? all.AttemptAcquire(permitCount) : null);
        }

        protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
        {
            var first = await own.AcquireAsync(permitCount, cancellationToken);
            if (!first.IsAcquired) return new Lease(first, null);
            try
            {
                return new Lease(first, await all.AcquireAsync(permitCount, cancellationToken));
            }
            catch
            {
                // The caller has gone while it waited.
                first.Dispose();
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) own.Dispose();
            base.Dispose(disposing);
        }
    }

    // The middleware does not dispose of a lease that it rejects: a place that was taken is given back here.
    private sealed class Lease : RateLimitLease
    {
        private readonly RateLimitLease own;
        private readonly RateLimitLease? all;

        public Lease(RateLimitLease own, RateLimitLease? all)
        {
            (this.own, this.all) = (own, all);
            if (!IsAcquired) own.Dispose();
        }

        public override bool IsAcquired => own.IsAcquired && all is { IsAcquired: true };

        /// <summary>True where the client has a place of its own and there is none among all.</summary>
        public bool IsOfAll => all is { IsAcquired: false };

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                all?.Dispose();
                own.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
