using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The session cookie of the board's pages. It holds no key, but a JWT, signed with <see cref="SigningKey"/> so that
/// every instance can verify it, which states that its holder proved to have a key. It lasts two hours. Whether the key
/// may still be used is looked up at each request. A token of another issuer is stored in the cookie as it is, and
/// validated again at each request. CSRF protection: <see cref="SameOriginCheck"/>, <see
/// cref="AllowCookieAuthentication"/> and <c>SameSite=Strict</c>.
/// </summary>
public sealed class SessionCookie(
    SigningKey signing, CredentialStore credentials, AccessTokenIssuer issued, ExternalJwtValidator outside,
    TimeProvider time, IHostEnvironment environment)
{
    /// <summary>How long a sign-in lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    // Different from the audience of access tokens, so that neither is accepted as the other.
    private const string Audience = "urn:safeguarding-metrics:pages";
    private const string Type = "page+jwt";
    private const string ScopeClaim = "scope";
    private const string Proven = "key.";
    private const string Outside = "token.";
    private const int Longest = 4000;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters = new()
    {
        ValidIssuer = AccessTokenIssuer.Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = signing.Credentials.Key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [Type],
        LifetimeValidator = (from, to, _, _) => AccessTokenIssuer.IsWithinLifetime(from, to, time),
    };

    /// <summary>False where there is no key to sign cookies with: nobody can sign in to the pages.</summary>
    public bool IsAvailable => signing.CanSign;

    /// <summary>
    /// The cookie's name. Browsers refuse a cookie with the prefix <c>__Host-</c> unless it is Secure, has the path /
    /// and no domain.
    /// </summary>
    public static string GetName(IHostEnvironment environment) =>
        environment.IsDevelopment() ? "safeguarding-metrics" : "__Host-safeguarding-metrics";

    /// <summary>
    /// Signs in with a key or a token: sets the cookie on the response, and the caller on the request.
    /// </summary>
    /// <returns>False where the key or token is invalid.</returns>
    public async Task<bool> SignIn(HttpContext http, string presented)
    {
        var end = time.GetUtcNow() + Lifetime;
        if (!presented.Contains('.', StringComparison.Ordinal))
            return await credentials.Find(presented, http.RequestAborted) is { } key
                && Append(http, CreateToken(key, [], end), key, [], end);

        if (AccessTokenIssuer.IsIssuedHere(presented))
        {
            var (credential, scopes) = await issued.Validate(presented, http.RequestAborted);
            return credential is not null && MinExpiry(presented, end) is var until
                && Append(http, CreateToken(credential, scopes, until), credential, scopes, until);
        }

        if (presented.Length > Longest || await outside.Validate(http, presented) is not { } identity) return false;
        http.User = new ClaimsPrincipal(identity);
        Append(http, Outside + presented, MinExpiry(presented, end));
        return true;
    }

    /// <summary>Signs out: deletes the cookie.</summary>
    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(GetName(environment), CreateOptions(null));

    /// <summary>
    /// The caller of a cookie: a key and its scopes, or the identity of a token of another issuer; all null where the
    /// cookie is invalid.
    /// </summary>
    public async Task<(Credential? Credential, IReadOnlyList<string> Scopes, ClaimsIdentity? Outside)> Validate(
        HttpContext http, string cookie)
    {
        if (cookie.StartsWith(Outside, StringComparison.Ordinal)) return (null, [], await outside.Validate(http, cookie[Outside.Length..]));
        if (!IsAvailable || !cookie.StartsWith(Proven, StringComparison.Ordinal)) return (null, [], null);
        var result = await handler.ValidateTokenAsync(cookie[Proven.Length..], parameters);
        if (!result.IsValid || !result.Claims.TryGetValue(AccessTokenIssuer.KeyClaim, out var claim) || claim is not string keyId)
            return (null, [], null);
        var scopes = (result.Claims.TryGetValue(ScopeClaim, out var scope) ? scope as string : null)?
            .Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (await credentials.FindByKeyId(keyId, http.RequestAborted), scopes, null);
    }

    private string CreateToken(Credential credential, IReadOnlyList<string> scopes, DateTimeOffset end)
    {
        var claims = new Dictionary<string, object> { [AccessTokenIssuer.KeyClaim] = credential.KeyId };
        if (scopes.Count > 0) claims[ScopeClaim] = string.Join(' ', scopes);
        return Proven + handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = AccessTokenIssuer.Issuer,
            Audience = Audience,
            TokenType = Type,
            Claims = claims,
            IssuedAt = time.GetUtcNow().UtcDateTime,
            NotBefore = time.GetUtcNow().UtcDateTime,
            Expires = end.UtcDateTime,
            SigningCredentials = signing.Credentials,
        });
    }

    private bool Append(HttpContext http, string value, Credential credential, IReadOnlyList<string> scopes, DateTimeOffset end)
    {
        http.User = new ClaimsPrincipal(CallerAuthenticationHandler.CreateIdentity(credential, scopes, http.Request));
        Append(http, value, end);
        return true;
    }

    private void Append(HttpContext http, string value, DateTimeOffset end) =>
        http.Response.Cookies.Append(GetName(environment), value, CreateOptions(end - time.GetUtcNow()));

    private CookieOptions CreateOptions(TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = !environment.IsDevelopment(),
        Path = "/",
        MaxAge = age,
        IsEssential = true,
    };

    private static DateTimeOffset MinExpiry(string token, DateTimeOffset end) =>
        new JsonWebToken(token).ValidTo is var its && its < end.UtcDateTime ? new DateTimeOffset(its, TimeSpan.Zero) : end;
}
