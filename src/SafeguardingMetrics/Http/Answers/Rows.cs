using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Http.Answers;

/// <summary>
/// Flat rows, as a JSON array, as CSV, as an Excel workbook or, where their record says so, as Parquet, with the same
/// columns: by <c>?format=</c> where given, otherwise by <c>Accept</c>.
/// </summary>
public sealed class Rows<T>(IReadOnlyList<T> rows) : IResult, IEndpointMetadataProvider
    where T : notnull
{
    private static readonly bool SupportsParquet = typeof(T).IsAssignableTo(typeof(IParquetRow));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => RowFormat.GetRequested(httpContext.Request) switch
    {
        RowFormat.Csv => Csv.Write(
            httpContext.Response,
            Column.GetColumns<T>().Select(column => column.Name),
            rows.Select(row => Column.GetColumns<T>().Select(column => column.Cell(row)))),
        RowFormat.Xlsx => XlsxTable.Write(
            httpContext.Response,
            Column.GetColumns<T>().Select(column => column.Name),
            rows.Select(row => Column.GetColumns<T>().Select(column => column.Cell(row)))),
        RowFormat.Json => httpContext.Response.WriteAsJsonAsync(rows, httpContext.RequestAborted),
        RowFormat.Parquet when SupportsParquet => ParquetTable.Write(httpContext.Response, rows),
        var other => ProblemCatalogue.InvalidParameter.ToResult(NameAdvice.Describe(
            $"format is {(SupportsParquet ? "json, csv, xlsx or parquet" : "json, csv or xlsx")}", other, [])).ExecuteAsync(httpContext),
    };

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(IReadOnlyList<T>),
            [
                .. (string[])["application/json", "text/csv", XlsxTable.MediaType],
                .. SupportsParquet ? (string[])[ParquetTable.MediaType] : [],
            ]));
}
