using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Charts;
using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Returns.Receipts;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Says of each parameter which values it takes, with an example. The page fills a parameter's own example in when it
/// is tried, so those that would surprise there (a cursor, an agency) have theirs in the schema, where it is only
/// shown.
/// </summary>
internal sealed class ParameterDescriptions : IOperationFilter
{
    // The periods that the example returns are of: a day for a snapshot, else an interval.
    private static readonly (string Name, string Summary, string Value)[] Periods =
    [
        ("interval", "Some days, for an activity", "2026-11-01/2026-11-22"),
        ("month", "A month, for an activity", "2026-11"),
        ("day", "A day: the only period of a snapshot", "2026-11-22"),
    ];

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter.Name == "period" && operation.RequestBody is not null)
            {
                (
                    parameter.Required,
                    parameter.Schema) = (
                        true,
                        new OpenApiSchema
                        {
                            Type = JsonSchemaType.String,
                            MaxLength = 21,
                            Pattern = "^[0-9]{4}-[0-9]{2}(-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?)?$",
                        });
                parameter.Examples = Periods.ToDictionary(
                    period => period.Name,
                    IOpenApiExample (period) => new OpenApiExample { Summary = period.Summary, Value = period.Value });
                continue;
            }

            (parameter.Schema, parameter.Example) = Describe(operation.OperationId!, parameter, context.Document!);
        }
    }

    private static (IOpenApiSchema Schema, JsonNode? Example) Describe(
        string operation, OpenApiParameter parameter, Microsoft.OpenApi.OpenApiDocument document) => (operation, parameter.Name) switch
        {
            (_, "indicator") => (new OpenApiSchemaReference(Vocabularies.Indicator, document), null),
            (_, "confirmed") => (OneOf(["true", "false"], unlessGiven: "false"), null),
            (_, "mode") => (OneOf([ReturnMode.Period, ReturnMode.Changes], unlessGiven: ReturnMode.Period), null),
            (_, "locality") => (Text(null, "East"), null),
            (_, "history") => (OneOf(["true", "false"], unlessGiven: "false", shown: "true"), null),
            (_, "period") => (Text(null, "2025-26"), null),
            (_, "dimension") => (OneOf(Population.Dimensions, shown: Population.Dimensions[0]), null),
            (_, "from") => (Text("date"), "2026-11-01"),
            (_, "to") => (Text("date"), "2026-11-30"),
            (_, "id") => (Text("uuid"), RecordedResponses.ReturnId),
            ("explainProblem", "code") =>
                (new OpenApiSchemaReference(Vocabularies.Problem, document), ProblemCatalogue.ReturnRejected.Code),
            ("setAgency", "code") => (Text(null), "EXA-SCH-09"),
            (_, "code") => (new OpenApiSchemaReference(Vocabularies.Indicator, document), "visits-on-time"),
            (_, "codes") => (Text(null, "visits-on-time,absence-rate"), null),
            (_, "dataset") when parameter.In == ParameterLocation.Path =>
                (new OpenApiSchemaReference(Vocabularies.Dataset, document), "statutory-visits"),
            (_, "dataset") => (new OpenApiSchemaReference(Vocabularies.Dataset, document), null),
            (_, "day") => (Text("date"), "2027-05-10"),
            (_, "rule") => (Text(null, "SV06"), null),
            (_, "status") => (OneOf(ReturnStatus.All, shown: ReturnStatus.Rejected), null),
            (_, "asOf") => (Text(null, "2026-11-30", "2026-11-30T09:00:00Z"), null),
            (_, "agency") when parameter.In == ParameterLocation.Path => (Text(null), DemonstrationKeys.Agencies[0].Code),
            (_, "agency") => (Text(null, DemonstrationKeys.Agencies[0].Code), null),
            ("getChart", "interval") =>
                (
                    OneOf(
                        ChartSettings.Intervals.Select(interval => interval.Name),
                        unlessGiven: Interval.Month.Name,
                        shown: Interval.Week.Name),
                    null),
            (_, "rebase") => (Text(null, "2026-04-01", "2025-04-01,2026-04-01"), null),
            (_, "baseline") =>
                (
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.Integer,
                        Format = "int32",
                        Minimum = ChartSettings.LeastBaseline.ToString(CultureInfo.InvariantCulture),
                        Examples = [ChartSettings.LeastBaseline],
                    },
                    null),
            (_, "screen") => (OneOf(["true", "false"], unlessGiven: "false", shown: "true"), null),
            (_, "interval") =>
                (OneOf(Interval.All.Select(interval => interval.Name), unlessGiven: Interval.Month.Name, shown: Interval.Week.Name), null),
            ("listDataQuality", "by") => (OneOf(["agency", "dataset", "rule", "month"], unlessGiven: "agency", shown: "rule"), null),
            ("listScores", "by") => (OneOf(["agency", "dataset", "field"], unlessGiven: "agency", shown: "dataset"), null),
            (_, "by") => (Breakdown(), null),
            (_, "member") => (Text(null, "East"), null),
            (_, "member2") => (Text(null, "WBRI"), null),
            (_, "part") => (OneOf(["denominator", "numerator", "missed"], unlessGiven: "denominator", shown: "missed"), null),
            (_, "knownAt") => (Text(null, "2026-11-30", "2026-11-30T09:00:00Z"), null),
            (_, "updatedSince") => (Text(null, "2026-11-22T02:00:00Z", "2026-11-22"), null),
            (_, "actor") => (Text("uuid", RecordedResponses.ReturnId), null),
            (_, "act") => (OneOf(AuditAction.All, shown: AuditAction.CasesRead), null),
            ("listAudit", "format") => (OneOf([RowFormat.Json, RowFormat.Csv, AuditExport.NdjsonFormat], shown: RowFormat.Csv), null),
            ("listValues" or "listIndicatorValues", "format") =>
                (OneOf([RowFormat.Json, RowFormat.Csv, RowFormat.Xlsx, RowFormat.Parquet], shown: RowFormat.Csv), null),
            (_, "format") => (OneOf([RowFormat.Json, RowFormat.Csv, RowFormat.Xlsx], shown: RowFormat.Csv), null),
            (_, "bom") => (OneOf(["true", "false"], unlessGiven: "false", shown: "true"), null),
            (_, "limit") => (new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "1",
                Maximum = Page<int>.MostSize.ToString(CultureInfo.InvariantCulture),
                Default = Page<int>.DefaultSize,
                Examples = [20],
            }, null),
            (_, "cursor") => (Text(null, Cursor.Encode("100")), null),
            (_, "Content-Encoding") => (OneOf(["gzip", "br"], shown: "gzip"), null),
            (_, "X-Agency") => (Text(null, DemonstrationKeys.Agencies[0].Code), null),
            (_, "keyId") => (Text("uuid"), RecordedResponses.ReturnId),
            (var name, "Prefer") =>
                (
                    name.StartsWith("check", StringComparison.Ordinal)
                        ? Text(null, "handling=strict")
                        : Text(null, "handling=strict", "respond-async"),
                    null),
            (_, "Idempotency-Key") =>
                (
                    new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        MinLength = 1,
                        MaxLength = 257,
                        Pattern = "^[\\x20-\\x7E]+$",
                        Examples = ["\"8e03978e-40d5-43dd-bc93-6894a57f9324\""],
                    },
                    null),
            var (_, unknown) =>
                throw new NotSupportedException($"The OpenAPI document does not explain the parameter {unknown} of {operation}."),
        };

    private static OpenApiSchema Breakdown()
    {
        var one = string.Join('|', DatasetCatalogue.BreakdownNames);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Pattern = $"^({one})(,({one}))?$",
            Examples = [Dimension.Locality, $"{Dimension.Locality},{Dimension.Ethnicity}"],
        };
    }

    private static OpenApiSchema Text(string? format, params IEnumerable<string> shown) =>
        new() { Type = JsonSchemaType.String, Format = format, Examples = shown.Any() ? [.. shown.Select(text => (JsonNode)text)] : null };

    private static OpenApiSchema OneOf(IEnumerable<string> words, string? unlessGiven = null, string? shown = null) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. words.Select(word => (JsonNode)word)],
        Default = unlessGiven,
        Examples = shown is null ? null : [shown],
    };
}
