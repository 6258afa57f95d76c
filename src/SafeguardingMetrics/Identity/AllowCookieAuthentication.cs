namespace SafeguardingMetrics.Identity;

/// <summary>Metadata of an endpoint that changes nothing although its method might, and which the pages may therefore call with the cookie.</summary>
internal sealed class AllowCookieAuthentication
{
    /// <summary>True where the cookie says who calls: what only reads, and what is marked.</summary>
    public static bool IsAllowed(HttpContext http) => SameOriginCheck.IsSameOrigin(http.Request)
        && (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<AllowCookieAuthentication>() is not null);
}
