using System.Security.Cryptography;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The service's own tokens (OAuth 2.0 client credentials, RFC 6749). A token proves that its holder had a key; whether the key may still be used and what
/// its client may do is looked up at each request, so a key that is revoked takes its tokens with it. Scopes, where asked for, narrow what it may do.
/// </summary>
public sealed class AccessTokenIssuer(SigningKey key, CredentialStore credentials, TimeProvider time)
{
    /// <summary>Where they are issued.</summary>
    public const string Address = "/oauth2/token";

    /// <summary>How long they last.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    internal const string Issuer = "urn:safeguarding-metrics";
    internal const string Audience = "urn:safeguarding-metrics:api";
    internal const string KeyClaim = "key";

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters parameters = new()
    {
        ValidIssuer = Issuer,
        ValidAudience = Audience,
        IssuerSigningKey = key.Credentials.Key,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        ValidTypes = ["at+jwt"],
        LifetimeValidator = (from, to, _, _) => IsWithinLifetime(from, to, time),
    };

    /// <summary>True of a token that says it is one of ours.</summary>
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

    /// <summary>The key that a token was made with, and the scopes it was narrowed to; nothing where the token or the key may not be used.</summary>
    public async Task<(Credential? Credential, IReadOnlyList<string> Scopes)> Validate(string token, CancellationToken cancel)
    {
        if (!key.CanSign) return (null, []);
        var result = await handler.ValidateTokenAsync(token, parameters);
        if (!result.IsValid || !result.Claims.TryGetValue(KeyClaim, out var claim) || claim is not string keyId) return (null, []);
        var scopes = (result.Claims.TryGetValue("scope", out var scope) ? scope as string : null)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return (await credentials.FindByKeyId(keyId, cancel), scopes);
    }

    /// <summary>True between the two instants, with half a minute for clocks that differ.</summary>
    internal static bool IsWithinLifetime(DateTime? from, DateTime? to, TimeProvider time)
    {
        var (now, skew) = (time.GetUtcNow().UtcDateTime, TimeSpan.FromSeconds(30));
        return to is { } end && now < end + skew && (from is null || now >= from - skew);
    }
}

/// <summary>Has OpenIddict issue the tokens.</summary>
internal static class AccessTokenSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddAccessTokens(this IServiceCollection services)
    {
        services.AddSingleton<SigningKey>().AddSingleton<AccessTokenIssuer>().AddScoped<TokenRequestValidator>();
        // Degraded: no tables of its own. Who the clients are and what they may do is the service's to say.
        services.AddOpenIddict().AddServer(server =>
        {
            server.SetTokenEndpointUris(AccessTokenIssuer.Address).AllowClientCredentialsFlow().SetAccessTokenLifetime(AccessTokenIssuer.Lifetime).SetIssuer(new Uri(AccessTokenIssuer.Issuer));
            server.RegisterScopes([.. Permission.All]);
            server.EnableDegradedMode().DisableAccessTokenEncryption();
            // TLS ends at the proxy in front.
            server.UseAspNetCore().EnableTokenEndpointPassthrough().DisableTransportSecurityRequirement();
            server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(handler => handler.UseScopedHandler<TokenRequestValidator>());
            // Its addresses of explanations are another's.
            server.AddEventHandler<OpenIddictServerEvents.ApplyTokenResponseContext>(handler => handler.SetOrder(int.MinValue).UseInlineHandler(context =>
            {
                context.Response.ErrorUri = null;
                return default;
            }));
        });
        // It tells its log each token that it makes, if it is asked to tell enough.
        services.AddSingleton<ILogger<OpenIddictServerDispatcher>>(NullLogger<OpenIddictServerDispatcher>.Instance);
        services.AddOptions<OpenIddictServerOptions>().Configure<SigningKey, TimeProvider>((options, key, time) =>
        {
            options.TimeProvider = time;
            options.SigningCredentials.Add(key.Credentials);
            // OpenIddict asks for a key to encrypt with; with this flow alone it encrypts nothing, so this one is never used.
            options.EncryptionCredentials.Add(new EncryptingCredentials(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32)), SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        });
        return services;
    }
}
