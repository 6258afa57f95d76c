using System.Text;

namespace SafeguardingMetrics.Datasets.Formats.Recognition;

/// <summary>
/// How the text of a body is encoded. UTF-16 and UTF-32 are recognised by the byte order mark, and UTF-16 also by the zero bytes of
/// its first two characters, which are ASCII in every CSV header and every JSON. Windows-1252 looks like UTF-8 at the beginning, so
/// that it has to be said.
/// </summary>
public static class BodyEncoding
{
    /// <summary>The charset that a media type may name.</summary>
    public const string Windows1252 = "windows-1252";

    private static readonly Encoding CodePage1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The encoding; null for UTF-8, which the readers read as it is.</summary>
    /// <param name="opening">The first bytes of the body.</param>
    /// <param name="charset">The charset that the media type names: <see cref="Windows1252"/>, or null.</param>
    public static Encoding? Find(ReadOnlySpan<byte> opening, string? charset) => opening switch
    {
        [0xEF, 0xBB, 0xBF, ..] => null,
        [0xFF, 0xFE, 0, 0, ..] => new UTF32Encoding(bigEndian: false, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0, 0, 0xFE, 0xFF, ..] => new UTF32Encoding(bigEndian: true, byteOrderMark: true, throwOnInvalidCharacters: true),
        [0xFF, 0xFE, ..] or [not 0, 0, not 0, 0, ..] => CreateUtf16(bigEndian: false),
        [0xFE, 0xFF, ..] or [0, not 0, 0, not 0, ..] => CreateUtf16(bigEndian: true),
        _ => charset == Windows1252 ? CodePage1252 : null,
    };

    /// <summary>The charset that a reader is told of a charset's name; the empty text where it is UTF-8 or found by the bytes.</summary>
    /// <returns>Null where bodies of this charset are not taken.</returns>
    public static string? Parse(string charset) => charset.ToLowerInvariant() switch
    {
        "utf-8" or "utf8" or "us-ascii" or "ascii" or "utf-16" or "utf-16le" or "utf-16be" or "utf-32" => "",
        // What is sent as ISO-8859-1 is Windows-1252 in practice, and so the WHATWG's encodings say.
        "windows-1252" or "cp1252" or "cp-1252" or "x-cp1252" or "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "ansi" =>
            Windows1252,
        _ => null,
    };

    /// <summary>The first bytes in UTF-8, so that their meaning can be seen. A character that is cut off is left out.</summary>
    public static byte[] DecodeOpening(ReadOnlySpan<byte> opening, Encoding? encoding)
    {
        if (encoding is null) return opening.ToArray();
        var decoder = encoding.GetDecoder();
        decoder.Fallback = DecoderFallback.ReplacementFallback;
        var characters = new char[encoding.GetMaxCharCount(opening.Length)];
        var count = decoder.GetChars(opening, characters, flush: false);
        return Encoding.UTF8.GetBytes(characters, 0, count);
    }

    /// <summary>The body in UTF-8, decoded while it is read.</summary>
    /// <remarks>Reading throws <see cref="DecoderFallbackException"/> where the bytes are not of the encoding.</remarks>
    public static Stream OpenAsUtf8(Stream body, Encoding? encoding) => encoding is null
        ? body
        : Encoding.CreateTranscodingStream(body, encoding, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);

    private static UnicodeEncoding CreateUtf16(bool bigEndian) => new(bigEndian, byteOrderMark: true, throwOnInvalidBytes: true);
}
