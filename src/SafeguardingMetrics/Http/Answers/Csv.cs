using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Writes CSV that Excel opens as data: RFC 4180, UTF-8, and no text that a spreadsheet would take for a formula.
/// </summary>
public static partial class Csv
{
    /// <summary>Writes a header and rows.</summary>
    public static async Task Write(HttpResponse response, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var encoding = new UTF8Encoding(ByteOrderMarkParameter.IsTrue(response.HttpContext.Request));
        await using var writer = new StreamWriter(response.Body, encoding, leaveOpen: true);
        await WriteTo(writer, columns, rows);
    }

    /// <summary>Writes a header and rows.</summary>
    public static async Task WriteTo(TextWriter writer, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        await writer.WriteAsync(string.Join(',', columns.Select(Text)) + "\r\n");
        foreach (var row in rows) await WriteRow(writer, row);
        await writer.FlushAsync();
    }

    /// <summary>Writes a row.</summary>
    public static Task WriteRow(TextWriter writer, IEnumerable<object?> row) =>
        writer.WriteAsync(string.Join(',', row.Select(Cell)) + "\r\n");

    private static string Cell(object? value) => value switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => Instant.Format(at),
        string text => Text(text),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Text(value.ToString() ?? ""),
    };

    private static string Text(string text)
    {
        // Numbers that we wrote do not come here. The wide forms are what some spreadsheets of East Asia take for the
        // narrow ones.
        if (text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..]) text = "'" + text;
        // Where a spreadsheet divides cells at semicolons or tabs, a cell begins behind each.
        if (text.AsSpan().IndexOfAny(';', '\t') >= 0) text = FormulaBehindSeparator().Replace(text, "$1'");
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    [GeneratedRegex("([;\t][\\s\"]*)(?=[=+@＝＋－＠-])")]
    private static partial Regex FormulaBehindSeparator();
}
