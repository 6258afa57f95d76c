using Microsoft.OpenApi;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The ways in which a caller can authenticate. One of them is enough.</summary>
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
            Description =
                "The key that the partnership gave you. In the demonstration: any key of the table at the top of the page, such as "
                + "`demo-social-care`.",
        }),
        (Basic, new()
        {
            Type = SecuritySchemeType.Http,
            // As the registry of schemes writes it.
            Scheme = "Basic",
            Description =
                "For BI tools that read figures, catalogues and data quality. User name: the key's id. Password: the key. In the "
                + "demonstration `demo-board` is both.",
        }),
        (Tokens, new()
        {
            Type = SecuritySchemeType.OAuth2,
            Description =
                "For tools that need OAuth 2.0: `client_id` is the key's id, `client_secret` is the key. In the demonstration "
                + "`demo-board` is both. "
                    + "A token is valid for half an hour; then ask for another. Tokens follow RFC8725: signed with ES256, type "
                    + "`at+jwt`, with issuer, audience and expiry.",
            Flows = new()
            {
                ClientCredentials = new()
                {
                    TokenUrl = new Uri(AccessTokenIssuer.Address, UriKind.Relative),
                    // With client credentials a token is renewed by asking again (RFC 6749, 4.4.3).
                    RefreshUrl = new Uri(AccessTokenIssuer.Address, UriKind.Relative),
                    Scopes = Permission.All.ToDictionary(
                        permission => permission,
                        permission => $"Permission to {permission.Replace('-', ' ')}, if the client has it."),
                },
            },
        }),
        (Bearer, new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description =
                "A token of this service, or of the identity provider that the partnership trusts. Its signature, issuer, audience and "
                + "expiry are checked (RFC8725).",
        }),
    ];

    /// <summary>The requirement of an operation that needs no credential.</summary>
    public static OpenApiSecurityRequirement None => [];

    /// <summary>How a client authenticates when it asks for a token: with Basic, or in the body.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> CreateClientRequirements(Microsoft.OpenApi.OpenApiDocument? document) =>
    [
        new() { [new OpenApiSecuritySchemeReference(Basic, document)] = [] },
        None,
    ];

    /// <summary>The schemes that an operation accepts, with the permissions that it needs.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> CreateRequirements(
        Microsoft.OpenApi.OpenApiDocument? document,
        IEnumerable<string> permissions,
        bool takesBasic)
    {
        yield return Of(Key, []);
        if (takesBasic) yield return Of(Basic, []);
        // Where either of two permissions will do, a token with one of them is enough.
        var needed = permissions.Distinct().ToList();
        if (needed is [var only])
            foreach (var either in only.Split(Permission.Or)) yield return Of(Tokens, [either]);
        else
            yield return Of(Tokens, needed);
        yield return Of(Bearer, []);

        OpenApiSecurityRequirement Of(string name, List<string> scopes) =>
            new() { [new OpenApiSecuritySchemeReference(name, document)] = scopes };
    }
}
