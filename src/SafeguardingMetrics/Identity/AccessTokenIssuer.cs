using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Issues and validates the service's own access tokens: JWTs of RFC 9068, signed with <see cref="SigningKey"/>. A
/// token proves that its holder had a key. Whether the key may still be used, and the client's permissions, are looked
/// up at each request, so that revoking a key ends its tokens at once. Scopes only narrow the permissions.
/// </summary>
public sealed class AccessTokenIssuer(SigningKey key, CredentialStore credentials, TimeProvider time)
{
    /// <summary>The path of the token endpoint.</summary>
    public const string Address = "/oauth2/token";

    /// <summary>How long a token can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    internal const string Issuer = "urn:safeguarding-metrics";
    internal const string Audience = "urn:safeguarding-metrics:api";
    internal const string KeyClaim = "key";

    private const string Type = "at+jwt";
    private const string ScopeClaim = "scope";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters = new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = key.Credentials.Key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [Type],
        LifetimeValidator = (from, to, _, _) => IsWithinLifetime(from, to, time),
    };

    /// <summary>False where the administrator has set no key to sign tokens with.</summary>
    public bool CanIssue => key.CanSign;

    /// <summary>True of a token whose issuer claim names this service. The signature is not checked.</summary>
    public static bool IsIssuedHere(string token)
    {
        try
        {
            return new JsonWebToken(token).Issuer == Issuer;
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException)
        {
            return false;
        }
    }

    /// <summary>Creates a token for the holder of a key.</summary>
    /// <param name="credential">The key that was presented.</param>
    /// <param name="scopes">The permissions that the token is narrowed to; empty for all permissions of the
    /// client.</param>
    public string Issue(Credential credential, IReadOnlyList<string> scopes)
    {
        var now = time.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = credential.ClientId,
            [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
            ["client_id"] = credential.ClientId,
            [KeyClaim] = credential.KeyId,
        };
        if (scopes.Count > 0) claims[ScopeClaim] = string.Join(' ', scopes);
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            TokenType = Type,
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            SigningCredentials = key.Credentials,
        });
    }

    /// <summary>
    /// The key that a token was issued for and the scopes it was narrowed to; null where the token is invalid or the
    /// key may no longer be used.
    /// </summary>
    public async Task<(Credential? Credential, IReadOnlyList<string> Scopes)> Validate(string token, CancellationToken cancel)
    {
        if (!key.CanSign) return (null, []);
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid || !result.Claims.TryGetValue(KeyClaim, out var claim) || claim is not string keyId) return (null, []);
        var scopes = (result.Claims.TryGetValue(ScopeClaim, out var scope) ? scope as string : null)?
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (await credentials.FindByKeyId(keyId, cancel), scopes);
    }

    /// <summary>True between the two instants; clocks may differ by 30 seconds.</summary>
    internal static bool IsWithinLifetime(DateTime? from, DateTime? to, TimeProvider time)
    {
        var (now, skew) = (time.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(30));
        return to is { } end && now < end + skew && (from is null || now >= from - skew);
    }
}
