using System.Security.Claims;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Who sends the current request, and what they may see (a scoped service). Before authentication, and without a valid
/// credential, nobody.
/// </summary>
public sealed class CurrentCaller
{
    /// <summary>The agency that the caller acts for; null where the caller acts for the partnership.</summary>
    public Agency? Agency => Principal.GetAgency();

    /// <summary>
    /// The id of the key that was presented, or of the caller in a token of another issuer: at most 36 characters.
    /// </summary>
    /// <exception cref="InvalidOperationException">The caller has no valid credential.</exception>
    public string KeyId =>
        Principal.FindFirstValue(Caller.KeyIdClaim) ?? throw new InvalidOperationException("The endpoint requires no authorization.");

    /// <summary>
    /// The client, by which limits are counted and retries recognised, the same for all of its keys; null without a
    /// valid credential.
    /// </summary>
    public string? ClientId => Principal.GetClientId();

    /// <summary>True where the caller may read figures in full; for all others small numbers are protected.</summary>
    public bool SeesFullFigures => Principal.CanSeeFullFigures();

    /// <summary>
    /// True where the caller may see how many records were received. Others could derive hidden totals from those
    /// counts.
    /// </summary>
    public bool SeesRecordCounts => Principal.CanSeeRecordCounts();

    /// <summary>The claims that the other properties are read from.</summary>
    internal ClaimsPrincipal Principal { get; set; } = new();

    /// <summary>True where the caller has a permission, one of <see cref="Permission"/>.</summary>
    public bool Has(string permission) => Principal.HasClaim(Caller.PermissionClaim, permission);
}
