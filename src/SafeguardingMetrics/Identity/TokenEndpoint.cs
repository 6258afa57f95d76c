using System.Security.Claims;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Identity;

/// <summary>Where clients get tokens.</summary>
public static class TokenEndpoint
{
    /// <summary>Maps it.</summary>
    public static void MapTokens(this IEndpointRouteBuilder routes) => routes.MapPost(AccessTokenIssuer.Address, Issue).WithName("getToken").WithTags("Tokens")
        .Accepts<TokenRequest>("application/x-www-form-urlencoded").Produces<TokenAnswer>(200).Produces<TokenRefusal>(400).Produces<TokenRefusal>(401)
        .Problems(ProblemCatalogue.BodyTooSlow, ProblemCatalogue.TooLarge);

    /// <summary>Get a token</summary>
    /// <remarks>
    /// OAuth 2.0 client credentials (RFC 6749, 4.4), for tools that know nothing else. <c>client_id</c> is the id of a key, or of its client; <c>client_secret</c> the key, or what follows its
    /// last <c>_</c>; in the body or as HTTP Basic. A token lasts half an hour, may do what its client may do at the time, and ends with its key. Send it as <c>Authorization: Bearer</c>.
    /// </remarks>
    /// <response code="200">The token.</response>
    /// <response code="400">The request cannot be granted; in the words of RFC 6749, 5.2.</response>
    /// <response code="401">The client is not known here.</response>
    public static IResult Issue(HttpContext http)
    {
        var found = TokenRequestValidator.GetCredential(http);
        var identity = new ClaimsIdentity("client credentials");
        identity.SetClaim(OpenIddictConstants.Claims.Subject, found.ClientId).SetClaim(AccessTokenIssuer.KeyClaim, found.KeyId);
        identity.SetScopes(http.GetOpenIddictServerRequest()!.GetScopes()).SetResources(AccessTokenIssuer.Audience).SetDestinations(_ => [OpenIddictConstants.Destinations.AccessToken]);
        return Results.SignIn(new ClaimsPrincipal(identity), authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
    }
}

/// <summary>A request for a token.</summary>
/// <param name="GrantType" example="client_credentials">Always <c>client_credentials</c>.</param>
/// <param name="ClientId" example="demo-board">The id of a key, or of its client.</param>
/// <param name="ClientSecret" example="demo-board">The key, or its secret alone.</param>
/// <param name="Scope" example="read-figures">Permissions with spaces between, to have fewer of them than the client has; all of them unless given.</param>
public sealed record TokenRequest(
    [property: JsonPropertyName("grant_type")] string GrantType,
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("client_secret")] string ClientSecret,
    [property: JsonPropertyName("scope")] string? Scope);

/// <summary>A token.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="TokenType">Always <c>Bearer</c>.</param>
/// <param name="ExpiresIn">After how many seconds it is over.</param>
public sealed record TokenAnswer(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("token_type")] string TokenType,
    [property: JsonPropertyName("expires_in")] int ExpiresIn);

/// <summary>Why there is no token.</summary>
/// <param name="Error" example="invalid_client">The reason, of RFC 6749.</param>
/// <param name="ErrorDescription">The reason in words.</param>
public sealed record TokenRefusal(
    [property: JsonPropertyName("error")] string Error,
    [property: JsonPropertyName("error_description")] string ErrorDescription);
