using System.Text;
using System.Text.Unicode;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>
/// A small CSV table with a header. Columns may be in any order, their names in any case. The table is read whole, and
/// every error is collected.
/// </summary>
internal sealed class CsvTable
{
    /// <summary>The most rows of a table.</summary>
    public const int MostRows = 100_000;

    private readonly List<TableError> faults = [];
    private readonly List<TableRow> rows = [];

    /// <summary>The errors so far. Readers of the rows add to them.</summary>
    public IReadOnlyList<TableError> Errors => faults;

    /// <summary>The rows below the header; none where the header has errors.</summary>
    public IReadOnlyList<TableRow> Rows => rows;

    /// <summary>Reads a table.</summary>
    /// <param name="body">The body, in UTF-8.</param>
    /// <param name="columns">All columns that a table may have.</param>
    /// <param name="required">The columns that the header must name.</param>
    /// <exception cref="BodyUnreadableException">The body is not CSV, or exceeds a limit.</exception>
    public static CsvTable Read(Stream body, IReadOnlyList<string> columns, IReadOnlyList<string> required)
    {
        var table = new CsvTable();
        var reader = new CsvReader(body, ReaderLimits.Default);
        var handler = new RecordHandler(columns, table.faults);
        while (reader.Next(handler))
        {
            if (handler.HasFaultyHeader) break;
            var line = reader.Line!.Value;
            if (table.rows.Count == MostRows)
            {
                table.faults.Add(new TableError(line, null, $"A table may have at most {MostRows} rows."));
                break;
            }

            handler.AddRowErrors(line);
            table.rows.Add(new TableRow(line, columns, handler.Cells, table.faults));
        }

        foreach (var column in required.Where(column => !handler.Named.Contains(column)))
            table.faults.Add(new TableError(1, column, "The header does not name this column."));
        if (table.faults.Any(fault => fault.Line == 1)) table.rows.Clear();
        else if (table.rows.Count == 0) table.faults.Add(new TableError(1, null, "There is no row below the header."));
        return table;
    }

    private sealed class RecordHandler(IReadOnlyList<string> columns, List<TableError> faults) : IRecordHandler
    {
        private readonly List<string> notText = [];
        private string? extraCells;

        public string?[] Cells { get; private set; } = [];

        public HashSet<string> Named { get; } = new(StringComparer.Ordinal);

        public bool HasFaultyHeader { get; private set; }

        public void BeginRecord()
        {
            Cells = new string?[columns.Count];
            notText.Clear();
            extraCells = null;
        }

        public void EndHeader(in FieldSet columns)
        {
            // Which columns are missing is said of the whole table.
        }

        public void AddRowErrors(int line)
        {
            if (extraCells is not null) faults.Add(new TableError(line, null, extraCells));
            faults.AddRange(notText.Select(column => new TableError(line, column, "The text is not UTF-8.")));
        }

        public int FindField(ReadOnlySpan<byte> name) => FindHeaderField(name);

        public int FindHeaderField(ReadOnlySpan<byte> name)
        {
            var text = Encoding.UTF8.GetString(name);
            for (var i = 0; i < columns.Count; i++)
            {
                if (!columns[i].Equals(text, StringComparison.OrdinalIgnoreCase)) continue;
                Named.Add(columns[i]);
                return i;
            }

            return -1;
        }

        public void HandleField(int field, in FieldValue value)
        {
            if (!Utf8.IsValid(value.Utf8)) notText.Add(columns[field]);
            var text = Encoding.UTF8.GetString(value.Utf8).Trim();
            Cells[field] = text.Length == 0 ? null : text;
        }

        public void HandleExtraCells(int cells, int columns) =>
            extraCells = $"The row has {cells} cells, and the header has {columns} columns. Put a text with a comma in quotation marks.";

        public void HandleCutRow(int cells, int columns) => extraCells =
            $"The row has {cells} cells of {columns} and no line break behind it: was the file cut off? Send it whole, or end it with one.";

        public void HandleUnknownField(ReadOnlySpan<byte> name, int place)
        {
            HasFaultyHeader = true;
            faults.Add(new TableError(
                1, $"(column {place})", $"The table has no column of this name. Its columns are {string.Join(", ", columns)}."));
        }
    }
}
