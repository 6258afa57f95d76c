namespace SafeguardingMetrics.Identity;

/// <summary>
/// Endpoint metadata: the endpoint accepts the session cookie although its method is not GET. CSRF protection rests on
/// it: a request that changes data is never authenticated by the cookie, which a browser sends by itself. Put it only
/// on endpoints that change nothing.
/// </summary>
internal sealed class AllowCookieAuthentication
{
    /// <summary>
    /// True where the session cookie authenticates a request: the request is same-origin, and either reads (GET, HEAD)
    /// or its endpoint has this metadata.
    /// </summary>
    public static bool IsAllowed(HttpContext http) => SameOriginCheck.IsSameOrigin(http.Request)
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)
            || http.GetEndpoint()?.Metadata.GetMetadata<AllowCookieAuthentication>() is not null);
}
