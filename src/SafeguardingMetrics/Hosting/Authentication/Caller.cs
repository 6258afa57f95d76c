using System.Security.Claims;
using SafeguardingMetrics.Agencies;

namespace SafeguardingMetrics.Hosting.Authentication;

/// <summary>What an endpoint may ask of whoever calls it.</summary>
public static class Caller
{
    internal const string KeyIdClaim = "key";
    internal const string PermissionClaim = "permission";
    internal const string AgencyClaim = "agency";
    internal const string AgencyNameClaim = "agency-name";
    internal const string SectorClaim = "sector";

    /// <summary>The agency that the caller acts for; null where the key belongs to the partnership.</summary>
    public static Agency? Agency(this ClaimsPrincipal caller) => caller.FindFirstValue(AgencyClaim) is { } code
        ? new Agency { Code = code, Name = caller.FindFirstValue(AgencyNameClaim)!, Sector = caller.FindFirstValue(SectorClaim)! }
        : null;

    /// <summary>True where the caller may see figures as they are; for everyone else small numbers are protected.</summary>
    public static bool SeesFullFigures(this ClaimsPrincipal caller) => caller.HasClaim(PermissionClaim, Permission.ReadFullFigures);

    /// <summary>True where the caller may know how many records came: an agency of its own returns, and who sees full figures. To others it would tell of totals that are hidden.</summary>
    public static bool SeesRecordCounts(this ClaimsPrincipal caller) => caller.Agency() is not null || caller.SeesFullFigures();

    /// <summary>The id of the key that was presented.</summary>
    public static string KeyId(this ClaimsPrincipal caller) => caller.FindFirstValue(KeyIdClaim)!;

    /// <summary>Who calls, as limits count and retries are recognised; null for someone without a valid credential.</summary>
    public static string? Client(this ClaimsPrincipal caller) => caller.FindFirstValue(KeyIdClaim);

    /// <summary>Adds authentication by key, and a policy for each permission.</summary>
    public static IServiceCollection AddCallers(this IServiceCollection services)
    {
        // Not AddAuthentication: it brings data protection, which writes keys to disk that nothing here needs.
        services.AddWebEncoders();
        services.AddAuthenticationCore(options =>
        {
            options.DefaultScheme = ApiKeyAuthentication.SchemeName;
            options.AddScheme<ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null);
        });
        var authorization = services.AddAuthorizationBuilder();
        foreach (var permission in Permission.All) authorization.AddPolicy(permission, policy => policy.RequireClaim(PermissionClaim, permission));
        return services;
    }
}
