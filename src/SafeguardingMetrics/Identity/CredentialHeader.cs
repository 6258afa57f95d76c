using System.Net.Http.Headers;
using System.Text;

namespace SafeguardingMetrics.Identity;

/// <summary>In which way a request says who sends it.</summary>
internal enum CredentialKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a key in <c>X-Api-Key</c>.</summary>
    Key,

    /// <summary>By a name and a secret (RFC 7617).</summary>
    Basic,

    /// <summary>By a token (RFC 6750).</summary>
    Bearer,

    /// <summary>By the cookie of the service's own pages.</summary>
    Cookie,

    /// <summary>In several ways at once: nobody could tell whose request it is.</summary>
    Several,

    /// <summary>In a way that is none of these.</summary>
    Other,
}

/// <summary>The credential that a request carries, as it is written there.</summary>
internal readonly record struct CredentialHeader(CredentialKind Kind, string Name = "", string Text = "")
{
    /// <summary>Reads it.</summary>
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

    private static CredentialHeader ParseAuthorization(string? header)
    {
        if (string.IsNullOrEmpty(header)) return new(CredentialKind.None);
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || value.Parameter is not { Length: > 0 } parameter) return new(CredentialKind.Other);
        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return new(CredentialKind.Bearer, Text: parameter);
        if (!value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return new(CredentialKind.Other);

        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length)) return new(CredentialKind.Other);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair is [var name, var secret] ? new(CredentialKind.Basic, name, secret) : new(CredentialKind.Other);
    }
}
