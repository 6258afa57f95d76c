using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns.Idempotency;

/// <summary>
/// A request as its sender names it, by the header <c>Idempotency-Key</c>
/// (draft-ietf-httpapi-idempotency-key-header-07).
/// </summary>
/// <param name="Client">Who sent it: two clients may use the same key.</param>
/// <param name="Agency">For which agency.</param>
/// <param name="KeyHash">SHA-256 of the key, which may be any text and is kept nowhere.</param>
/// <param name="Fingerprint">
/// SHA-256 of what makes a request the same: dataset, period, media type, strictness, confirmation and the body's bytes.
/// </param>
public sealed record IdempotencyKey(string Client, string Agency, string KeyHash, string Fingerprint)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    private const int Longest = 255;

    /// <summary>
    /// Reads the header: a string in quotation marks, as the draft has it, or bare, as many send it. False where it is
    /// neither.
    /// </summary>
    /// <param name="values">The header's values.</param>
    /// <param name="key">The key; null where none was sent.</param>
    public static bool TryParse(Microsoft.Extensions.Primitives.StringValues values, out string? key)
    {
        key = null;
        if (values.Count == 0) return true;
        if (values is not [{ } text]) return false;
        text = text.Trim(' ');
        var bare = text is ['"', .. var inner, '"'] ? inner : text;
        // In quotation marks \" and \\ stand for " and \ (RFC 9651); a key with either is taken as it is written.
        if (bare.Length is 0 or > Longest || !bare.All(c => c is >= ' ' and <= '~')) return false;
        var unescaped = bare.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\\"", "", StringComparison.Ordinal);
        if (unescaped.AsSpan().ContainsAny('"', '\\')) return false;
        if (ReferenceEquals(bare, text) && bare.Contains(',', StringComparison.Ordinal)) return false;
        key = bare;
        return true;
    }

    /// <summary>The key of a request.</summary>
    public static IdempotencyKey Create(string client, string key, IncomingReturn request)
    {
        var days = request.Days;
        var period = string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}/{days.To:yyyy-MM-dd}");
        // Nothing is added to a request that is neither: keys stored by earlier versions keep their fingerprint.
        var confirmed = request.IsConfirmed ? "\nconfirmed" : "";
        var changes = request.IsChanges ? "\nchanges" : "";
        var text = $"{request.Dataset.Name}\n{period}\n{request.MediaType}\n{request.IsStrict}\n{request.Body.Hash}{confirmed}{changes}";
        return new(client, request.Agency.Code, Hash(key), Hash(text));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
