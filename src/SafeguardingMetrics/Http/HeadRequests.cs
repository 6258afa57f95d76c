namespace SafeguardingMetrics.Http;

/// <summary>
/// HEAD at every address that takes GET (RFC 9110, section 9.3.2): the same status and headers as GET, without the
/// body.
/// </summary>
internal static class HeadRequests
{
    /// <summary>
    /// Uses routing, and routes a HEAD request to the endpoint of GET. Everything after routing sees HEAD again. The
    /// web server sends no body of an answer to HEAD, but what is in front of it, such as a test server or a
    /// middleware, may; so it is written to nowhere.
    /// </summary>
    public static void UseRoutingWithHead(this WebApplication app)
    {
        app.Use(next => http =>
        {
            if (!HttpMethods.IsHead(http.Request.Method)) return next(http);
            http.Request.Method = HttpMethods.Get;
            http.Response.Body = Stream.Null;
            http.Features.Set(new HeadRequest());
            return next(http);
        });
        app.UseRouting();
        app.Use(next => http =>
        {
            if (http.Features.Get<HeadRequest>() is not null) http.Request.Method = HttpMethods.Head;
            return next(http);
        });
    }

    /// <summary>Answers HEAD as GET in a branch that has no endpoints and looks at the method itself.</summary>
    public static void UseGetForHead(this IApplicationBuilder app) => app.Use(next => http =>
    {
        if (http.Features.Get<HeadRequest>() is not null) http.Request.Method = HttpMethods.Get;
        return next(http);
    });

    private sealed class HeadRequest;
}
