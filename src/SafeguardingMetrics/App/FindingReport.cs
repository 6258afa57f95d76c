using System.Globalization;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.App;

/// <summary>
/// Prints what the command <c>check</c> found. CSV has the columns and JSON the members that the API gives.
/// </summary>
/// <param name="format">One of the constants.</param>
/// <param name="limit">The most findings to print.</param>
internal sealed class FindingReport(string format, int limit)
{
    /// <summary>A table for reading, and a sentence of counts below it.</summary>
    public const string Table = "table";

    /// <summary>One JSON object: the counts and the findings.</summary>
    public const string Json = "json";

    /// <summary>A CSV row for each finding; the counts go to the error stream.</summary>
    public const string Csv = "csv";

    private static readonly JsonSerializerOptions Indented = new(ApiJson.Options) { WriteIndented = true };

    // The message last, since only the last column is not padded.
    private static readonly IReadOnlyList<Column> Columns = [.. Column.GetColumns<Finding>().OrderBy(column => column.Name == "message")];

    private readonly List<Finding> findings = [];
    private int found;

    /// <summary>Adds a finding.</summary>
    public void Add(Finding finding)
    {
        if (++found <= limit) findings.Add(finding);
    }

    /// <summary>Prints everything.</summary>
    public void Write(TextWriter output, TextWriter errors, Dataset dataset, Period period, RecordCounts records)
    {
        switch (format)
        {
            case Json:
                output.WriteLine(
                    JsonSerializer.Serialize(
                        new { Dataset = dataset.Name, Period = period, Records = records, Findings = findings },
                        Indented));
                break;
            case Csv:
                var columns = Column.GetColumns<Finding>();
                SafeguardingMetrics.Http.Answers.Csv
                    .WriteTo(
                        output,
                        columns.Select(column => column.Name),
                        findings.Select(finding => columns.Select(column => column.Cell(finding))))
                    .GetAwaiter().GetResult();
                errors.WriteLine(Summarise(records));
                break;
            default:
                WriteTable(output);
                output.WriteLine(Summarise(records));
                break;
        }
    }

    private string Summarise(RecordCounts records) => string.Create(
        CultureInfo.InvariantCulture,
        $"{records.Received} records received, {records.Accepted} accepted, {records.Rejected} rejected, {records.Queried} queried; "
        + $"{found} findings"
        + $"{(found > findings.Count ? $", the first {findings.Count} shown" : "")}.");

    private void WriteTable(TextWriter output)
    {
        if (findings.Count == 0) return;
        List<string[]> rows =
        [
            [.. Columns.Select(column => column.Name)],
            .. findings.Select(finding => Columns.Select(column => FormatCell(column.Cell(finding))).ToArray()),
        ];
        // A column that is empty throughout, as the line is of JSON, is left out.
        int[] widths = [.. Columns.Select((_, i) => rows.Skip(1).All(row => row[i].Length == 0) ? 0 : rows.Max(row => row[i].Length))];
        foreach (var row in rows)
            output.WriteLine(string.Join("  ", row.Select((cell, i) => cell.PadRight(widths[i])).Where((_, i) => widths[i] > 0)).TrimEnd());
        output.WriteLine();
    }

    // A terminal obeys control characters; what is printed comes from a file that may be anybody's.
    private static string FormatCell(object? value) =>
        ControlCharacters.Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "");
}
