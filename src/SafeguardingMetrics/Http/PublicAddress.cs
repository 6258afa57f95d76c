namespace SafeguardingMetrics.Http;

/// <summary>The address at which callers reach the service: where it is written into an answer, such as a Power Query.</summary>
public static class PublicAddress
{
    private const string Setting = "Service:PublicAddress";

    /// <summary>
    /// The setting <c>Service__PublicAddress</c>; without it what the request says, which behind a proxy may be another, and which a
    /// caller can choose.
    /// </summary>
    /// <returns>The address, with a slash at its end.</returns>
    public static string Get(HttpRequest request) =>
        request.HttpContext.RequestServices.GetRequiredService<IConfiguration>()[Setting] is { Length: > 0 } configured
            ? configured.TrimEnd('/') + "/"
            : $"{request.Scheme}://{request.Host}{request.PathBase}/";
}
