using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Hosting.Problems;

namespace SafeguardingMetrics.Hosting;

/// <summary>Flat rows, as a JSON array or as CSV with the same columns: by <c>?format=</c> where given, otherwise by <c>Accept</c>.</summary>
public sealed class Rows<T>(IReadOnlyList<T> rows) : IResult, IEndpointMetadataProvider
{
    private static readonly PropertyInfo[] Properties = typeof(T).GetProperties();
    private static readonly string[] Columns = [.. Properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))];

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => RowFormat.Asked(httpContext.Request) switch
    {
        RowFormat.Csv => Csv.Write(httpContext.Response, Columns, rows.Select(row => Properties.Select(property => property.GetValue(row)))),
        RowFormat.Json => httpContext.Response.WriteAsJsonAsync(rows, httpContext.RequestAborted),
        var other => ProblemCatalogue.InvalidParameter.Because($"format is json or csv, not \"{other}\".").ExecuteAsync(httpContext),
    };

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(IReadOnlyList<T>), ["application/json", "text/csv"]));
}
