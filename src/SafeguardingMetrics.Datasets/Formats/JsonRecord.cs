using System.Text.Json;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads the members of one JSON object. Values are passed on as slices of the buffer; only escaped text is copied.
/// </summary>
/// <param name="mostFields">The most members that a record may have.</param>
public sealed class JsonRecord(int mostFields)
{
    private byte[] scratch = new byte[256];

    /// <summary>True where the last object has no member, or none with a value: it is no record.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>
    /// Reads the object at whose opening brace the reader stands; false where the buffer ends within the object.
    /// </summary>
    public bool Read(ref Utf8JsonReader json, IRecordHandler handler)
    {
        handler.BeginRecord();
        IsBlank = true;
        for (var place = 1; ; place++)
        {
            if (!json.Read()) return false;
            if (json.TokenType == JsonTokenType.EndObject) return true;
            if (place > mostFields) throw new TooManyFieldsException();

            var field = -1;
            if (!json.ValueIsEscaped) field = Find(json.ValueSpan, place, handler);
            else if (TryUnescape(ref json, 0, out var length)) field = Find(scratch.AsSpan(0, length), place, handler);
            else handler.HandleUnknownField("(unreadable)"u8, place);

            if (!json.Read()) return false;
            if (IsBlank) IsBlank = IsBlankValue(ref json);
            if (field < 0)
            {
                if (!json.TrySkip()) return false;
            }
            else if (!ReadValue(ref json, field, handler)) return false;
        }
    }

    private bool IsBlankValue(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => true,
        JsonTokenType.String when !json.ValueIsEscaped => BlankText.IsBlank(json.ValueSpan),
        JsonTokenType.String => TryUnescape(ref json, 0, out var length) && BlankText.IsBlank(scratch.AsSpan(0, length)),
        _ => false,
    };

    private static int Find(ReadOnlySpan<byte> name, int place, IRecordHandler handler)
    {
        var field = handler.FindField(name);
        if (field < 0) handler.HandleUnknownField(name, place);
        return field;
    }

    private bool ReadValue(ref Utf8JsonReader json, int field, IRecordHandler handler)
    {
        switch (json.TokenType)
        {
            case JsonTokenType.String when !json.ValueIsEscaped:
                handler.HandleField(field, new FieldValue(FieldValueKind.Text, json.ValueSpan));
                return true;
            case JsonTokenType.String when TryUnescape(ref json, 0, out var length):
                handler.HandleField(field, new FieldValue(FieldValueKind.Text, scratch.AsSpan(0, length)));
                return true;
            case JsonTokenType.Number:
                handler.HandleField(field, new FieldValue(FieldValueKind.Number, json.ValueSpan));
                return true;
            case JsonTokenType.True:
                handler.HandleField(field, new FieldValue(FieldValueKind.True, "true"u8));
                return true;
            case JsonTokenType.False:
                handler.HandleField(field, new FieldValue(FieldValueKind.False, "false"u8));
                return true;
            case JsonTokenType.Null:
                handler.HandleField(field, default);
                return true;
            case JsonTokenType.StartArray:
                return ReadList(ref json, field, handler);
            default:
                if (!json.TrySkip()) return false;
                handler.HandleField(field, new FieldValue(FieldValueKind.Other, default));
                return true;
        }
    }

    // ["LD","AUT"] becomes LD;AUT, as CSV writes it. A list with anything but plain strings is of kind Other.
    private bool ReadList(ref Utf8JsonReader json, int field, IRecordHandler handler)
    {
        var written = FieldValueKind.List;
        var length = 0;
        while (true)
        {
            if (!json.Read()) return false;
            if (json.TokenType == JsonTokenType.EndArray) break;
            if (json.TokenType != JsonTokenType.String)
            {
                if (!json.TrySkip()) return false;
                written = FieldValueKind.Other;
                continue;
            }

            if (length > 0) scratch[length++] = (byte)';';
            if (!TryUnescape(ref json, length, out var part) || scratch.AsSpan(length, part).Contains((byte)';'))
                written = FieldValueKind.Other;
            length += part;
            if (part == 0) written = FieldValueKind.Other;
        }

        handler.HandleField(field, new FieldValue(written, scratch.AsSpan(0, length)));
        return true;
    }

    private bool TryUnescape(ref Utf8JsonReader json, int at, out int length)
    {
        length = 0;
        // Unescaped text is never longer than escaped text. One byte more for the semicolon of a list.
        var needed = at + json.ValueSpan.Length + 1;
        if (scratch.Length < needed) Array.Resize(ref scratch, Math.Max(needed, scratch.Length * 2));
        try
        {
            length = json.CopyString(scratch.AsSpan(at));
            return true;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are not UTF-8: not text.
            return false;
        }
    }
}

/// <summary>A JSON object has more members than a record may have. The calling reader adds line and position.</summary>
internal sealed class TooManyFieldsException : Exception;
