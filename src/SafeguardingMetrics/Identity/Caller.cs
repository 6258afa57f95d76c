using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace SafeguardingMetrics.Identity;

/// <summary>What an endpoint may ask of whoever calls it.</summary>
public static class Caller
{
    internal const string KeyIdClaim = "key";
    internal const string ClientClaim = "client";
    internal const string PermissionClaim = "permission";
    internal const string AgencyClaim = "agency";
    internal const string AgencyNameClaim = "agency-name";
    internal const string SectorClaim = "sector";
    internal const string UndecidedClaim = "undecided";

    /// <summary>The agency that the caller acts for; null where the key belongs to the partnership.</summary>
    public static Agency? GetAgency(this ClaimsPrincipal caller) => caller.FindFirstValue(AgencyClaim) is { } code
        ? new Agency { Code = code, Name = caller.FindFirstValue(AgencyNameClaim)!, Sector = caller.FindFirstValue(SectorClaim)! }
        : null;

    /// <summary>True where the caller may see figures as they are; for everyone else small numbers are protected.</summary>
    public static bool CanSeeFullFigures(this ClaimsPrincipal caller) => caller.HasClaim(PermissionClaim, Permission.ReadFullFigures);

    /// <summary>True where the caller may know how many records came: an agency of its own returns, and who sees full figures. To others it would tell of totals that are hidden.</summary>
    public static bool CanSeeRecordCounts(this ClaimsPrincipal caller) => caller.GetAgency() is not null || caller.CanSeeFullFigures();

    /// <summary>What the caller may see, in one line: two callers of whom it is the same are given the same answers.</summary>
    public static string GetVisibilityKey(this ClaimsPrincipal caller)
    {
        // At every read: in the order in which they stand. Of two clients that have theirs in another order each has its own answers, which are the same.
        var view = new StringBuilder(160);
        foreach (var claim in caller.Claims)
            if (claim.Type is PermissionClaim or AgencyClaim) view.Append(claim.Type).Append(' ').Append(claim.Value).Append(' ');
        return view.ToString();
    }

    /// <summary>The id of the key that was presented, or of the caller in a token of another issuer: at most 36 characters.</summary>
    public static string GetKeyId(this ClaimsPrincipal caller) => caller.FindFirstValue(KeyIdClaim)!;

    /// <summary>Who calls, as limits count and retries are recognised; the same whichever of its keys is presented; null for someone without a valid credential.</summary>
    public static string? GetClientId(this ClaimsPrincipal caller) => caller.FindFirstValue(ClientClaim);

    /// <summary>
    /// Who calls. A caller that acts for agencies acts for one of them at a time: the only one, or the one that the request names. One
    /// that has not said for which, or names another, has no permission at all, so that no endpoint can take it for the partnership.
    /// </summary>
    internal static ClaimsIdentity CreateIdentity(string id, string client, IEnumerable<string> permissions, IReadOnlyList<Agency> agencies, StringValues named)
    {
        var identity = new ClaimsIdentity(CallerAuthenticationHandler.SchemeName);
        identity.AddClaim(new Claim(KeyIdClaim, id));
        identity.AddClaim(new Claim(ClientClaim, client));
        // The same words whether the agency exists or not.
        var acting = named.Count == 0 ? agencies.Count == 1 ? agencies[0] : null : agencies.FirstOrDefault(agency => named == agency.Code);
        if (acting is null && (agencies.Count > 0 || named.Count > 0))
        {
            identity.AddClaim(new Claim(UndecidedClaim, agencies.Count == 0
                ? $"The caller acts for no agency: leave the header {CallerAuthenticationHandler.AgencyHeader} out."
                : $"Name in the header {CallerAuthenticationHandler.AgencyHeader} one of the agencies that you act for: {string.Join(", ", agencies.Select(agency => agency.Code))}."));
            return identity;
        }

        foreach (var permission in permissions) identity.AddClaim(new Claim(PermissionClaim, permission));
        if (acting is not null)
        {
            identity.AddClaim(new Claim(AgencyClaim, acting.Code));
            identity.AddClaim(new Claim(AgencyNameClaim, acting.Name));
            identity.AddClaim(new Claim(SectorClaim, acting.Sector));
        }

        return identity;
    }
}
