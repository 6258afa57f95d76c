using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Hosting.Problems;

namespace SafeguardingMetrics.Hosting.Authentication;

/// <summary>Knows callers by the key in <c>X-Api-Key</c>. The agency always comes from the key.</summary>
public sealed class ApiKeyAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, AgencyStore agencies, IHostEnvironment environment)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string SchemeName = "ApiKey";

    /// <summary>The header.</summary>
    public const string Header = "X-Api-Key";

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ Length: > 0 and <= 200 } presented]) return AuthenticateResult.NoResult();
        if (await agencies.FindKey(presented, Context.RequestAborted) is not { } key) return AuthenticateResult.Fail("Unknown key.");
        if (key.IsDemonstration && !environment.IsDevelopment()) return AuthenticateResult.Fail("A demonstration key.");

        var identity = new ClaimsIdentity(SchemeName);
        identity.AddClaim(new Claim(Caller.KeyIdClaim, key.KeyId));
        foreach (var permission in key.Permissions.Split(' ')) identity.AddClaim(new Claim(Caller.PermissionClaim, permission));
        if (key.Agency is { } code)
        {
            identity.AddClaim(new Claim(Caller.AgencyClaim, code));
            identity.AddClaim(new Claim(Caller.AgencyNameClaim, key.AgencyName!));
            identity.AddClaim(new Claim(Caller.SectorClaim, key.Sector!));
        }

        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    /// <inheritdoc/>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = $"{SchemeName} header=\"{Header}\"";
        var why = Request.Headers.ContainsKey(Header) ? "The key is not known here." : $"The header {Header} is missing.";
        return ProblemCatalogue.Unauthenticated.Because(why).ExecuteAsync(Context);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var needed = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Select(data => data.Policy).LastOrDefault(policy => policy is not null);
        return ProblemCatalogue.NotPermitted.Because($"The permission \"{needed}\" is needed.").ExecuteAsync(Context);
    }
}
