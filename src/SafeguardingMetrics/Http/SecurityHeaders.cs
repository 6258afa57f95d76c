using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.Http;

/// <summary>
/// What every answer tells a browser: that it is what its type says, belongs in no frame, runs and loads nothing, sends
/// its address nowhere and is kept by nobody. The pages may run and load what this service serves, and nothing else;
/// that of the OpenAPI document may style elements in place besides.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>For answers that are data.</summary>
    public const string OfData = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>For the page at /swagger. Its script styles elements in place, and its icons are data.</summary>
    public const string OfThePage =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// For the pages for people: nothing in place, everything from here. There are no fonts; but GOV.UK Frontend's
    /// stylesheet names some, and browsers complain of them unless they might be loaded.
    /// </summary>
    public const string OfPages =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri "
        + "'none'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>
    /// Sets them, whoever answers. First in the pipeline; at the last moment, since what answers an exception clears
    /// what was set before.
    /// </summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(static state =>
        {
            Set((HttpContext)state);
            return Task.CompletedTask;
        }, http);
        return next(http);
    });

    private static void Set(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? OfThePage
            : http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true ? OfPages : OfData;
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers[HeaderNames.Server] = default;
        // What may be kept for a while says so itself.
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        // Over http it is ignored, and behind a proxy that ends TLS it is the proxy's to send unless it forwards the
        // scheme.
        if (http.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
    }
}
