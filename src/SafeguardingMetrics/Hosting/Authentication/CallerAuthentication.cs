using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Hosting.Problems;

namespace SafeguardingMetrics.Hosting.Authentication;

/// <summary>Knows callers by the one credential that a request carries: a key, a name and secret, or a token. The agency always comes from it.</summary>
public sealed class CallerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, CredentialStore credentials, IssuedTokens issued, OutsideTokens outside, LastUse lastUse)
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

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var presented = PresentedCredential.Of(Request);
        switch (presented.Kind)
        {
            case PresentedKind.None: return AuthenticateResult.NoResult();
            case PresentedKind.Key: return Known(await credentials.Find(presented.Text, Cancel));
            case PresentedKind.Basic when BasicReads.Allow(Context.GetEndpoint()): return Known(await credentials.Find(presented.Name, presented.Text, Cancel));
            case PresentedKind.Bearer when IssuedTokens.Claims(presented.Text):
                var (credential, scopes) = await issued.Read(presented.Text, Cancel);
                return Known(credential, scopes);
            case PresentedKind.Bearer: return await outside.Read(Context) is { } identity ? Success(identity) : AuthenticateResult.Fail("Unknown.");
            default: return AuthenticateResult.Fail("Unknown.");
        }
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var takesBasic = BasicReads.Allow(Context.GetEndpoint());
        Response.Headers.WWWAuthenticate = new([$"ApiKey header=\"{KeyHeader}\"", "Bearer", .. takesBasic ? [$"Basic realm=\"{Realm}\", charset=\"UTF-8\""] : Array.Empty<string>()]);
        return ProblemCatalogue.Unauthenticated.Because(PresentedCredential.Of(Request).Kind switch
        {
            PresentedKind.None => $"The header {KeyHeader} is missing.",
            PresentedKind.Key => "The key is not known here.",
            PresentedKind.Basic when !takesBasic => $"HTTP Basic is taken where figures and data quality are read; here the header {KeyHeader} or a token is.",
            PresentedKind.Basic => "The name and secret are not known here.",
            PresentedKind.Bearer => "The token is not known here, or is over.",
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
        var permissions = scopes is null or [] ? credential.Permissions : credential.Permissions.Intersect(scopes);
        return Success(Caller.Identity(credential.KeyId, credential.ClientId, permissions, credential.Agencies, Request.Headers[AgencyHeader]));
    }

    private static AuthenticateResult Success(ClaimsIdentity identity) => AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
}
