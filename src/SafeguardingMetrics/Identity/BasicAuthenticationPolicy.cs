using Microsoft.AspNetCore.Authorization;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Where HTTP Basic is taken: readings of figures, of their catalogue and of data quality, since BI tools can send nothing else. Not where
/// records are read or anything is changed: a browser that was told a password sends it again by itself, also when another site asks.
/// </summary>
internal static class BasicAuthenticationPolicy
{
    private static readonly string[] Reads = [Permission.ReadFigures, Permission.ReadFullFigures, Permission.ReadDataQuality];

    /// <summary>True where it is.</summary>
    public static bool IsAllowed(Endpoint? endpoint) => endpoint is not null
        && IsAllowed(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], [.. endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()]);

    /// <summary>True for these methods and demands.</summary>
    public static bool IsAllowed(IReadOnlyList<string> methods, IReadOnlyList<IAuthorizeData> asked) =>
        asked.Count > 0 && methods is ["GET"] && asked.All(data => data.Policy is null || Reads.Contains(data.Policy));
}
