using Microsoft.AspNetCore.Authorization;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Where HTTP Basic (RFC 7617) is accepted: reads of figures, of their catalogue and of data quality, since some BI
/// tools can send nothing else. Not where records are read or data is changed: a browser that knows a password sends it
/// again by itself, also when another site asks (CSRF).
/// </summary>
internal static class BasicAuthenticationPolicy
{
    private static readonly string[] ReadPermissions = [Permission.ReadFigures, Permission.ReadFullFigures, Permission.ReadDataQuality];

    /// <summary>True where the endpoint accepts HTTP Basic.</summary>
    public static bool IsAllowed(Endpoint? endpoint) => endpoint is not null
        && IsAllowed(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
            ?? [], [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()]);

    /// <summary>
    /// True of GET endpoints that require authorization, and no permission but those to read figures and data quality.
    /// </summary>
    public static bool IsAllowed(IReadOnlyList<string> methods, IReadOnlyList<IAuthorizeData> required) =>
        required.Count > 0 && methods is ["GET"] && required.All(data => data.Policy is null || ReadPermissions.Contains(data.Policy));
}
