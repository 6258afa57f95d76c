using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Authenticates callers by the one credential that a request carries: a key, a name and secret, or a token. Where it
/// carries none, the session cookie of the service's own pages counts. The caller's agency always comes from the
/// credential, never from the body.
/// </summary>
public sealed class CallerAuthenticationHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    CredentialStore credentials, AccessTokenIssuer issued,
    ExternalJwtValidator external, SessionCookie session, KeyUsageRecorder keyUsage, IHostEnvironment environment)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "Caller";

    /// <summary>The header that takes a key.</summary>
    public const string KeyHeader = "X-Api-Key";

    /// <summary>The header that names one of the agencies that the caller acts for.</summary>
    public const string AgencyHeader = "X-Agency";

    /// <summary>The realm of HTTP Basic.</summary>
    public const string Realm = "safeguarding-metrics";

    private CancellationToken Cancel => Context.RequestAborted;

    // A header that the caller writes counts before the cookie, which a browser sends by itself.
    private CredentialHeader CredentialHeader =>
        CredentialHeader.FromRequest(Request) is { Kind: not CredentialKind.None } written ? written
        : Request.Cookies[SessionCookie.GetName(environment)] is { Length: > 0 } cookie
            ? new(CredentialKind.Cookie, Text: cookie)
            : new(CredentialKind.None);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var presented = CredentialHeader;
        switch (presented.Kind)
        {
            case CredentialKind.None: return AuthenticateResult.NoResult();
            case CredentialKind.Key: return CreateResult(await credentials.Find(presented.Text, Cancel));
            case CredentialKind.Basic when BasicAuthenticationPolicy.IsAllowed(Context.GetEndpoint()):
                return CreateResult(await credentials.Find(presented.Name, presented.Text, Cancel));
            case CredentialKind.Bearer when AccessTokenIssuer.IsIssuedHere(presented.Text):
                var (credential, scopes) = await issued.Validate(presented.Text, Cancel);
                return CreateResult(credential, scopes);
            case CredentialKind.Bearer:
                return await external.Validate(Context, presented.Text) is { } identity
                ? Success(identity)
                : AuthenticateResult.Fail("Unknown.");
            case CredentialKind.Cookie when AllowCookieAuthentication.IsAllowed(Context):
                var (key, keyScopes, externalIdentity) = await session.Validate(Context, presented.Text);
                return externalIdentity is null ? CreateResult(key, keyScopes) : Success(externalIdentity);
            default: return AuthenticateResult.Fail("Unknown.");
        }
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var presented = CredentialHeader.Kind;
        // A browser that gets a Basic challenge for a page's request asks the person for a name and a password.
        var takesBasic = presented != CredentialKind.Cookie
            && Request.Headers["Sec-Fetch-Site"] != "same-origin" && BasicAuthenticationPolicy.IsAllowed(Context.GetEndpoint());
        string[] basic = takesBasic ? [$"Basic realm=\"{Realm}\", charset=\"UTF-8\""] : [];
        Response.Headers.WWWAuthenticate = new([$"ApiKey header=\"{KeyHeader}\"", "Bearer", .. basic]);
        return ProblemCatalogue.Unauthenticated.ToResult(presented switch
        {
            CredentialKind.None => $"The header {KeyHeader} is missing.",
            CredentialKind.Key => "The key is not known, has expired or was revoked.",
            CredentialKind.Basic when !takesBasic =>
                $"HTTP Basic is accepted only where figures and data quality are read. Send the header {KeyHeader} or a token.",
            CredentialKind.Basic => "The name and secret are not known, or the key has expired or was revoked.",
            CredentialKind.Bearer => "The token is invalid or has expired.",
            CredentialKind.Cookie when !AllowCookieAuthentication.IsAllowed(Context) =>
                $"The session cookie is accepted only where the service's own pages read data. Send the header {KeyHeader} or a token.",
            CredentialKind.Cookie => "The sign-in has expired, or its key was revoked. Sign in again.",
            CredentialKind.Several => $"Send only one credential: {KeyHeader} or Authorization, once.",
            _ => "The header Authorization must be Basic or Bearer.",
        }).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.User.FindFirstValue(Caller.UndecidedClaim) is { } why)
            return ProblemCatalogue.OtherAgency.ToResult(why).ExecuteAsync(Context);
        var needed = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Select(data => data.Policy).LastOrDefault(policy => policy is not null);
        return ProblemCatalogue.NotPermitted.ToResult($"The key needs the permission \"{needed}\".").ExecuteAsync(Context);
    }

    private AuthenticateResult CreateResult(Credential? credential, IReadOnlyList<string>? scopes = null)
    {
        if (credential is null) return AuthenticateResult.Fail("Unknown.");
        keyUsage.Record(credential);
        return Success(CreateIdentity(credential, scopes ?? [], Request));
    }

    /// <summary>
    /// The identity of a key's holder, with the permissions narrowed to the scopes where there are any.
    /// </summary>
    internal static ClaimsIdentity CreateIdentity(Credential credential, IReadOnlyList<string> scopes, HttpRequest request)
    {
        var permissions = scopes is [] ? credential.Permissions : credential.Permissions.Intersect(scopes);
        return Caller.CreateIdentity(
            credential.KeyId, credential.ClientId, permissions, credential.Agencies, request.Headers[AgencyHeader]);
    }

    private static AuthenticateResult Success(ClaimsIdentity identity) =>
        AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
}
