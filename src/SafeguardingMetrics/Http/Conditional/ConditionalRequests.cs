using Microsoft.Net.Http.Headers;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// Reads of figures: each answer has a strong ETag (RFC 9110), is given again from memory while nothing has changed, and not at all (304) to who has it. Who asks is known and
/// counted before, as for any request.
/// </summary>
internal static class ConditionalRequests
{
    private const string CacheControl = "private, no-cache";
    private const string Vary = "Accept, Authorization, Cookie, X-Api-Key, X-Agency";

    /// <summary>Declares a read of what lies in the database, and of nothing else that changes. Its handler takes the time from <see cref="IRequestClock"/>.</summary>
    public static RouteHandlerBuilder Conditional(this RouteHandlerBuilder endpoint) => endpoint.Produces(StatusCodes.Status304NotModified).AddEndpointFilter(async (context, next) =>
    {
        var http = context.HttpContext;
        // Refused by who writes the rows.
        if (!RowFormat.IsSupported(http.Request)) return await next(context);

        var (moments, kept) = (http.RequestServices.GetRequiredService<ResponseVersions>(), http.RequestServices.GetRequiredService<ResponseCache>());
        var moment = await moments.GetCurrent(http.RequestAborted);
        var tag = EntityTag.Create(http, moment, http.RequestServices.GetRequiredService<ConditionalInputs>().CallerView(http.User));
        var modified = LastModified.Create(moment, moments.Started, http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
        if (EntityTag.MatchesIfNoneMatch(http.Request, tag)) return NotModified();

        var isOld = EntityTag.IsIfNoneMatchAny(http.Request) || (http.Request.Headers.IfNoneMatch.Count == 0 && LastModified.MatchesIfModifiedSince(http.Request, modified));
        if (kept.Find(tag) is { } answer)
        {
            if (isOld) return NotModified();
            Describe();
            http.RequestServices.GetRequiredService<ServiceMeter>().RecordFiguresRead(answer.Figures);
            return new CachedResult(answer);
        }

        http.RequestServices.GetRequiredService<RequestClock>().StopAt(moment.At);
        var result = await next(context);
        var made = result is INestedHttpResult nested ? nested.Result : result as IResult;
        if (made is null or IStatusCodeHttpResult { StatusCode: not (null or StatusCodes.Status200OK) }) return result;

        // Something was committed while it was read: it is of one state or the other, and has no name.
        if (await moments.GetCurrent(http.RequestAborted) != moment)
        {
            (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = (CacheControl, Vary);
            return result;
        }

        if (isOld) return NotModified();
        Describe();
        return new CachingResult(made, kept, moment, tag);

        IResult NotModified()
        {
            Describe();
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        void Describe()
        {
            var headers = http.Response.Headers;
            (headers.ETag, headers.CacheControl, headers.Vary) = (tag, CacheControl, Vary);
            if (modified is { } at) headers.LastModified = HeaderUtilities.FormatDate(at);
        }
    });

    private sealed class CachedResult(CachedResponse answer) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = answer.ContentType;
            httpContext.Response.ContentLength = answer.Body.Length;
            await httpContext.Response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
        }
    }

    private sealed class CachingResult(IResult made, ResponseCache kept, ResponseVersion moment, string tag) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var body = httpContext.Response.Body;
            await using var copying = new TeeStream(body, kept.MaxBytes);
            httpContext.Response.Body = copying;
            try
            {
                await made.ExecuteAsync(httpContext);
                await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
            }
            finally
            {
                httpContext.Response.Body = body;
            }

            // One that was broken off, or became a problem while it was written, is none.
            if (httpContext.Response.StatusCode == StatusCodes.Status200OK && !httpContext.RequestAborted.IsCancellationRequested && copying.Copy is { } bytes)
                kept.Set(moment, tag, new CachedResponse(httpContext.Response.ContentType, bytes, httpContext.Features.Get<FigureCountFeature>()?.Count ?? 0));
        }
    }
}
