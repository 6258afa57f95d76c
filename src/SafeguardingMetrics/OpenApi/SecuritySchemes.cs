using Microsoft.OpenApi;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The ways in which a caller can say who it is, any one of which will do.</summary>
internal static class SecuritySchemes
{
    private const string Key = "ApiKey";
    private const string Basic = "Basic";
    private const string Bearer = "Bearer";
    private const string Tokens = "OAuth2";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<(string Name, OpenApiSecurityScheme Scheme)> All { get; } =
    [
        (Key, new()
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = CallerAuthenticationHandler.KeyHeader,
            Description = "The key that the partnership gave you. In the demonstration any key of the table at the top of the page, such as `demo-social-care`.",
        }),
        (Basic, new()
        {
            Type = SecuritySchemeType.Http,
            // As the registry of schemes writes it.
            Scheme = "Basic",
            Description = "For BI tools, where figures, their catalogue and data quality are read: the key's id and the key. In the demonstration `demo-board` is both.",
        }),
        (Tokens, new()
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "For tools that want OAuth 2.0: `client_id` is the key's id, `client_secret` the key. In the demonstration `demo-board` is both. A token lasts half an hour; ask the same address for another. "
                + "It is signed and checked as RFC8725 asks: ES256 and no other algorithm, the type `at+jwt`, issuer, audience and time.",
            Flows = new()
            {
                ClientCredentials = new()
                {
                    TokenUrl = new Uri(AccessTokenIssuer.Address, UriKind.Relative),
                    // With client credentials a token is renewed by asking again (RFC 6749, 4.4.3).
                    RefreshUrl = new Uri(AccessTokenIssuer.Address, UriKind.Relative),
                    Scopes = Permission.All.ToDictionary(permission => permission, permission => $"To {permission.Replace('-', ' ')}, where the client may."),
                },
            },
        }),
        (Bearer, new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of this service, or of the issuer that the partnership trusts. Its signature, issuer, audience and time are checked, as RFC8725 asks.",
        }),
    ];

    /// <summary>That no credential is needed.</summary>
    public static OpenApiSecurityRequirement None => [];

    /// <summary>How a client says who it is where it asks for a token: as Basic, or in the body.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> CreateClientRequirements(Microsoft.OpenApi.OpenApiDocument? document) => [new() { [new OpenApiSecuritySchemeReference(Basic, document)] = [] }, None];

    /// <summary>The ones that an operation takes.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> CreateRequirements(Microsoft.OpenApi.OpenApiDocument? document, IEnumerable<string> permissions, bool takesBasic)
    {
        yield return Of(Key, []);
        if (takesBasic) yield return Of(Basic, []);
        yield return Of(Tokens, [.. permissions.Distinct()]);
        yield return Of(Bearer, []);

        OpenApiSecurityRequirement Of(string name, List<string> scopes) => new() { [new OpenApiSecuritySchemeReference(name, document)] = scopes };
    }
}
