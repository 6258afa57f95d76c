using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>
/// A chart's points as CSV or as an Excel workbook: first the columns that are equal for all points, then the columns
/// that a point has in JSON.
/// </summary>
public sealed class ChartTable(Chart chart) : IResult, IEndpointMetadataProvider
{
    private static readonly string[] Constant = ["indicator", "unit", "polarity", "interval", "by", "member", "agency", "knownAt"];
    private static readonly PropertyInfo[] Properties = typeof(ChartPoint).GetProperties();

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        object?[] constant =
            [chart.Indicator, chart.Unit, chart.Polarity, chart.Interval, chart.By, chart.Member, chart.Agency, chart.KnownAt];
        string[] columns = [.. Constant, .. Properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];
        var rows = chart.Points.Select(point => constant.Concat(Properties.Select(property => property.GetValue(point))));
        return RowFormat.GetRequested(httpContext.Request) == RowFormat.Xlsx
            ? XlsxTable.Write(httpContext.Response, columns, rows)
            : Csv.Write(httpContext.Response, columns, rows);
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/csv", XlsxTable.MediaType]));
}
