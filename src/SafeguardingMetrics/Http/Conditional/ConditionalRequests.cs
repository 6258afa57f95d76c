using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Conditional requests and caching for reads of figures (RFC 9110, section 13). Each response has a strong ETag. While
/// the data has not changed, the response is sent from memory, or not at all (304) to a caller who has it.
/// Authentication, rate limits and authorization come first, as for any request.
/// </summary>
internal static class ConditionalRequests
{
    private const string CacheControl = "private, no-cache";
    private const string Vary = "Accept, Authorization, Cookie, X-Api-Key, X-Agency";

    /// <summary>
    /// Declares that the response of an endpoint depends on the database, the caller, the URL and the time of <see
    /// cref="IRequestClock"/>, and on nothing else that changes.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="isOfFigures">True where the response has figures, which some callers read as they were released.</param>
    public static RouteHandlerBuilder Conditional(this RouteHandlerBuilder endpoint, bool isOfFigures = false) =>
        endpoint.Produces(StatusCodes.Status304NotModified).AddEndpointFilter((context, next) =>
            new ConditionalRequest(context.HttpContext, isOfFigures).Answer(context, next));

    private sealed class ConditionalRequest(HttpContext http, bool isOfFigures)
    {
        private readonly IServiceProvider services = http.RequestServices;
        private string? tag;
        private DateTimeOffset? modified;

        public async ValueTask<object?> Answer(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            // Rows refuses the format.
            if (!RowFormat.IsSupported(http.Request)) return await next(context);

            var (versions, cache) = (services.GetRequiredService<ResponseVersions>(), services.GetRequiredService<ResponseCache>());
            var inputs = services.GetRequiredService<ConditionalInputs>();
            var isOfReleases = isOfFigures && inputs.ReadsReleases(http.User);
            var version = await versions.GetCurrent(isOfReleases, http.RequestAborted);
            tag = EntityTag.Create(http, version, inputs.CallerView(http.User));
            modified = LastModified.Create(version, versions.Started, services.GetRequiredService<TimeProvider>().GetUtcNow());
            if (EntityTag.MatchesIfNoneMatch(http.Request, tag)) return NotModified();

            // If-None-Match goes before If-Modified-Since (RFC 9110, section 13.1.3).
            var isKnownToCaller = EntityTag.IsIfNoneMatchAny(http.Request)
                || (http.Request.Headers.IfNoneMatch.Count == 0 && LastModified.MatchesIfModifiedSince(http.Request, modified));
            if (cache.Find(tag) is { } cached)
            {
                if (isKnownToCaller) return NotModified();
                SetHeaders();
                services.GetRequiredService<ServiceMeter>().RecordFiguresRead(cached.Figures);
                return new CachedResult(cached);
            }

            services.GetRequiredService<RequestClock>().StopAt(version.At);
            var result = await next(context);
            var made = result is INestedHttpResult nested ? nested.Result : result as IResult;
            if (made is null or IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) }) return result;

            // The data changed during the read. The response may mix two versions, so it is sent without ETag and
            // Last-Modified.
            if (await versions.GetCurrent(isOfReleases, http.RequestAborted) != version)
            {
                (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = (CacheControl, Vary);
                return result;
            }

            if (isKnownToCaller) return NotModified();
            SetHeaders();
            return new CachingResult(made, cache, version, tag);
        }

        private StatusCodeHttpResult NotModified()
        {
            SetHeaders();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        private void SetHeaders()
        {
            var headers = http.Response.Headers;
            (headers.ETag, headers.CacheControl, headers.Vary) = (tag, CacheControl, Vary);
            if (modified is { } at) headers.LastModified = HeaderUtilities.FormatDate(at);
        }
    }

    /// <summary>Sends a response from the cache.</summary>
    private sealed class CachedResult(CachedResponse response) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = response.ContentType;
            httpContext.Response.ContentLength = response.Body.Length;
            await httpContext.Response.Body.WriteAsync(response.Body, httpContext.RequestAborted);
        }
    }

    /// <summary>Sends a result, and caches the bytes that were sent.</summary>
    private sealed class CachingResult(IResult made, ResponseCache cache, ResponseVersion version, string tag) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var body = httpContext.Response.Body;
            await using var tee = new TeeStream(body, cache.MaxBytes);
            httpContext.Response.Body = tee;
            try
            {
                await made.ExecuteAsync(httpContext);
                await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
            finally
            {
                httpContext.Response.Body = body;
            }

            // A response that was aborted, or that became a problem while it was written, is not cached.
            if (httpContext.Response.StatusCode == StatusCodes.Status200OK
                && !httpContext.RequestAborted.IsCancellationRequested && tee.Copy is { } bytes)
                cache.Set(version, tag, new CachedResponse(
                    httpContext.Response.ContentType, bytes, httpContext.RequestServices.GetRequiredService<FigureCounter>().Count));
        }
    }
}
