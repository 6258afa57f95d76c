using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Indicators.Tables;

/// <summary>Reads a CSV table from a request body: either all rows, or a problem that lists every error.</summary>
internal static class TableUpload
{
    /// <summary>The largest table, in bytes after decompression.</summary>
    public const long MostBytes = 16 * 1024 * 1024;

    internal const int MostFaultsTold = 1000;

    /// <summary>The problems that a table can be refused with.</summary>
    public static IReadOnlyList<Problem> Problems { get; } =
    [
        .. BodyReceiver.Problems, ProblemCatalogue.UnreadableBody, ProblemCatalogue.BadRequest, ProblemCatalogue.RecordTooLong,
        ProblemCatalogue.TooManyFields, ProblemCatalogue.InvalidTable,
    ];

    /// <summary>Reads the table of a request: either its rows, or the problem.</summary>
    /// <param name="http">The request.</param>
    /// <param name="columns">All columns that the table may have.</param>
    /// <param name="required">The columns that the header must name.</param>
    /// <param name="parse">Creates rows from the table and adds errors to it.</param>
    public static async Task<(IReadOnlyList<TRow>? Rows, ProblemHttpResult? Problem)> ReadTable<TRow>(
        HttpContext http, IReadOnlyList<string> columns, IReadOnlyList<string> required, Func<CsvTable, IReadOnlyList<TRow>> parse)
    {
        if (MediaTypes.Parse(http.Request.ContentType) != MediaTypes.Csv)
            return (null, ProblemCatalogue.UnsupportedMediaType.ToResult("The header Content-Type must be text/csv, in UTF-8."));
        var (body, problem) = await BodyReceiver.Receive(http, MostBytes);
        if (body is null) return (null, problem);
        using (body)
        {
            try
            {
                var table = CsvTable.Read(body.OpenRead(), columns, required);
                var rows = parse(table);
                if (table.Errors.Count == 0) return (rows, null);
                var faults = table.Errors.OrderBy(fault => fault.Line).ToList();
                return (null, ProblemCatalogue.InvalidTable.ToResult(
                    $"{faults.Count} faults were found; nothing was stored.",
                    ("faultCount", faults.Count),
                    ("faults", faults.Take(MostFaultsTold).ToList())));
            }
            catch (BodyUnreadableException fault)
            {
                var unreadable = UnreadableBody.ProblemOf(fault.Error);
                return (null, unreadable.ToResult(fault.Message, ("line", fault.Line), ("position", fault.Position)));
            }
        }
    }
}
