using System.Text;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>The place where a next page begins: opaque to callers, a few words to us.</summary>
public static class Cursor
{
    /// <summary>What to say of a cursor that is none.</summary>
    public const string InvalidCursorDetail = "cursor is not one that a page gave.";

    /// <summary>Writes a cursor.</summary>
    public static string Encode(params string[] words) =>
        System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', words)));

    /// <summary>Reads a cursor of so many words; null where it is none.</summary>
    public static string[]? Decode(string cursor, int words)
    {
        try
        {
            var read = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)).Split('|');
            return read.Length == words ? read : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
