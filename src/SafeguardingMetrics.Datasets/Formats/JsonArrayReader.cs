using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Reads a JSON array of objects. Objects without a value are no records.</summary>
public sealed class JsonArrayReader : RecordReader
{
    private readonly ReaderLimits limits;
    private readonly ByteWindow window;
    private readonly JsonRecord record;
    private readonly JsonEnvelope? envelope;
    private JsonReaderState state;
    private bool inArray;

    /// <summary>Creates a reader of a body in UTF-8.</summary>
    public JsonArrayReader(Stream body, ReaderLimits limits)
    {
        this.limits = limits;
        record = new JsonRecord(limits.RecordFields);
        state = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth });
        window = new ByteWindow(body, limits.RecordBytes);
        window.SkipByteOrderMark();
    }

    // Begins within the array of an object.
    internal JsonArrayReader(ByteWindow window, ReaderLimits limits, JsonReaderState state, JsonEnvelope envelope)
    {
        this.limits = limits;
        this.window = window;
        this.state = state;
        this.envelope = envelope;
        record = new JsonRecord(limits.RecordFields);
        inArray = true;
    }

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        while (true)
        {
            // Where the buffer ends within a record, more bytes are fetched and the record is read again from its
            // beginning.
            var json = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
            try
            {
                if (!inArray && json.Read())
                {
                    if (json.TokenType != JsonTokenType.StartArray)
                        throw CreateUnreadableException("A JSON return is an array of records, [ … ].", ref json);
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

                    if (json.TokenType != JsonTokenType.StartObject)
                        throw CreateUnreadableException("A record is a JSON object, { … }.", ref json);
                    if (record.Read(ref json, handler))
                    {
                        SaveState(ref json);
                        if (record.IsBlank) continue;
                        if (envelope is not null) envelope.Records++;
                        return true;
                    }
                }
            }
            catch (JsonException exception)
            {
                throw CreateUnreadableException(exception, limits);
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

    // Only white space may follow the array: Utf8JsonReader throws on anything else once it has read to the end. Where an object has
    // the array, its other members follow.
    private void Finish(ref Utf8JsonReader json)
    {
        SaveState(ref json);
        while (true)
        {
            var rest = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
            while (rest.Read())
                if (envelope?.FindFault(ref rest) is { } fault) throw CreateUnreadableException(fault, ref rest);
            SaveState(ref rest);
            if (window.IsWhole) break;
            if (!window.Fetch()) throw CreateTooLongException(limits.RecordBytes, 1);
        }

        if (envelope?.FindFaultAtEnd() is { } missing) throw new BodyUnreadableException(missing, 1, 1);
    }

    private void SaveState(ref Utf8JsonReader json)
    {
        state = json.CurrentState;
        window.Skip((int)json.BytesConsumed);
        json = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
    }

    internal static BodyUnreadableException CreateUnreadableException(JsonException exception, ReaderLimits limits, long linesBefore = 0)
    {
        // System.Text.Json distinguishes nesting too deep from other syntax errors by the message alone. A test guards
        // the wording.
        var isTooDeep = exception.Message.Contains("maximum configured depth", StringComparison.Ordinal);
        return new BodyUnreadableException(
            isTooDeep ? $"Arrays and objects are nested more than {limits.JsonDepth} deep here." : "The body is not JSON from here on.",
            (exception.LineNumber ?? 0) + linesBefore + 1,
            (exception.BytePositionInLine ?? 0) + 1,
            isTooDeep ? ReadError.TooDeep : ReadError.NotOfFormat);
    }

    internal static BodyUnreadableException CreateTooManyFieldsException(ReaderLimits limits, long line, long position) =>
        new($"A record has more than {limits.RecordFields} members.", line, position, ReadError.TooManyFields);

    // Utf8JsonReader reports a line and position only in an exception: provoke one here with a byte that JSON never
    // has.
    internal static BodyUnreadableException CreateUnreadableException(string message, ref Utf8JsonReader json)
    {
        try
        {
            var here = new Utf8JsonReader("\u0001"u8, isFinalBlock: true, json.CurrentState);
            here.Read();
        }
        catch (JsonException exception)
        {
            return new BodyUnreadableException(message, (exception.LineNumber ?? 0) + 1, Math.Max(1, exception.BytePositionInLine ?? 1));
        }

        return new BodyUnreadableException(message, 1, 1);
    }
}
