using System.Buffers;
using System.Text.Json;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>
/// A body of JSON (an array of records) or NDJSON (one record on each line). Empty cells are left out.
/// </summary>
internal sealed class JsonBody : IBody, IDisposable
{
    private readonly ArrayBufferWriter<byte> bytes = new(16 * 1024);
    private readonly Utf8JsonWriter json;
    private readonly JsonEncodedText[] names;
    private readonly bool lines;

    public JsonBody(string[] columns, bool lines)
    {
        this.lines = lines;
        names = [.. columns.Select(column => JsonEncodedText.Encode(column))];
        json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true });
        if (!lines)
            json.WriteStartArray();
    }

    public void Add(Row row)
    {
        json.WriteStartObject();
        for (var index = 0; index < names.Length; index++)
            Write(names[index], row.Cells[index]);
        json.WriteEndObject();
        if (lines)
            EndLine();
    }

    public byte[] Finish()
    {
        if (!lines)
            json.WriteEndArray();
        else if (bytes.WrittenCount == 0)
            // NDJSON without a record is an empty line.
            bytes.Write("\n"u8);
        Dispose();
        return bytes.WrittenSpan.ToArray();
    }

    public void Dispose() => json.Dispose();

    private void Write(JsonEncodedText name, Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text:
                json.WriteString(name, cell.Letters);
                break;
            case CellKind.List:
                json.WriteStartArray(name);
                foreach (var member in cell.Letters!.Split(';'))
                    json.WriteStringValue(member);
                json.WriteEndArray();
                break;
            case CellKind.Date:
                Span<byte> date = stackalloc byte[IsoDate.Length];
                IsoDate.Write(cell.Number, date);
                json.WriteString(name, date);
                break;
            case CellKind.Whole:
                json.WriteNumber(name, cell.Number);
                break;
            case CellKind.Hundredths:
                json.WriteNumber(name, cell.Number / 100m);
                break;
            case CellKind.Boolean:
                json.WriteBoolean(name, cell.Number == 1);
                break;
        }
    }

    private void EndLine()
    {
        json.Flush();
        json.Reset();
        bytes.Write("\n"u8);
    }
}
