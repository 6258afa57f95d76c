using System.Text.Json;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads JSON that begins with an object: a single record, an object that has the list of records (<see cref="JsonEnvelope"/>), or one
/// record after another, however they are divided into lines.
/// </summary>
/// <param name="body">The body, in UTF-8.</param>
/// <param name="limits">The limits of a record.</param>
internal sealed class JsonObjectReader(Stream body, ReaderLimits limits) : RecordReader
{
    private readonly ByteWindow window = new(body, limits.RecordBytes);
    private readonly JsonRecord record = new(limits.RecordFields);
    private readonly JsonEnvelope envelope = new();
    private JsonReaderState state = new(new JsonReaderOptions { MaxDepth = limits.JsonDepth, AllowMultipleValues = true });
    private JsonArrayReader? list;
    private bool isBegun;
    private bool anyRecord;
    private int lines;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        if (!isBegun) Begin(handler);
        isBegun = true;
        return list is null ? NextObject(handler) : list.Next(handler);
    }

    // Finds out which of the three it is.
    private void Begin(IRecordHandler handler)
    {
        window.SkipByteOrderMark();
        while (true)
        {
            var start = new JsonReaderState(new JsonReaderOptions { MaxDepth = limits.JsonDepth });
            var json = new Utf8JsonReader(window.Bytes, window.IsWhole, start);
            try
            {
                var kind = envelope.Find(ref json, handler, out var fault);
                if (kind is JsonEnvelopeKind.Record or JsonEnvelopeKind.Empty) return;
                if (fault is not null) throw JsonArrayReader.CreateUnreadableException(fault, ref json);
                if (kind == JsonEnvelopeKind.Unknown) throw new BodyUnreadableException(Describe(), 1, 1);
                if (kind == JsonEnvelopeKind.List)
                {
                    window.Skip((int)json.BytesConsumed);
                    list = new JsonArrayReader(window, limits, json.CurrentState, envelope);
                    return;
                }
            }
            catch (JsonException exception)
            {
                throw JsonArrayReader.CreateUnreadableException(exception, limits);
            }

            if (!window.Fetch()) throw CreateTooLongException(limits.RecordBytes, 1);
        }
    }

    private string Describe() => envelope.HasRecordForList
        ? "The member with the records must be a list, [ … ], also where it has one record."
        : "The object has none of the dataset's fields. A JSON return is a list of records, [ … ], one record, or an object with the "
            + $"list in {JsonEnvelope.ListNames}.";

    private bool NextObject(IRecordHandler handler)
    {
        while (true)
        {
            var json = new Utf8JsonReader(window.Bytes, window.IsWhole, state);
            try
            {
                if (json.Read())
                {
                    Line = lines + window.Bytes[..(int)json.TokenStartIndex].Count((byte)'\n') + 1;
                    if (json.TokenType != JsonTokenType.StartObject)
                        throw JsonArrayReader.CreateUnreadableException("A record is a JSON object, { … }.", ref json);
                    if (record.Read(ref json, handler))
                    {
                        Consume(ref json);
                        if (record.IsBlank) continue;
                        return anyRecord = true;
                    }
                }
                else if (window.IsWhole)
                {
                    if (anyRecord) return false;
                    throw new BodyUnreadableException(
                        "The body is an object without members. To report that there is nothing to report, send the empty list, [].", 1, 1);
                }
            }
            catch (JsonException exception)
            {
                throw JsonArrayReader.CreateUnreadableException(exception, limits);
            }
            catch (TooManyFieldsException)
            {
                throw JsonArrayReader.CreateTooManyFieldsException(limits, Line ?? 1, 1);
            }

            if (!window.Fetch()) throw CreateTooLongException(limits.RecordBytes, Line ?? 1);
        }
    }

    private void Consume(ref Utf8JsonReader json)
    {
        state = json.CurrentState;
        lines += window.Bytes[..(int)json.BytesConsumed].Count((byte)'\n');
        window.Skip((int)json.BytesConsumed);
    }
}
