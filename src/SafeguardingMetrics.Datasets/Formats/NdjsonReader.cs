using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Reads NDJSON: one JSON object on each line. Blank lines and objects without a value are no records.</summary>
public sealed class NdjsonReader : RecordReader
{
    private readonly ReaderLimits limits;
    private readonly ByteWindow window;
    private readonly JsonRecord record;
    private int lines;

    /// <summary>Creates a reader of a body in UTF-8.</summary>
    public NdjsonReader(Stream body, ReaderLimits limits)
    {
        this.limits = limits;
        record = new JsonRecord(limits.RecordFields);
        window = new ByteWindow(body, limits.RecordBytes);
        window.SkipByteOrderMark();
        if (window.Bytes.IsEmpty && window.IsWhole)
        {
            throw new BodyUnreadableException(
                "The body is empty. To report that there is nothing to report, send an empty line.", 1, 1);
        }
    }

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        while (true)
        {
            var newline = window.Bytes.IndexOf((byte)'\n');
            if (newline < 0 && !window.IsWhole)
            {
                if (!window.Fetch()) throw CreateTooLongException(limits.RecordBytes, lines + 1);
                continue;
            }

            var line = newline < 0 ? window.Bytes : window.Bytes[..newline];
            if (line.IsEmpty && newline < 0) return false;
            lines++;
            var isRecord = !BlankText.IsBlank(line) && Read(line, handler);
            window.Skip(newline < 0 ? line.Length : newline + 1);
            if (isRecord) return true;
        }
    }

    // False where the object has no value.
    private bool Read(ReadOnlySpan<byte> line, IRecordHandler handler)
    {
        Line = lines;
        var json = new Utf8JsonReader(line, new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        try
        {
            json.Read();
            if (json.TokenType != JsonTokenType.StartObject)
                throw new BodyUnreadableException("A record is a JSON object, { … }.", lines, json.TokenStartIndex + 1);
            record.Read(ref json, handler);
            // Only white space may follow on the line: Utf8JsonReader throws on anything else.
            json.Read();
            return !record.IsBlank;
        }
        catch (JsonException exception)
        {
            throw JsonArrayReader.CreateUnreadableException(exception, limits, lines - 1);
        }
        catch (TooManyFieldsException)
        {
            throw JsonArrayReader.CreateTooManyFieldsException(limits, lines, json.TokenStartIndex + 1);
        }
    }
}
