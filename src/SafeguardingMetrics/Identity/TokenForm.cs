using System.Net;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The form of a token request (RFC 6749, section 4.4.2): each parameter at most once, an empty parameter as if it were
/// left out.
/// </summary>
/// <param name="GrantType">How the caller asks for a token; null where left out.</param>
/// <param name="ClientId">The caller's id, from the form or from HTTP Basic; null where left out.</param>
/// <param name="ClientSecret">The caller's secret, from the form or from HTTP Basic; null where left out.</param>
/// <param name="Scopes">The scopes that the token is narrowed to; empty where left out.</param>
internal sealed record TokenForm(string? GrantType, string? ClientId, string? ClientSecret, IReadOnlyList<string> Scopes)
{
    /// <summary>Reads the form and the header <c>Authorization</c>.</summary>
    /// <returns>The form, or why it cannot be read: a sentence for <c>error_description</c> of
    /// <c>invalid_request</c>.</returns>
    public static async Task<(TokenForm? Form, string? Error)> Read(HttpRequest request)
    {
        if (request.QueryString.HasValue) return (null, "Send the parameters in the body, not in the address: an address is kept in logs.");
        if (await UrlEncodedForm.Read(request) is not { } fields)
            return (null, $"The body is not a form. Send {UrlEncodedForm.MediaType} in UTF-8, at most {UrlEncodedForm.MaxBytes} bytes.");
        if (fields.FirstOrDefault(field => field.Value.Count > 1).Key is not null) return (null, "The form gives a parameter twice.");

        string? Get(string name) => fields[name] is [{ Length: > 0 } value] ? value : null;
        var (id, secret) = (Get("client_id"), Get("client_secret"));
        if (request.Headers.Authorization.Count > 0)
        {
            if (CredentialHeader.FromRequest(request) is not { Kind: CredentialKind.Basic } basic)
                return (new TokenForm(Get("grant_type"), null, null, []), null);
            // Section 2.3.1: id and secret are form-encoded before they are joined for HTTP Basic.
            var (basicId, basicSecret) = (WebUtility.UrlDecode(basic.Name), WebUtility.UrlDecode(basic.Text));
            if (secret is not null || (id is not null && id != basicId))
                return (null, "Send client_id and client_secret by HTTP Basic or in the form, not both.");
            (id, secret) = (basicId, basicSecret);
        }

        // Appendix A: ids and secrets are visible ASCII characters and spaces.
        if (!IsVisibleAscii(id) || !IsVisibleAscii(secret)) return (null, "client_id and client_secret are printable ASCII characters.");
        return (new TokenForm(Get("grant_type"), id, secret, Get("scope")?
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList() ?? []), null);
    }

    private static bool IsVisibleAscii(string? text) => text is null || !text.AsSpan().ContainsAnyExceptInRange(' ', '~');
}
