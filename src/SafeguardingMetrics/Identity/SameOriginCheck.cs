namespace SafeguardingMetrics.Identity;

/// <summary>
/// CSRF protection: tells same-origin requests of the service's own pages from cross-site requests that another site
/// has a browser make with the session cookie. Browsers state it in <c>Sec-Fetch-Site</c> (Fetch Metadata). Over http
/// to another machine they leave that header out; then <c>Origin</c> counts, which they send with every request that
/// may change data.
/// </summary>
internal static class SameOriginCheck
{
    /// <summary>
    /// True of a request that a page of the service made. A request that only reads (GET, HEAD) may also come from the
    /// person, by a typed address or a bookmark.
    /// </summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        var onlyReads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "none" => onlyReads,
            "" => request.Headers.Origin.Count == 0 ? onlyReads : OriginMatchesHost(request),
            _ => false,
        };
    }

    // Only the host and port are compared: behind a proxy that ends TLS, the schemes differ.
    private static bool OriginMatchesHost(HttpRequest request) =>
        Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
