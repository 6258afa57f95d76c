using System.Buffers;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Finds the rows of a CSV and their cells (RFC 4180). Rows that are empty, or have blank cells only, are passed over. One row is in
/// memory at a time.
/// </summary>
/// <param name="body">The body, in UTF-8.</param>
/// <param name="limits">The limits of a record.</param>
internal sealed class CsvRows(Stream body, ReaderLimits limits)
{
    private const byte EndOfFile = 0x1A;
    private static readonly SearchValues<byte> BlankOrSeparator = SearchValues.Create(" ,;\t|\r\n"u8);

    private readonly ByteWindow window = new(body, limits.RecordBytes);
    private readonly List<Cell> cells = [];
    private byte[] scratch = new byte[256];
    private byte separator = CsvSeparator.All[0];
    private int taken;
    private int lines;

    /// <summary>The cells of the row.</summary>
    public List<Cell> Cells => cells;

    /// <summary>The line, counted from 1, on which the row begins.</summary>
    public int Line { get; private set; }

    /// <summary>True where the row ends with the body, without a line break: the body may have been cut off in it.</summary>
    public bool IsOpenEnded { get; private set; }

    /// <summary>
    /// Finds the separator, before the first row: that of the first line with something in it. Before the header, Excel may say the
    /// separator (<c>sep=;</c>), and PowerShell what it wrote (<c>#TYPE …</c>).
    /// </summary>
    /// <param name="handler">Knows the names of the fields.</param>
    public void FindSeparator(IRecordHandler handler)
    {
        window.SkipByteOrderMark();
        while (true)
        {
            var bytes = window.Bytes;
            var start = bytes.IndexOfAnyExcept(BlankOrSeparator);
            var length = start < 0 ? -1 : bytes[start..].IndexOf((byte)'\n');
            if (length < 0 && !window.IsWhole && window.Fetch()) continue;
            if (start < 0) return;

            var line = length < 0 ? bytes[start..] : bytes.Slice(start, length);
            var said = CsvSeparator.ParseSaid(line);
            if (said is null && !line.StartsWith("#TYPE "u8))
            {
                separator = CsvSeparator.Find(line, handler, out _);
                return;
            }

            lines += bytes[..start].Count((byte)'\n') + 1;
            window.Skip(length < 0 ? bytes.Length : start + length + 1);
            if (said is null) continue;
            separator = said.Value;
            return;
        }
    }

    /// <summary>Consumes the current row and finds the next one that has something in it; false at the end of the body.</summary>
    public bool Next()
    {
        while (NextLine())
            foreach (var cell in cells)
                if (!BlankText.IsBlank(GetText(cell))) return true;
        return false;
    }

    // Consumes the current row and finds the cells of the next row that is not an empty line.
    private bool NextLine()
    {
        while (true)
        {
            window.Skip(taken);
            taken = 0;
            int length, breaks;
            while (!TryFindCells(out length, out breaks))
                if (!window.Fetch()) throw RecordReader.CreateTooLongException(limits.RecordBytes, lines + 1);
            if (length == 0) return false;

            Line = lines + 1;
            lines += breaks;
            taken = length;
            if (cells is not [{ Length: 0, IsQuoted: false }]) return true;
        }
    }

    // False where the buffer ends within the row.
    private bool TryFindCells(out int length, out int breaks)
    {
        cells.Clear();
        breaks = 0;
        length = 0;
        IsOpenEnded = false;
        var bytes = window.Bytes;
        if (bytes.IsEmpty) return window.IsWhole;

        var stops = new CellStops(bytes, separator);
        for (var at = 0; ;)
        {
            if (at < bytes.Length && bytes[at] == '"')
            {
                var (close, doubled) = FindClosingQuote(bytes, at);
                if (close < 0)
                {
                    if (!window.IsWhole) return false;
                    throw CreateUnreadableException(
                        "The quotation mark that opens here is not closed. Close it, and write one within a text twice (\"\").",
                        lines + 1, at);
                }

                breaks += bytes[at..close].Count((byte)'\n');
                cells.Add(new Cell(at + 1, close - at - 1, true, doubled));
                at = close + 1;
                if (at == bytes.Length && !window.IsWhole) return false;
                IsOpenEnded = at == bytes.Length;
                var isReturn = at < bytes.Length && bytes[at] == '\r';
                if (isReturn && ++at == bytes.Length && !window.IsWhole) return false;
                if (at < bytes.Length && bytes[at] != '\n' && (isReturn || bytes[at] != separator))
                {
                    throw CreateUnreadableException(
                        "Something follows a closing quotation mark. Write a quotation mark within a text twice (\"\").",
                        lines + 1, isReturn ? at - 1 : at);
                }
            }
            else
            {
                var stop = stops.Find(at);
                if (stop < 0 && !window.IsWhole) return false;
                var cellEnd = stop < 0 ? bytes.Length : stop;
                var isLast = cellEnd == bytes.Length || bytes[cellEnd] == '\n';
                var hasCarriageReturn = isLast && cellEnd > at && bytes[cellEnd - 1] == '\r';
                var textEnd = hasCarriageReturn ? cellEnd - 1 : cellEnd;
                // DOS programs end a file with Ctrl-Z.
                var hasEndOfFile = stop < 0 && textEnd > at && bytes[textEnd - 1] == EndOfFile;
                if (hasEndOfFile) textEnd--;
                IsOpenEnded = stop < 0 && !hasEndOfFile;
                cells.Add(new Cell(at, textEnd - at, false, false));
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

    /// <summary>An error at a byte of the row. A row may span several lines: the error names the line and the byte in it.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="firstLine">The line on which the row begins.</param>
    /// <param name="at">The byte, counted from the row's first.</param>
    public BodyUnreadableException CreateUnreadableException(string message, int firstLine, int at)
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

    /// <summary>The text of a cell, unquoted. Valid until the next text is asked for.</summary>
    public ReadOnlySpan<byte> GetText(Cell cell)
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

    /// <summary>A cell of the row: where its text stands, without its quotation marks.</summary>
    public readonly record struct Cell(int Start, int Length, bool IsQuoted, bool HasDoubledQuotes)
    {
        /// <summary>Where the cell begins.</summary>
        public int Place => IsQuoted ? Start - 1 : Start;
    }
}
