using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace SafeguardingMetrics.Simulator.Bodies;

/// <summary>A CSV body: a header and one line for each record, quoted only where needed (RFC 4180).</summary>
internal sealed class CsvBody : IBody
{
    private readonly ArrayBufferWriter<byte> bytes = new(4 * 1024);

    public CsvBody(string[] columns) => bytes.Write(Encoding.UTF8.GetBytes(string.Join(',', columns) + "\r\n"));

    public void Add(Row row)
    {
        for (var index = 0; index < row.Cells.Length; index++)
        {
            if (index > 0)
                bytes.Write(","u8);
            Write(row.Cells[index]);
        }
        bytes.Write("\r\n"u8);
    }

    public byte[] Finish() => bytes.WrittenSpan.ToArray();

    private void Write(Cell cell)
    {
        switch (cell.Kind)
        {
            case CellKind.Text or CellKind.List:
                Encoding.UTF8.GetBytes(Quoted(cell.Letters!), bytes);
                break;
            case CellKind.Date:
                IsoDate.Write(cell.Number, bytes.GetSpan(IsoDate.Length));
                bytes.Advance(IsoDate.Length);
                break;
            case CellKind.Whole:
                Utf8Formatter.TryFormat(cell.Number, bytes.GetSpan(11), out var digits);
                bytes.Advance(digits);
                break;
            case CellKind.Hundredths:
                Utf8Formatter.TryFormat(cell.Number / 100m, bytes.GetSpan(16), out var letters, new StandardFormat('F', 2));
                bytes.Advance(letters);
                break;
            case CellKind.Boolean:
                bytes.Write(cell.Number == 1 ? "true"u8 : "false"u8);
                break;
        }
    }

    private static string Quoted(string text) =>
        text.AsSpan().ContainsAny(",\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
