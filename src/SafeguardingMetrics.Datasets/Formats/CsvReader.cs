using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Reading;

namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads CSV with a header (RFC 4180): quoted cells, CRLF or LF, line breaks within quoted cells. Between the cells stand commas,
/// semicolons, tabs or vertical bars, whichever the header shows. Where a row has fewer cells than the header, the rest are empty,
/// as Excel writes it. A row of blank cells is no record. A row with more non-empty cells than the header is a record whose cells
/// may have shifted: it is refused, and the body with it where most rows are so. Where all rows have as many cells as
/// the header, a last one without a line break that has fewer, and ends with a value, is refused as well: the body was cut off in it.
/// </summary>
/// <param name="body">The body, in UTF-8.</param>
/// <param name="limits">The limits of a record and of the header.</param>
public sealed class CsvReader(Stream body, ReaderLimits limits) : RecordReader
{
    private const int Unknown = -1;
    private const int Unnamed = -2;
    private const int PassedOver = -3;

    private readonly CsvRows rows = new(body, limits);
    private readonly LongRows longRows = new();
    private int[]? columns;
    private RowsOfTools? rowsOfTools;
    private bool hasWholeRow;
    private bool hasShortRow;

    /// <inheritdoc/>
    public override bool Next(IRecordHandler handler)
    {
        columns ??= ReadHeader(handler);
        do
        {
            if (rows.Next()) continue;
            longRows.ThrowIfMost(columns.Length);
            return false;
        }
        while (rowsOfTools!.HasOne(rows));

        Line = rows.Line;
        longRows.CountRow();
        handler.BeginRecord();
        var cells = rows.Cells;
        if (cells.Count > columns.Length && CountFilled() is var filled && filled > columns.Length)
        {
            longRows.First ??= rows.CreateUnreadableException("", rows.Line, cells[columns.Length].Place);
            longRows.CountLongRow();
            handler.HandleExtraCells(filled, columns.Length);
            return true;
        }

        for (var i = 0; i < cells.Count && i < columns.Length; i++)
        {
            var text = rows.GetText(cells[i]);
            if (columns[i] >= 0)
                handler.HandleField(columns[i], new FieldValue(text.IsEmpty ? FieldValueKind.Null : FieldValueKind.Cell, text));
            else if (columns[i] == Unnamed && !BlankText.IsBlank(text)) ReportUnnamedColumn(i, handler);
        }

        if (cells.Count >= columns.Length) hasWholeRow = true;
        else if (rows.IsOpenEnded && hasWholeRow && !hasShortRow && !BlankText.IsBlank(rows.GetText(cells[^1])))
            handler.HandleCutRow(cells.Count, columns.Length);
        else hasShortRow = true;

        return true;
    }

    private int[] ReadHeader(IRecordHandler handler)
    {
        rows.FindSeparator(handler);
        if (!rows.Next())
        {
            throw new BodyUnreadableException(
                "The body is empty. A CSV return begins with a header; a return with nothing to report is the header alone.", 1, 1);
        }

        Line = rows.Line;
        var cells = rows.Cells;
        if (cells.Count > limits.RecordFields)
        {
            throw new BodyUnreadableException(
                $"The header has more than {limits.RecordFields} columns.", rows.Line, 1, ReadError.TooManyFields);
        }

        var areCases = false;
        if (handler.TakesCases)
            foreach (var cell in cells) areCases |= CaseColumns.IsField(rows.GetText(cell));

        var header = new int[cells.Count];
        for (var i = 0; i < header.Length; i++)
        {
            // A file whose lines end with CR alone would be read as one long header without a record, and would replace
            // everything stored for its period by nothing.
            if (!cells[i].IsQuoted && rows.GetText(cells[i]).IndexOf((byte)'\r') is >= 0 and var at)
            {
                throw rows.CreateUnreadableException(
                    "Lines must end with CRLF or LF, not with CR alone. In Excel, save it as \"CSV UTF-8\", not as \"CSV (Macintosh)\".",
                    rows.Line, cells[i].Start + at);
            }

            var name = ValueText.Trim(rows.GetText(cells[i]));
            header[i] = name.IsEmpty ? Unnamed
                : !areCases ? handler.FindHeaderField(name)
                : CaseColumns.IsField(name) ? handler.FindHeaderField(CaseColumns.GetField(name))
                : PassedOver;
            if (header[i] >= 0 && Array.IndexOf(header, header[i], 0, i) >= 0)
            {
                throw rows.CreateUnreadableException(
                    "The header names a field twice. Remove one of the two columns.", rows.Line, cells[i].Place);
            }
        }

        if (!header.Any(field => field >= 0))
        {
            throw new BodyUnreadableException(
                "The first line must be a header with the dataset's field names, separated by commas. Remove what stands above the "
                + "header, or begin with the line of GET /v1/datasets/{dataset}/template.csv.",
                rows.Line, 1);
        }

        for (var i = 0; i < header.Length; i++)
            if (header[i] == Unknown) handler.HandleUnknownField(ValueText.Trim(rows.GetText(cells[i])), i + 1);
        var named = default(FieldSet);
        foreach (var field in header)
            if (field >= 0) named.Add(field);
        handler.EndHeader(named);
        rowsOfTools = new RowsOfTools([.. cells.Select(cell => ValueText.Trim(rows.GetText(cell)).ToArray())]);
        return header;
    }

    // Each unnamed column is said once, and only where it has a value: spreadsheets leave empty ones behind.
    private void ReportUnnamedColumn(int column, IRecordHandler handler)
    {
        columns![column] = Unknown;
        handler.HandleUnknownField([], column + 1);
    }

    // How many cells the row has, without the blank ones at its end.
    private int CountFilled()
    {
        var cells = rows.Cells;
        var count = cells.Count;
        while (count > 0 && BlankText.IsBlank(rows.GetText(cells[count - 1]))) count--;
        return count;
    }
}
