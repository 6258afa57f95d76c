using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// Tokens of another issuer, such as Entra ID: of <c>Authentication__Authority</c>, for <c>Authentication__Audience</c>. The permissions are in its claims <c>roles</c> and
/// <c>scp</c>, in this service's words; the codes of the agencies in the claim that <c>Authentication__AgencyClaim</c> names, <c>agency</c> unless given. Without it, the
/// token is the partnership's.
/// </summary>
public sealed class ExternalJwtValidator(IConfiguration configuration, Database database)
{
    internal const string SchemeName = "OutsideToken";
    internal const string Authority = "Authentication:Authority";
    internal const string Audience = "Authentication:Audience";
    private const string AgencyClaim = "Authentication:AgencyClaim";

    // What names a caller, the steadiest first: Entra's object, the application, the subject.
    private static readonly string[] Names = ["oid", "azp", "appid", "client_id", "sub"];

    /// <summary>Who calls with a token; null where it may not be used.</summary>
    public async Task<ClaimsIdentity?> Validate(HttpContext http, string presented)
    {
        if (string.IsNullOrEmpty(configuration[Authority])) return null;
        http.Items[typeof(ExternalJwtValidator)] = presented;
        if (await http.AuthenticateAsync(SchemeName) is not { Succeeded: true, Principal: { } token } || GetClientId(token) is not { } id) return null;

        var codes = token.FindAll(configuration[AgencyClaim] is { Length: > 0 } named ? named : "agency").Select(claim => claim.Value).Distinct().ToList();
        var agencies = codes.Count == 0 ? [] : (await database.Read(AgencyStore.List, http.RequestAborted)).Where(agency => codes.Contains(agency.Code)).ToList();
        // An agency that is not known here must not make the token the partnership's.
        if (agencies.Count != codes.Count) return null;
        var allowed = agencies.Count > 0 ? Permission.ForAgencies : Permission.ForPartnership;
        var permissions = token.FindAll(claim => claim.Type is "roles" or "scp").SelectMany(claim => claim.Value.Split(' ')).Intersect(allowed);
        return Caller.CreateIdentity(id, id, permissions, agencies, http.Request.Headers[CallerAuthenticationHandler.AgencyHeader]);
    }

    // Ids of keys have 36 characters, and so much room have those that changed something.
    private static string? GetClientId(ClaimsPrincipal token) => Names.Select(token.FindFirstValue).FirstOrDefault(name => !string.IsNullOrEmpty(name)) switch
    {
        null => null,
        { Length: <= 36 } name when Ascii.IsValid(name) => name,
        var name => "#" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..35],
    };
}

/// <summary>Has the framework check the signature, the issuer, the audience and the time.</summary>
internal static class ExternalJwtSetup
{
    /// <summary>Adds it.</summary>
    public static IServiceCollection AddExternalJwt(this IServiceCollection services)
    {
        services.AddSingleton<ExternalJwtValidator>();
        new AuthenticationBuilder(services).AddJwtBearer(ExternalJwtValidator.SchemeName, _ => { });
        services.AddOptions<JwtBearerOptions>(ExternalJwtValidator.SchemeName).Configure<IConfiguration, IHostEnvironment, TimeProvider>((options, configuration, environment, time) =>
        {
            options.Authority = configuration[ExternalJwtValidator.Authority];
            options.Audience = configuration[ExternalJwtValidator.Audience];
            if (!string.IsNullOrEmpty(options.Authority) && string.IsNullOrEmpty(options.Audience)) throw new OptionsValidationException(ExternalJwtValidator.SchemeName, typeof(JwtBearerOptions), ["Authentication__Audience is missing: without it any token of the issuer would do."]);
            options.RequireHttpsMetadata = !environment.IsDevelopment();
            options.MapInboundClaims = false;
            // Wherever the request carries it.
            options.Events = new JwtBearerEvents
            {
                OnMessageReceived = context =>
                {
                    context.Token = context.HttpContext.Items[typeof(ExternalJwtValidator)] as string;
                    return Task.CompletedTask;
                },
            };
            options.TokenValidationParameters.LifetimeValidator = (from, to, _, _) => AccessTokenIssuer.IsWithinLifetime(from, to, time);
        });
        return services;
    }
}
