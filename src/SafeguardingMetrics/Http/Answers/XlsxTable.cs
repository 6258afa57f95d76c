using System.Globalization;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Telemetry;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Writes rows as an Excel workbook of one sheet, with the columns that CSV has. Numbers, days, instants and truths have
/// their types; a text stays text, whatever it begins with, so that no id loses its zeros and no text becomes a formula or
/// a date.
/// </summary>
internal static class XlsxTable
{
    /// <summary>Its media type, as registered with IANA.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    // The most characters of a cell, a limit of Excel's.
    private const int LongestText = 32_767;

    // Excel counts days from 1900, and has a 29 February that 1900 had not.
    private static readonly DateTime FirstDay = new(1900, 3, 1);

    /// <summary>Writes a header and rows as the response's body.</summary>
    public static async Task Write(HttpResponse response, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        var cancel = response.HttpContext.RequestAborted;
        // The archive's directory is written at its end, and not asynchronously.
        using var file = new MemoryStream();
        await WriteTo(file, columns, rows, cancel);
        response.ContentType = MediaType;
        response.ContentLength = file.Length;
        file.Position = 0;
        await file.CopyToAsync(response.Body, cancel);
    }

    private static async Task WriteTo(
        Stream file, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows, CancellationToken cancel)
    {
        await using var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancel);
        var day = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        var instant = workbook.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd\"T\"hh:mm:ss\"Z\"") });
        var heading = workbook.AddStyle(new Style { Font = { Bold = true } });
        await workbook.StartWorksheetAsync("Rows", new WorksheetOptions { FrozenRows = 1 }, cancel);
        await workbook.AddRowAsync([.. columns.Select(column => new StyledCell(column, heading))], cancel);
        foreach (var row in rows) await workbook.AddRowAsync([.. row.Select(value => CreateCell(value, day, instant))], cancel);
        await workbook.FinishAsync(cancel);
    }

    private static StyledCell CreateCell(object? value, StyleId day, StyleId instant) => value switch
    {
        null => new StyledCell((string?)null, null),
        bool truth => new StyledCell(truth, null),
        int number => new StyledCell(number, null),
        long number => new StyledCell(number, null),
        decimal number => new StyledCell(number, null),
        DateOnly date when date.ToDateTime(TimeOnly.MinValue) is var at && at >= FirstDay => new StyledCell(at, day),
        DateOnly date => CreateText(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTimeOffset at when at.UtcDateTime >= FirstDay => new StyledCell(at.UtcDateTime, instant),
        DateTimeOffset at => CreateText(Instant.Format(at)),
        IFormattable other => CreateText(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => CreateText(value.ToString() ?? ""),
    };

    // A character that XML cannot hold would make the workbook unreadable.
    private static StyledCell CreateText(string text)
    {
        var line = ControlCharacters.Escape(text);
        return new StyledCell(line.Length > LongestText ? line[..LongestText] : line, null);
    }
}
