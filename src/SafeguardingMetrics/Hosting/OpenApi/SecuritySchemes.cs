using Microsoft.OpenApi;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Hosting.Authentication;

namespace SafeguardingMetrics.Hosting.OpenApi;

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
            Name = CallerAuthentication.KeyHeader,
            Description = "The key that the partnership gave you. In the demonstration any key of the table at the top of the page, such as `demo-social-care`.",
        }),
        (Basic, new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "basic",
            Description = "For BI tools, where figures, their catalogue and data quality are read: the key's id and the key. In the demonstration `demo-board` is both.",
        }),
        (Tokens, new()
        {
            Type = SecuritySchemeType.OAuth2,
            Description = "For tools that want OAuth 2.0: `client_id` is the key's id, `client_secret` the key. In the demonstration `demo-board` is both.",
            Flows = new()
            {
                ClientCredentials = new()
                {
                    TokenUrl = new Uri(IssuedTokens.Address, UriKind.Relative),
                    Scopes = Permission.All.ToDictionary(permission => permission, permission => $"To {permission.Replace('-', ' ')}, where the client may."),
                },
            },
        }),
        (Bearer, new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "A token of this service, or of the issuer that the partnership trusts.",
        }),
    ];

    /// <summary>The ones that an operation takes.</summary>
    public static IEnumerable<OpenApiSecurityRequirement> Alternatives(Microsoft.OpenApi.OpenApiDocument? document, IEnumerable<string> permissions, bool takesBasic)
    {
        yield return Of(Key, []);
        if (takesBasic) yield return Of(Basic, []);
        yield return Of(Tokens, [.. permissions.Distinct()]);
        yield return Of(Bearer, []);

        OpenApiSecurityRequirement Of(string name, List<string> scopes) => new() { [new OpenApiSecuritySchemeReference(name, document)] = scopes };
    }
}
