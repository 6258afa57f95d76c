using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The cookie by which the pages' requests say who makes them. It holds no key: it says, signed with <see cref="SigningKey"/> as the service's tokens are, so that every instance can
/// tell, that the holder of a key proved it, and lasts two hours. Whether the key may still be used is looked up at each request. A token of another issuer is kept as it is,
/// and checked as it is whenever it comes.
/// </summary>
public sealed class PageCookie(SigningKey signing, CredentialStore credentials, IssuedTokens issued, OutsideTokens outside, TimeProvider time, IHostEnvironment environment)
{
    /// <summary>How long a sign-in lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);

    // Not an access token's: neither is taken for the other.
    private const string Audience = "urn:safeguarding-metrics:pages";
    private const string Type = "page+jwt";
    private const string ScopeClaim = "scope";
    private const string Proven = "key.";
    private const string Outside = "token.";
    private const int Longest = 4000;

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters = new()
    {
        ValidIssuer = IssuedTokens.Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = signing.Credentials.Key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = [Type],
        LifetimeValidator = (from, to, _, _) => IssuedTokens.IsNow(from, to, time),
    };

    /// <summary>False where cookies cannot be signed, so that nobody can sign in to the pages.</summary>
    public bool CanBeMade => signing.CanSign;

    /// <summary>The cookie's name. <c>__Host-</c> has browsers refuse it unless it is Secure and this host's own.</summary>
    public static string NameIn(IHostEnvironment environment) => environment.IsDevelopment() ? "safeguarding-metrics" : "__Host-safeguarding-metrics";

    /// <summary>Signs in with a key or a token; the answer bears the cookie, and the request is the caller's from here on.</summary>
    /// <returns>False where it may not be used.</returns>
    public async Task<bool> SignIn(HttpContext http, string presented)
    {
        var end = time.GetUtcNow() + Lifetime;
        if (!presented.Contains('.', StringComparison.Ordinal))
            return await credentials.Find(presented, http.RequestAborted) is { } key && Give(http, Prove(key, [], end), key, [], end);

        if (IssuedTokens.Claims(presented))
        {
            var (credential, scopes) = await issued.Read(presented, http.RequestAborted);
            return credential is not null && Earlier(presented, end) is var until && Give(http, Prove(credential, scopes, until), credential, scopes, until);
        }

        if (presented.Length > Longest || await outside.Read(http, presented) is not { } identity) return false;
        http.User = new ClaimsPrincipal(identity);
        Give(http, Outside + presented, Earlier(presented, end));
        return true;
    }

    /// <summary>Signs out: the cookie goes.</summary>
    public void SignOut(HttpContext http) => http.Response.Cookies.Delete(NameIn(environment), Options(null));

    /// <summary>The caller whom a cookie names; null where it may not be used.</summary>
    public async Task<(Credential? Credential, IReadOnlyList<string> Scopes, ClaimsIdentity? Outside)> Read(HttpContext http, string cookie)
    {
        if (cookie.StartsWith(Outside, StringComparison.Ordinal)) return (null, [], await outside.Read(http, cookie[Outside.Length..]));
        if (!CanBeMade || !cookie.StartsWith(Proven, StringComparison.Ordinal)) return (null, [], null);
        var result = await handler.ValidateTokenAsync(cookie[Proven.Length..], parameters);
        if (!result.IsValid || !result.Claims.TryGetValue(IssuedTokens.KeyClaim, out var claim) || claim is not string keyId) return (null, [], null);
        var scopes = (result.Claims.TryGetValue(ScopeClaim, out var scope) ? scope as string : null)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (await credentials.FindProven(keyId, http.RequestAborted), scopes, null);
    }

    private string Prove(Credential credential, IReadOnlyList<string> scopes, DateTimeOffset end)
    {
        var claims = new Dictionary<string, object> { [IssuedTokens.KeyClaim] = credential.KeyId };
        if (scopes.Count > 0) claims[ScopeClaim] = string.Join(' ', scopes);
        return Proven + handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = IssuedTokens.Issuer,
            Audience = Audience,
            TokenType = Type,
            Claims = claims,
            IssuedAt = time.GetUtcNow().UtcDateTime,
            NotBefore = time.GetUtcNow().UtcDateTime,
            Expires = end.UtcDateTime,
            SigningCredentials = signing.Credentials,
        });
    }

    private bool Give(HttpContext http, string value, Credential credential, IReadOnlyList<string> scopes, DateTimeOffset end)
    {
        http.User = new ClaimsPrincipal(CallerAuthentication.IdentityOf(credential, scopes, http.Request));
        Give(http, value, end);
        return true;
    }

    private void Give(HttpContext http, string value, DateTimeOffset end) => http.Response.Cookies.Append(NameIn(environment), value, Options(end - time.GetUtcNow()));

    private CookieOptions Options(TimeSpan? age) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = !environment.IsDevelopment(), Path = "/", MaxAge = age, IsEssential = true };

    private static DateTimeOffset Earlier(string token, DateTimeOffset end) => new JsonWebToken(token).ValidTo is var its && its < end.UtcDateTime ? new DateTimeOffset(its, TimeSpan.Zero) : end;
}
