using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Validates JWTs of another issuer, such as Entra ID: issued by <c>Authentication__Authority</c> for
/// <c>Authentication__Audience</c>. The permissions are in the claims <c>roles</c> and <c>scp</c>, under this service's
/// names. The agencies' codes are in the claim that <c>Authentication__AgencyClaim</c> names (<c>agency</c> unless
/// given); a token without that claim acts for the partnership.
/// </summary>
public sealed class ExternalJwtValidator
{
    private const string AuthoritySetting = "Authentication:Authority";
    private const string AudienceSetting = "Authentication:Audience";
    private const string AgencyClaimSetting = "Authentication:AgencyClaim";

    // The claims that can name a caller, the most stable first: Entra's object id, the application, the subject.
    private static readonly string[] NameClaims = ["oid", "azp", "appid", "client_id", "sub"];

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly Database database;
    private readonly string agencyClaim;

    // Null where no other issuer is trusted.
    private readonly TokenValidationParameters? parameters;

    /// <summary>Reads the settings. The issuer's keys are fetched with the first token.</summary>
    /// <exception cref="InvalidOperationException">There is an authority without an audience, or the authority is not
    /// an address: the service must not start.</exception>
    public ExternalJwtValidator(IConfiguration configuration, IHostEnvironment environment, Database database, TimeProvider time)
    {
        this.database = database;
        agencyClaim = configuration[AgencyClaimSetting] is { Length: > 0 } named ? named : "agency";
        if (configuration[AuthoritySetting] is not { Length: > 0 } authority) return;
        if (string.IsNullOrEmpty(configuration[AudienceSetting]))
            throw new InvalidOperationException(
                "Authentication__Audience is missing: without it, any token of the issuer would be accepted.");
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var issuer)
            || (issuer.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment()))
            throw new InvalidOperationException("Authentication__Authority is an address that begins with https://.");

        parameters = new TokenValidationParameters
        {
            // Issuer and keys, fetched again when a token is signed with an unknown key.
            ConfigurationManager = new ConfigurationManager<OpenIdConnectConfiguration>(
                $"{authority.TrimEnd('/')}/.well-known/openid-configuration",
                new OpenIdConnectConfigurationRetriever(),
                new HttpDocumentRetriever { RequireHttps = !environment.IsDevelopment() }),
            ValidAudience = configuration[AudienceSetting],
            LifetimeValidator = (from, to, _, _) => AccessTokenIssuer.IsWithinLifetime(from, to, time),
        };
    }

    /// <summary>Who calls with a token; null where the token is invalid.</summary>
    public async Task<ClaimsIdentity?> Validate(HttpContext http, string presented)
    {
        if (parameters is null
            || await handler.ValidateTokenAsync(presented, parameters) is not { IsValid: true, ClaimsIdentity: { } token } result)
            return null;
        if (GetClientId(token) is not { } id) return null;

        var codes = token.FindAll(agencyClaim).Select(claim => claim.Value).Distinct().ToList();
        // An agency claim that names no agency is a mistake of the issuer's settings: it must not make a token the partnership's.
        if (codes.Count == 0 && ((JsonWebToken)result.SecurityToken).TryGetPayloadValue<object>(agencyClaim, out _)) return null;
        var agencies = codes.Count == 0
            ? []
            : (await database.Read(AgencyStore.List, http.RequestAborted)).Where(agency => codes.Contains(agency.Code)).ToList();
        // A token that names an unknown agency must not be taken for the partnership's.
        if (agencies.Count != codes.Count) return null;
        var allowed = agencies.Count > 0 ? Permission.ForAgencies : Permission.ForPartnership;
        var permissions = token.FindAll(claim => claim.Type is "roles" or "scp")
            .SelectMany(claim => claim.Value.Split(' ')).Intersect(allowed);
        return Caller.CreateIdentity(id, id, permissions, agencies, http.Request.Headers[CallerAuthenticationHandler.AgencyHeader]);
    }

    // At most 36 characters, the length of a key's id, which is what the columns that name a caller hold. A longer name
    // is hashed.
    private static string? GetClientId(ClaimsIdentity token) =>
        NameClaims.Select(name => token.FindFirst(name)?.Value).FirstOrDefault(name => !string.IsNullOrEmpty(name)) switch
        {
            null => null,
            { Length: <= 36 } name when Ascii.IsValid(name) => name,
            var name => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..35],
        };
}
