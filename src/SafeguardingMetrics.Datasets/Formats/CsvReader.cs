using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads CSV with a header (RFC 4180): quoted cells, CRLF or LF, line breaks within quoted cells. Where a row has fewer
/// cells than the header, the rest are empty, as Excel writes it. A row with more non-empty cells than the header is
/// refused: it may be a row whose cells have shifted.
/// </summary>
/// <param name="body">The body, in UTF-8.</param>
/// <param name="limits">The limits of a record and of the header.</param>
public sealed class CsvReader(Stream body, ReaderLimits limits) : RecordReader
{
    private readonly ByteWindow window = new(body, limits.RecordBytes);
    private readonly List<Cell> cells = [];
    private byte[] scratch = new byte[256];
    private int[]? columns;
    private int lines;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        columns ??= ReadHeader(handler);
        if (!NextRow()) return false;

        handler.BeginRecord();
        for (var i = 0; i < cells.Count; i++)
        {
            var text = GetText(cells[i]);
            if (i >= columns.Length)
            {
                if (!text.IsEmpty)
                {
                    throw CreateUnreadableException(
                        $"The row has more cells than the header's {columns.Length}.", Line!.Value, cells[i].Place);
                }
            }
            else if (columns[i] >= 0)
            {
                handler.HandleField(columns[i], new FieldValue(text.IsEmpty ? FieldValueKind.Null : FieldValueKind.Cell, text));
            }
        }

        return true;
    }

    private int[] ReadHeader(IRecordHandler handler)
    {
        window.SkipByteOrderMark();
        if (!NextRow())
        {
            throw new BodyUnreadableException(
                "The body is empty. A CSV return begins with a header; a return with nothing to report is the header alone.", 1, 1);
        }

        if (cells.Count > limits.RecordFields)
        {
            throw new BodyUnreadableException(
                $"The header has more than {limits.RecordFields} columns.", Line!.Value, 1, ReadError.TooManyFields);
        }

        var header = new int[cells.Count];
        for (var i = 0; i < header.Length; i++)
        {
            // A file whose lines end with CR alone would be read as one long header without a record, and would replace
            // everything stored for its period by nothing.
            if (!cells[i].IsQuoted && GetText(cells[i]).IndexOf((byte)'\r') is >= 0 and var at)
                throw CreateUnreadableException("Lines must end with CRLF or LF, not with CR alone.", Line!.Value, cells[i].Start + at);
            header[i] = handler.FindHeaderField(GetText(cells[i]).Trim(" \t"u8));
            if (header[i] >= 0 && Array.IndexOf(header, header[i], 0, i) >= 0)
                throw CreateUnreadableException("The header names a field twice.", Line!.Value, cells[i].Place);
        }

        if (!header.Any(field => field >= 0))
        {
            throw new BodyUnreadableException(
                "The first line must be a header with the dataset's field names, separated by commas.", Line!.Value, 1);
        }

        for (var i = 0; i < header.Length; i++)
            if (header[i] < 0) handler.HandleUnknownField(GetText(cells[i]).Trim(" \t"u8), i + 1);
        var columns = default(FieldSet);
        foreach (var field in header)
            if (field >= 0) columns.Add(field);
        handler.EndHeader(columns);
        return header;
    }

    // Consumes the current row and finds the cells of the next row that is not an empty line.
    private bool NextRow()
    {
        while (true)
        {
            window.Skip(taken);
            taken = 0;
            int length, breaks;
            while (!TryFindCells(out length, out breaks))
                if (!window.Fetch()) throw CreateTooLongException(limits.RecordBytes, lines + 1);
            if (length == 0) return false;

            Line = lines + 1;
            lines += breaks;
            taken = length;
            if (cells is not [{ Length: 0, IsQuoted: false }]) return true;
        }
    }

    private int taken;

    // False where the buffer ends within the row.
    private bool TryFindCells(out int length, out int breaks)
    {
        cells.Clear();
        breaks = 0;
        length = 0;
        var bytes = window.Bytes;
        if (bytes.IsEmpty) return window.IsWhole;

        for (var at = 0; ;)
        {
            if (at < bytes.Length && bytes[at] == '"')
            {
                var (close, doubled) = FindClosingQuote(bytes, at);
                if (close < 0)
                {
                    if (!window.IsWhole) return false;
                    throw CreateUnreadableException("A quoted cell is not closed.", lines + 1, at);
                }

                breaks += bytes[at..close].Count((byte)'\n');
                cells.Add(new Cell(at + 1, close - at - 1, true, doubled));
                at = close + 1;
                if (at == bytes.Length && !window.IsWhole) return false;
                var isReturn = at < bytes.Length && bytes[at] == '\r';
                if (isReturn && ++at == bytes.Length && !window.IsWhole) return false;
                if (at < bytes.Length && bytes[at] != '\n' && (isReturn || bytes[at] != ','))
                    throw CreateUnreadableException("Something follows a quoted cell's closing quote.", lines + 1, isReturn ? at - 1 : at);
            }
            else
            {
                var stop = bytes[at..].IndexOfAny((byte)',', (byte)'\n');
                if (stop < 0 && !window.IsWhole) return false;
                var cellEnd = stop < 0 ? bytes.Length : at + stop;
                var isLast = cellEnd == bytes.Length || bytes[cellEnd] == '\n';
                var hasCarriageReturn = isLast && cellEnd > at && bytes[cellEnd - 1] == '\r';
                cells.Add(new Cell(at, (hasCarriageReturn ? cellEnd - 1 : cellEnd) - at, false, false));
                at = cellEnd;
            }

            if (at == bytes.Length || bytes[at] == '\n')
            {
                breaks++;
                length = Math.Min(at + 1, bytes.Length);
                return true;
            }

            at++;
        }
    }

    // A row may span several lines: the error names the line and the byte within that line.
    private BodyUnreadableException CreateUnreadableException(string message, int firstLine, int at)
    {
        var before = window.Bytes[..at];
        return new BodyUnreadableException(message, firstLine + before.Count((byte)'\n'), at - before.LastIndexOf((byte)'\n'));
    }

    private static (int Close, bool Doubled) FindClosingQuote(ReadOnlySpan<byte> bytes, int open)
    {
        var doubled = false;
        for (var at = open + 1; ;)
        {
            var quote = bytes[at..].IndexOf((byte)'"');
            if (quote < 0) return (-1, doubled);
            at += quote;
            if (at + 1 >= bytes.Length || bytes[at + 1] != '"') return (at, doubled);
            doubled = true;
            at += 2;
        }
    }

    private ReadOnlySpan<byte> GetText(Cell cell)
    {
        var raw = window.Bytes.Slice(cell.Start, cell.Length);
        if (!cell.HasDoubledQuotes) return raw;

        if (scratch.Length < raw.Length) scratch = new byte[raw.Length * 2];
        var length = 0;
        for (var i = 0; i < raw.Length; i++)
        {
            scratch[length++] = raw[i];
            if (raw[i] == '"') i++;
        }

        return scratch.AsSpan(0, length);
    }

    private readonly record struct Cell(int Start, int Length, bool IsQuoted, bool HasDoubledQuotes)
    {
        public int Place => IsQuoted ? Start - 1 : Start;
    }
}
