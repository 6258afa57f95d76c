using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Reads a JSON array of objects.</summary>
public sealed class JsonArrayReader : RecordReader
{
    private readonly ReaderLimits limits;
    private readonly ByteWindow window;
    private readonly JsonRecord record;
    private JsonReaderState state;
    private bool inArray;

    /// <summary>Reads from the body.</summary>
    public JsonArrayReader(Stream body, ReaderLimits limits)
    {
        this.limits = limits;
        record = new JsonRecord(limits.RecordFields);
        state = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        window = new ByteWindow(body, limits.RecordBytes);
        window.SkipByteOrderMark();
    }

    /// <inheritdoc/>
    public override bool Next(IRecordHandler intake)
    {
        while (true)
        {
            // Where the window ends within a record, more is fetched and the record is read again from its beginning.
            var json = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
            try
            {
                if (!inArray && json.Read())
                {
                    if (json.TokenType != JsonTokenType.StartArray) throw CreateUnreadableException("A JSON return is an array of records, [ … ].", ref json);
                    inArray = true;
                    SaveState(ref json);
                }

                if (inArray && json.Read())
                {
                    if (json.TokenType == JsonTokenType.EndArray)
                    {
                        Finish(ref json);
                        return false;
                    }

                    if (json.TokenType != JsonTokenType.StartObject) throw CreateUnreadableException("A record is a JSON object, { … }.", ref json);
                    if (record.Read(ref json, intake))
                    {
                        SaveState(ref json);
                        return true;
                    }
                }
            }
            catch (JsonException fault)
            {
                throw CreateUnreadableException(fault, limits);
            }
            catch (TooManyFieldsException)
            {
                var place = CreateUnreadableException("", ref json);
                throw CreateTooManyFieldsException(limits, place.Line, place.Position);
            }

            if (!window.Fetch())
            {
                var place = CreateUnreadableException("", ref json);
                throw CreateTooLongException(limits.RecordBytes, place.Line, place.Position);
            }
        }
    }

    // Only white space may follow the array: the reader says so itself once it has seen everything.
    private void Finish(ref Utf8JsonReader json)
    {
        SaveState(ref json);
        while (true)
        {
            var rest = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
            rest.Read();
            SaveState(ref rest);
            if (window.IsWhole) return;
            window.Fetch();
        }
    }

    private void SaveState(ref Utf8JsonReader json)
    {
        state = json.CurrentState;
        window.Skip((int)json.BytesConsumed);
        json = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
    }

    internal static BodyUnreadableException CreateUnreadableException(JsonException fault, ReaderLimits limits, long linesBefore = 0)
    {
        // The reader tells this one from a slip of the pen by its words alone; a test holds it to them.
        var isTooDeep = fault.Message.Contains("maximum configured depth", StringComparison.Ordinal);
        return new BodyUnreadableException(
            isTooDeep ? $"More than {limits.JsonDepth} arrays and objects lie in each other here." : "The body is not JSON from here on.",
            linesBefore + (fault.LineNumber ?? 0) + 1, (fault.BytePositionInLine ?? 0) + 1, isTooDeep ? ReadError.TooDeep : ReadError.NotOfFormat);
    }

    internal static BodyUnreadableException CreateTooManyFieldsException(ReaderLimits limits, long line, long position) => new($"A record has more than {limits.RecordFields} members.", line, position, ReadError.TooManyFields);

    // The reader tells the place only when it fails: have it fail here, on a byte that no JSON has.
    private static BodyUnreadableException CreateUnreadableException(string message, ref Utf8JsonReader json)
    {
        try
        {
            var here = new Utf8JsonReader("\u0001"u8, isFinalBlock: true, json.CurrentState);
            here.Read();
        }
        catch (JsonException fault)
        {
            return new BodyUnreadableException(message, (fault.LineNumber ?? 0) + 1, Math.Max(1, fault.BytePositionInLine ?? 1));
        }

        return new BodyUnreadableException(message, 1, 1);
    }
}
