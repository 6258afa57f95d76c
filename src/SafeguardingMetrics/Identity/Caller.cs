using System.Security.Claims;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace SafeguardingMetrics.Identity;

/// <summary>The claims of a caller, and what they mean. Handlers take <see cref="CurrentCaller"/> instead.</summary>
public static class Caller
{
    internal const string KeyIdClaim = "key";
    internal const string ClientClaim = "client";
    internal const string PermissionClaim = "permission";
    internal const string AgencyClaim = "agency";
    internal const string AgencyNameClaim = "agency-name";
    internal const string SectorClaim = "sector";
    internal const string UndecidedClaim = "undecided";

    /// <summary>The agency that the caller acts for; null where the caller acts for the partnership.</summary>
    public static Agency? GetAgency(this ClaimsPrincipal caller) => caller.FindFirstValue(AgencyClaim) is { } code
        ? new Agency { Code = code, Name = caller.FindFirstValue(AgencyNameClaim)!, Sector = caller.FindFirstValue(SectorClaim)! }
        : null;

    /// <summary>True where the caller may read figures in full; for all others small numbers are protected.</summary>
    public static bool CanSeeFullFigures(this ClaimsPrincipal caller) => caller.HasClaim(PermissionClaim, Permission.ReadFullFigures);

    /// <summary>
    /// True where the caller may see how many records were received: an agency, of its own returns, and readers of full
    /// figures. Others could derive hidden totals from those counts.
    /// </summary>
    public static bool CanSeeRecordCounts(this ClaimsPrincipal caller) => caller.GetAgency() is not null || caller.CanSeeFullFigures();

    /// <summary>
    /// Cache key of the caller's visibility: agency and permissions. Callers with equal keys receive byte-equal
    /// responses.
    /// </summary>
    public static string GetVisibilityKey(this ClaimsPrincipal caller)
    {
        // In the order of the claims, unsorted, since it is made at every read. Two clients with the same permissions
        // in another order have equal responses cached twice.
        var view = new StringBuilder(160);
        foreach (var claim in caller.Claims)
            if (claim.Type is PermissionClaim or AgencyClaim) view.Append(claim.Type).Append(' ').Append(claim.Value).Append(' ');
        return view.ToString();
    }

    /// <summary>
    /// The id of the key that was presented, or of the caller in a token of another issuer: at most 36 characters.
    /// </summary>
    public static string GetKeyId(this ClaimsPrincipal caller) => caller.FindFirstValue(KeyIdClaim)!;

    /// <summary>
    /// The client, by which limits are counted and retries recognised, the same for all of its keys; null without a
    /// valid credential.
    /// </summary>
    public static string? GetClientId(this ClaimsPrincipal caller) => caller.FindFirstValue(ClientClaim);

    /// <summary>
    /// Creates the identity of a caller. A caller that acts for agencies acts for one of them at a time: its only one,
    /// or the one that the request names in <c>X-Agency</c>. A caller that names none of several, or an agency that is
    /// not its own, has no permissions at all, so that no endpoint can mistake it for the partnership.
    /// </summary>
    internal static ClaimsIdentity CreateIdentity(
        string id, string client, IEnumerable<string> permissions, IReadOnlyList<Agency> agencies, StringValues named)
    {
        var identity = new ClaimsIdentity(CallerAuthenticationHandler.SchemeName);
        identity.AddClaim(new Claim(KeyIdClaim, id));
        identity.AddClaim(new Claim(ClientClaim, client));
        // The message is the same whether the named agency exists or not.
        var acting = named.Count == 0 ? agencies.Count == 1 ? agencies[0] : null : agencies.FirstOrDefault(agency => named == agency.Code);
        if (acting is null && (agencies.Count > 0 || named.Count > 0))
        {
            identity.AddClaim(new Claim(UndecidedClaim, agencies.Count == 0
                ? $"This key acts for no agency. Leave out the header {CallerAuthenticationHandler.AgencyHeader}."
                : $"Set the header {CallerAuthenticationHandler.AgencyHeader} to one of the agencies that this key acts for: "
                    + $"{string.Join(", ", agencies.Select(agency => agency.Code))}."));
            return identity;
        }

        foreach (var permission in Permission.GetAllowed([.. permissions])) identity.AddClaim(new Claim(PermissionClaim, permission));
        if (acting is not null)
        {
            identity.AddClaim(new Claim(AgencyClaim, acting.Code));
            identity.AddClaim(new Claim(AgencyNameClaim, acting.Name));
            identity.AddClaim(new Claim(SectorClaim, acting.Sector));
        }

        return identity;
    }
}
