using Microsoft.AspNetCore;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace SafeguardingMetrics.Identity;

/// <summary>Says whether whoever asks for a token is a client: <c>client_id</c> and <c>client_secret</c> are as HTTP Basic's name and secret are.</summary>
internal sealed class TokenRequestValidator(CredentialStore credentials, SigningKey key, KeyUsageRecorder lastUse) : IOpenIddictServerHandler<OpenIddictServerEvents.ValidateTokenRequestContext>
{
    private const string ItemKey = "token.credential";

    /// <summary>The key that was found.</summary>
    public static Credential GetCredential(HttpContext http) => (Credential)http.Items[ItemKey]!;

    /// <inheritdoc/>
    public async ValueTask HandleAsync(OpenIddictServerEvents.ValidateTokenRequestContext context)
    {
        var http = context.Transaction.GetHttpRequest()!.HttpContext;
        if (!key.CanSign)
        {
            context.Reject(OpenIddictConstants.Errors.UnauthorizedClient, "No tokens are issued here: the administrator has not set OAuth__SigningKey.");
            return;
        }

        if (context.ClientId is not { } id || context.ClientSecret is not { } secret || await credentials.Find(id, secret, http.RequestAborted) is not { } found)
        {
            context.Reject(OpenIddictConstants.Errors.InvalidClient, "The client_id and client_secret are not known here.");
            return;
        }

        if (context.Request.GetScopes().Except(found.Permissions).Any())
        {
            context.Reject(OpenIddictConstants.Errors.InvalidScope, $"The client may have: {string.Join(' ', found.Permissions)}.");
            return;
        }

        lastUse.Record(found);
        http.Items[ItemKey] = found;
    }
}
