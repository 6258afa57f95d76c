using System.Text;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Formats.Recognition;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads a body as what it is. Its first bytes show whether it is text, how that is encoded and which format it has: the media type
/// decides only where they leave a choice. What cannot be a return is named, with the way to save it.
/// </summary>
/// <param name="mediaType">What <see cref="MediaTypes.Parse(string?)"/> returned.</param>
/// <param name="body">The body. The caller disposes it.</param>
/// <param name="limits">The limits of a record.</param>
internal sealed class BodyReader(string mediaType, Stream body, ReaderLimits limits) : RecordReader
{
    private const int MostLinesToHeader = 5;

    private RecordReader? reader;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        try
        {
            var isRecord = reader is null ? ReadFirst(handler) : reader.Next(handler);
            Line = reader!.Line;
            return isRecord;
        }
        catch (DecoderFallbackException)
        {
            throw new BodyUnreadableException(
                "The text breaks off or is damaged after this record: its bytes are not of the encoding with which it begins. Save it as "
                + "UTF-8, and send it again.",
                reader?.Line ?? 1, 1);
        }
    }

    // Only while the first record is read is anybody told the names of columns and members, so that the service's own lists are
    // recognised.
    private bool ReadFirst(IRecordHandler handler)
    {
        var names = new SentNames(handler);
        try
        {
            reader = Open(handler, names);
            var isRecord = reader.Next(names);
            if (names.Recognise() is { } other) throw new BodyUnreadableException(other, 1, 1);
            return isRecord;
        }
        catch (BodyUnreadableException fault) when (fault.Error == ReadError.NotOfFormat && names.Recognise() is { } other
            && other != fault.Message)
        {
            throw new BodyUnreadableException(other, fault.Line, fault.Position);
        }
    }

    private RecordReader Open(IRecordHandler handler, SentNames names)
    {
        var opening = BodyOpening.Read(body);
        var (format, charset) = mediaType.EndsWith(MediaTypes.InWindows1252, StringComparison.Ordinal)
            ? (mediaType[..^MediaTypes.InWindows1252.Length], BodyEncoding.Windows1252)
            : (mediaType, null);
        var encoding = BodyEncoding.Find(opening.Bytes, charset);
        var text = BodyEncoding.DecodeOpening(opening.Bytes, encoding);
        if (ForeignFormat.Find(opening.Bytes, text) is { } foreign) throw new BodyUnreadableException(foreign.Sentence, 1, 1);

        var utf8 = BodyEncoding.OpenAsUtf8(opening.OpenBody(), encoding);
        return BodyShapes.Find(text) switch
        {
            BodyShape.Blank when format == MediaTypes.Json => throw new BodyUnreadableException(
                "The body is empty. To report that there is nothing to report, send the empty list, [].", 1, 1),
            BodyShape.JsonList => new JsonArrayReader(utf8, limits),
            BodyShape.JsonObject when format == MediaTypes.Ndjson && AreLines(text, handler) => new NdjsonReader(utf8, limits),
            BodyShape.JsonObject => new JsonObjectReader(utf8, limits),
            _ when format is MediaTypes.Csv or MediaTypes.Unsaid => new CsvReader(utf8, limits),
            BodyShape.Other when NamesFields(text, handler, names) => new CsvReader(utf8, limits),
            _ when format == MediaTypes.Ndjson => new NdjsonReader(utf8, limits),
            _ => new JsonArrayReader(utf8, limits),
        };
    }

    // False where the first object has the list of records, goes on in the next line, or is followed by another on its line.
    private bool AreLines(ReadOnlySpan<byte> text, IRecordHandler handler)
    {
        text = TrimStart(text);
        var end = text.IndexOf((byte)'\n');
        var state = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        try
        {
            var members = new Utf8JsonReader(text, isFinalBlock: false, state);
            if (new JsonEnvelope().Find(ref members, handler, out _) == JsonEnvelopeKind.List) return false;
            var line = end < 0 ? text : text[..end];
            var json = new Utf8JsonReader(line, isFinalBlock: false, state);
            if (!json.Read() || !json.TrySkip()) return end < 0;
            return line[(int)json.BytesConsumed..].TrimStart(" \t\r"u8) is not [(byte)'{', ..];
        }
        catch (JsonException)
        {
            // Said with line and position when it is read.
            return true;
        }
    }

    // Above the header may stand what CsvRows passes over. The names of the first line alone are kept: below it are values.
    private static bool NamesFields(ReadOnlySpan<byte> text, IRecordHandler handler, SentNames names)
    {
        text = TrimStart(text);
        for (var lines = 0; lines < MostLinesToHeader && !text.IsEmpty; lines++)
        {
            var end = text.IndexOf((byte)'\n');
            CsvSeparator.Find(end < 0 ? text : text[..end], lines == 0 ? names : handler, out var fields);
            if (fields > 0) return true;
            text = end < 0 ? default : text[(end + 1)..];
        }

        return false;
    }

    private static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> text) =>
        (text.StartsWith("\uFEFF"u8) ? text[3..] : text).TrimStart(" \t\r\n"u8);
}
