using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>Cases as CSV or as an Excel workbook: the same columns as in JSON, then a column for each field of the record.</summary>
public sealed class CaseTable(IReadOnlyList<CaseRow> cases, IReadOnlyList<string> fields) : IResult, IEndpointMetadataProvider
{
    private static readonly string[] Columns =
    [
        "period", "returnId", "agency", "record", "countedOn", "locality", "team", "category", "numerator", "denominator", "amount",
    ];

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        string[] columns = [.. Columns, .. fields.Select(field => $"fields.{field}")];
        return RowFormat.GetRequested(httpContext.Request) == RowFormat.Xlsx
            ? XlsxTable.Write(httpContext.Response, columns, cases.Select(ListCells))
            : Csv.Write(httpContext.Response, columns, cases.Select(ListCells));
    }

    private IEnumerable<object?> ListCells(CaseRow row) => new object?[]
    {
        row.Period, row.ReturnId, row.Agency, row.Record, row.CountedOn, row.Locality, row.Team, row.Category, row.Numerator,
        row.Denominator, row.Amount,
    }.Concat(fields.Select(field => row.Fields.GetValueOrDefault(field)));

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/csv", XlsxTable.MediaType]));
}
