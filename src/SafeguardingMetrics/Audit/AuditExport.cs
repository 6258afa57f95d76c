using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>
/// Every line that matches, as CSV or as NDJSON: read some thousands at a time, so that no connection is held while a
/// slow reader reads.
/// </summary>
public sealed class AuditExport(Database database, AuditQuery query, bool isCsv) : IResult, IEndpointMetadataProvider
{
    /// <summary>The media type of a JSON object a line.</summary>
    public const string Ndjson = "application/x-ndjson";

    /// <summary>Its name in <c>format</c>.</summary>
    public const string NdjsonFormat = "ndjson";

    private const int AtATime = 5_000;
    private static readonly PropertyInfo[] Properties = typeof(AuditLine).GetProperties();

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = isCsv ? "text/csv; charset=utf-8" : Ndjson;
        await using var writer = new StreamWriter(response.Body, new System.Text.UTF8Encoding(false), leaveOpen: true);
        if (isCsv) await Csv.WriteTo(writer, Properties.Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name)), []);

        var after = (At: (DateTimeOffset?)null, Id: (string?)null);
        for (var isLast = false; !isLast;)
        {
            var lines = await database.Read(reading => AuditStore.List(reading, query, after, AtATime), cancel);
            isLast = lines.Count < AtATime;
            if (lines.Count == 0) break;
            after = (lines[^1].OccurredAt, lines[^1].LineId);
            foreach (var line in lines)
            {
                if (isCsv) await Csv.WriteRow(writer, Properties.Select(property => property.GetValue(line)));
                else await writer.WriteLineAsync(JsonSerializer.Serialize(line, ApiJson.Options));
            }

            await writer.FlushAsync(cancel);
        }
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), ["text/csv", Ndjson]));
}
