using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>Knows callers by the one credential that a request carries: a key, a name and secret, or a token; where it carries none, by the cookie of the service's own pages. The agency always comes from it.</summary>
public sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CredentialStore credentials, IssuedTokens issued, OutsideTokens outside, PageCookie pages, LastUse lastUse, IHostEnvironment environment)
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

    // What the caller writes itself says more than what its browser adds by itself.
    private PresentedCredential Presented => PresentedCredential.Of(Request) is { Kind: not PresentedKind.None } written ? written
        : Request.Cookies[PageCookie.NameIn(environment)] is { Length: > 0 } cookie ? new(PresentedKind.Cookie, Text: cookie) : new(PresentedKind.None);

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var presented = Presented;
        switch (presented.Kind)
        {
            case PresentedKind.None: return AuthenticateResult.NoResult();
            case PresentedKind.Key: return Known(await credentials.Find(presented.Text, Cancel));
            case PresentedKind.Basic when BasicReads.Allow(Context.GetEndpoint()): return Known(await credentials.Find(presented.Name, presented.Text, Cancel));
            case PresentedKind.Bearer when IssuedTokens.Claims(presented.Text):
                var (credential, scopes) = await issued.Read(presented.Text, Cancel);
                return Known(credential, scopes);
            case PresentedKind.Bearer: return await outside.Read(Context, presented.Text) is { } identity ? Success(identity) : AuthenticateResult.Fail("Unknown.");
            case PresentedKind.Cookie when FromPages.MayCall(Context):
                var (signedIn, narrowed, outsider) = await pages.Read(Context, presented.Text);
                return outsider is null ? Known(signedIn, narrowed) : Success(outsider);
            default: return AuthenticateResult.Fail("Unknown.");
        }
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var presented = Presented.Kind;
        // A page's browser would ask the person for a name and a password.
        var takesBasic = presented != PresentedKind.Cookie && Request.Headers["Sec-Fetch-Site"] != "same-origin" && BasicReads.Allow(Context.GetEndpoint());
        Response.Headers.WWWAuthenticate = new([$"ApiKey header=\"{KeyHeader}\"", "Bearer", .. takesBasic ? [$"Basic realm=\"{Realm}\", charset=\"UTF-8\""] : Array.Empty<string>()]);
        return ProblemCatalogue.Unauthenticated.Because(presented switch
        {
            PresentedKind.None => $"The header {KeyHeader} is missing.",
            PresentedKind.Key => "The key is not known here.",
            PresentedKind.Basic when !takesBasic => $"HTTP Basic is taken where figures and data quality are read; here the header {KeyHeader} or a token is.",
            PresentedKind.Basic => "The name and secret are not known here.",
            PresentedKind.Bearer => "The token is not known here, or is over.",
            PresentedKind.Cookie when !FromPages.MayCall(Context) => $"The cookie counts only where the service's own pages read; here the header {KeyHeader} or a token does.",
            PresentedKind.Cookie => "The sign-in is over, or its key may no longer be used: sign in again.",
            PresentedKind.Several => $"Send one credential: {KeyHeader} or Authorization, once.",
            _ => "The header Authorization is Basic or Bearer.",
        }).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        if (Context.User.FindFirstValue(Caller.UndecidedClaim) is { } why) return ProblemCatalogue.OtherAgency.Because(why).ExecuteAsync(Context);
        var needed = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy).LastOrDefault(policy => policy is not null);
        return ProblemCatalogue.NotPermitted.Because($"The permission \"{needed}\" is needed.").ExecuteAsync(Context);
    }

    private AuthenticateResult Known(Credential? credential, IReadOnlyList<string>? scopes = null)
    {
        if (credential is null) return AuthenticateResult.Fail("Unknown.");
        lastUse.Note(credential);
        return Success(IdentityOf(credential, scopes ?? [], Request));
    }

    /// <summary>Who a key's holder is, with no more than the scopes allow where there are any.</summary>
    internal static ClaimsIdentity IdentityOf(Credential credential, IReadOnlyList<string> scopes, HttpRequest request)
    {
        var permissions = scopes is [] ? credential.Permissions : credential.Permissions.Intersect(scopes);
        return Caller.Identity(credential.KeyId, credential.ClientId, permissions, credential.Agencies, request.Headers[AgencyHeader]);
    }

    private static AuthenticateResult Success(ClaimsIdentity identity) => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
}
