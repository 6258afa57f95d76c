using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The token endpoint: OAuth 2.0 client credentials (RFC 6749, section 4.4). Refusals are in the words of section 5.2,
/// not problems of the catalogue, since OAuth clients expect those.
/// </summary>
public static class TokenEndpoint
{
    /// <summary>Maps the endpoint. Only POST is taken.</summary>
    public static void MapTokens(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(AccessTokenIssuer.Address, Issue).WithName("getToken").WithTags("Tokens")
            .Accepts<TokenRequest>(UrlEncodedForm.MediaType).Produces<TokenAnswer>(200)
            .Produces<TokenRefusal>(400).Produces<TokenRefusal>(401)
            .Problems(ProblemCatalogue.BodyTooSlow, ProblemCatalogue.TooLarge);
        // Routing sends bodies of other media types here. The same handler refuses them, in the words of RFC 6749.
        routes.MapPost(AccessTokenIssuer.Address, Issue).ExcludeFromDescription();
    }

    /// <summary>Get a token</summary>
    /// <remarks>
    /// OAuth 2.0 client credentials (RFC 6749, section 4.4), for tools that cannot send a key. <c>client_id</c> is the
    /// id of a key, or of its client. <c>client_secret</c> is the key, or the part of it after the last <c>_</c>. Send
    /// both in the form or by HTTP Basic. A token lasts half an hour. It has the permissions that its client has when
    /// the token is used, and it ends when its key is revoked or expires. Send it as <c>Authorization: Bearer</c>.
    /// </remarks>
    /// <response code="200">The token.</response>
    /// <response code="400">No token can be given for this request. <c>error</c> is one of RFC 6749, section
    /// 5.2.</response>
    /// <response code="401">The client is not known, or its secret is wrong.</response>
    public static async Task<IResult> Issue(
        HttpContext http, AccessTokenIssuer tokens, CredentialStore credentials, KeyUsageRecorder keyUsage)
    {
        // Section 5.1: no answer with a token may be cached. Refusals are not cached either.
        (http.Response.Headers.CacheControl, http.Response.Headers.Pragma) = ("no-store", "no-cache");
        var (form, error) = await TokenForm.Read(http.Request);
        if (form is null) return Refuse("invalid_request", error!);
        if (form.GrantType is null) return Refuse("invalid_request", "grant_type is missing: it is client_credentials.");
        if (form.GrantType != "client_credentials") return Refuse("unsupported_grant_type", "grant_type is client_credentials.");
        if (!tokens.CanIssue)
            return Refuse("unauthorized_client", "This service issues no tokens: the administrator has not set OAuth__SigningKey.");

        if (form is not { ClientId: { } id, ClientSecret: { } secret }
            || await credentials.Find(id, secret, http.RequestAborted) is not { } credential)
        {
            http.Response.Headers.WWWAuthenticate = $"Basic realm=\"{CallerAuthenticationHandler.Realm}\", charset=\"UTF-8\"";
            return Refuse("invalid_client", "The client_id and client_secret are not known here.", StatusCodes.Status401Unauthorized);
        }

        if (form.Scopes.Except(credential.Permissions).Any())
            return Refuse("invalid_scope", $"The client may ask for: {string.Join(' ', credential.Permissions)}.");

        keyUsage.Record(credential);
        return TypedResults.Json(
            new TokenAnswer(tokens.Issue(credential, form.Scopes), "Bearer", (int)AccessTokenIssuer.Lifetime.TotalSeconds));
    }

    private static JsonHttpResult<TokenRefusal> Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenRefusal(error, description), statusCode: status);
}

/// <summary>A request for a token.</summary>
/// <param name="GrantType" example="client_credentials">Always <c>client_credentials</c>.</param>
/// <param name="ClientId" example="demo-board">The id of a key, or of its client.</param>
/// <param name="ClientSecret" example="demo-board">The key, or the part of it after the last <c>_</c>.</param>
/// <param name="Scope" example="read-figures">The permissions that the token should have, with spaces between them.
/// If you leave it out: all permissions of the client.</param>
public sealed record TokenRequest(
    [property: JsonPropertyName("grant_type")] string GrantType,
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("scope")] string? Scope);

/// <summary>A token.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">For how many seconds the token can be used.</param>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>Why no token was given.</summary>
/// <param name="Error" example="invalid_client">The reason, one of RFC 6749, section 5.2.</param>
/// <param name="ErrorDescription">The reason in words.</param>
public sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription);
