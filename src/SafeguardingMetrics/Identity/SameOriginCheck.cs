namespace SafeguardingMetrics.Identity;

/// <summary>
/// Tells requests that the service's own pages make from those that another site has a browser make, with the cookie. Browsers say it themselves, in
/// <c>Sec-Fetch-Site</c> (Fetch Metadata); over http to another machine they leave that out, and then <c>Origin</c> says it, which they send with whatever may change something.
/// </summary>
internal static class SameOriginCheck
{
    /// <summary>True where a page of ours made it, or the person by typing the address; of what changes something, only a page of ours.</summary>
    public static bool IsSameOrigin(HttpRequest request)
    {
        var onlyReads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        return request.Headers["Sec-Fetch-Site"].ToString() switch
        {
            "same-origin" => true,
            "none" => onlyReads,
            "" => onlyReads || OriginMatchesHost(request),
            _ => false,
        };
    }

    // The host alone: behind a proxy that ends TLS the schemes differ.
    private static bool OriginMatchesHost(HttpRequest request) => Uri.TryCreate(request.Headers.Origin.ToString(), UriKind.Absolute, out var origin)
        && string.Equals(origin.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
