using System.Net.Http.Headers;
using System.Text;

namespace SafeguardingMetrics.Identity;

/// <summary>The kinds of credential that a request can carry.</summary>
internal enum CredentialKind
{
    /// <summary>No credential.</summary>
    None,

    /// <summary>A key in <c>X-Api-Key</c>.</summary>
    Key,

    /// <summary>A name and a secret by HTTP Basic (RFC 7617).</summary>
    Basic,

    /// <summary>A bearer token (RFC 6750).</summary>
    Bearer,

    /// <summary>The session cookie of the service's own pages.</summary>
    Cookie,

    /// <summary>Several credentials, which is refused: it would not be clear whose request it is.</summary>
    Several,

    /// <summary>An <c>Authorization</c> that cannot be read, or of another scheme.</summary>
    Other,
}

/// <summary>The credential in a request's headers, as it is written there; not validated.</summary>
/// <param name="Kind">The kind of credential.</param>
/// <param name="Name">The name of HTTP Basic; otherwise empty.</param>
/// <param name="Text">The key, the secret, the token or the cookie.</param>
internal readonly record struct CredentialHeader(CredentialKind Kind, string Name = "", string Text = "")
{
    /// <summary>Reads <c>X-Api-Key</c> and <c>Authorization</c>.</summary>
    public static CredentialHeader FromRequest(HttpRequest request)
    {
        var (keys, authorizations) = (request.Headers[CallerAuthenticationHandler.KeyHeader], request.Headers.Authorization);
        return (keys.Count, authorizations.Count) switch
        {
            (0, 0) => new(CredentialKind.None),
            (1, 0) => string.IsNullOrEmpty(keys[0]) ? new(CredentialKind.None) : new(CredentialKind.Key, Text: keys[0]!),
            (0, 1) => ParseAuthorization(authorizations[0]),
            _ => new(CredentialKind.Several),
        };
    }

    /// <summary>Reads a value of <c>Authorization</c>.</summary>
    public static CredentialHeader ParseAuthorization(string? header)
    {
        if (string.IsNullOrEmpty(header)) return new(CredentialKind.None);
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || value.Parameter is not { Length: > 0 } parameter)
            return new(CredentialKind.Other);
        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return new(CredentialKind.Bearer, Text: parameter);
        if (!value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return new(CredentialKind.Other);

        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length)) return new(CredentialKind.Other);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair is [var name, var secret] ? new(CredentialKind.Basic, name, secret) : new(CredentialKind.Other);
    }
}
