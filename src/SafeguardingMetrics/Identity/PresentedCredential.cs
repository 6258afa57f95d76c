using System.Net.Http.Headers;
using System.Text;

namespace SafeguardingMetrics.Identity;

/// <summary>In which way a request says who sends it.</summary>
internal enum PresentedKind
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
internal readonly record struct PresentedCredential(PresentedKind Kind, string Name = "", string Text = "")
{
    /// <summary>Reads it.</summary>
    public static PresentedCredential Of(HttpRequest request)
    {
        var (keys, authorizations) = (request.Headers[CallerAuthentication.KeyHeader], request.Headers.Authorization);
        return (keys.Count, authorizations.Count) switch
        {
            (0, 0) => new(PresentedKind.None),
            (1, 0) => string.IsNullOrEmpty(keys[0]) ? new(PresentedKind.None) : new(PresentedKind.Key, Text: keys[0]!),
            (0, 1) => Authorization(authorizations[0]),
            _ => new(PresentedKind.Several),
        };
    }

    private static PresentedCredential Authorization(string? header)
    {
        if (string.IsNullOrEmpty(header)) return new(PresentedKind.None);
        if (!AuthenticationHeaderValue.TryParse(header, out var value) || value.Parameter is not { Length: > 0 } parameter) return new(PresentedKind.Other);
        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return new(PresentedKind.Bearer, Text: parameter);
        if (!value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return new(PresentedKind.Other);

        var bytes = new byte[parameter.Length];
        if (!Convert.TryFromBase64String(parameter, bytes, out var length)) return new(PresentedKind.Other);
        var pair = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return pair is [var name, var secret] ? new(PresentedKind.Basic, name, secret) : new(PresentedKind.Other);
    }
}
