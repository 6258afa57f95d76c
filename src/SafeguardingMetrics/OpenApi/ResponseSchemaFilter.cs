using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Benchmarks;
using SafeguardingMetrics.Indicators.Charts;
using SafeguardingMetrics.Indicators.Endpoints;
using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Retention;
using SafeguardingMetrics.Returns;
using SafeguardingMetrics.Returns.Explanations;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Schedule;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Says of answers what their types cannot: every property is always there, if only as null, and some texts are of a
/// few words.
/// </summary>
internal sealed class ResponseSchemaFilter : ISchemaFilter
{
    private static readonly Dictionary<string, IReadOnlyList<string>> Vocabularies = new(StringComparer.Ordinal)
    {
        ["status"] = ReturnStatus.All,
        ["state"] = SubmissionProgress.States,
        ["mode"] = [ReturnMode.Period, ReturnMode.Changes],
        ["severity"] = [.. Enum.GetValues<Severity>().Select(ApiEnumNames.ToText)],
        ["dimension"] = [.. Enum.GetValues<QualityDimension>().Select(ApiEnumNames.ToText)],
        ["shape"] = [.. Enum.GetValues<DatasetShape>().Select(ApiEnumNames.ToText)],
        ["unit"] = [.. Enum.GetValues<Unit>().Select(ApiEnumNames.ToText)],
        ["polarity"] = [.. Enum.GetValues<Polarity>().Select(ApiEnumNames.ToText)],
        ["basis"] = [.. Enum.GetValues<Basis>().Select(ApiEnumNames.ToText)],
        ["variation"] = [.. Enum.GetValues<Variation>().Select(ChartEnumNames.ToText)],
        ["assurance"] = [.. Enum.GetValues<Assurance>().Select(ChartEnumNames.ToText)],
        ["rag"] = TargetComparison.Colours,
        ["areaType"] = AreaType.All,
        ["quartileBand"] = Quartiles.Bands,
        ["quality"] = QualityBand.All,
        ["frequency"] = Frequency.All,
        ["sector"] = Sector.All,
        ["error"] = ["invalid_request", "invalid_client", "invalid_scope", "unauthorized_client", "unsupported_grant_type"],
        ["grant_type"] = ["client_credentials"],
        ["explained"] = ExplanationReason.All,
        ["interval"] = [.. Interval.All.Select(interval => interval.Name)],
    };

    // Lists of words.
    private static readonly Dictionary<string, IReadOnlyList<string>> Lists = new(StringComparer.Ordinal)
    {
        ["permissions"] = Permission.All,
        ["sectors"] = Sector.All,
        ["dimensions"] = DatasetCatalogue.Dimensions,
    };

    // What is sent, with the members that it must have.
    private static readonly Dictionary<Type, IEnumerable<string>> RequiredRequestProperties = new()
    {
        [typeof(TargetSetting)] = TargetSetting.Required,
        [typeof(AgencySetting)] = ["name", "sector"],
        [typeof(ClientSetting)] = ["name", "permissions"],
        [typeof(KeySetting)] = [],
        [typeof(ErasureRequest)] = [],
        [typeof(ConfirmationRequest)] = ConfirmationRequest.Required,
        [typeof(BankHolidaySetting)] = BankHolidaySetting.Required,
        [typeof(ExplanationRequest)] = ExplanationRequest.Required,
        [typeof(TokenRequest)] = ["grant_type", "client_id", "client_secret"],
    };

    /// <inheritdoc/>
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema is not OpenApiSchema { Properties.Count: > 0 } record) return;
        if (context.Type == typeof(Population))
            ((OpenApiSchema)record.Properties["dimension"]).Enum = [.. Population.Dimensions.Select(word => (JsonNode)word)];
        // A reference cannot say by itself that the member may be null.
        if (context.Type == typeof(Receipt))
            record.Properties["held"] = new OpenApiSchema
            {
                Description = "Why it is held, or was until it was confirmed; otherwise null.",
                OneOf = [record.Properties["held"], new OpenApiSchema { Type = JsonSchemaType.Null }],
            };
        var isAsked = RequiredRequestProperties.TryGetValue(context.Type, out var required);
        record.Required = isAsked ? required!.ToHashSet() : record.Properties.Keys.ToHashSet();
        // A later version may add a property: readers take no offence at one they do not know. What is asked for is
        // taken at its word.
        record.AdditionalPropertiesAllowed = !isAsked;
        foreach (var (name, property) in record.Properties)
        {
            if (property is OpenApiSchema computed) computed.ReadOnly = false;
            if (context.Type == typeof(Population) && name == "dimension") continue;
            if (property is OpenApiSchema { Items: OpenApiSchema item } list && Lists.TryGetValue(name, out var listed))
            {
                (item.Enum, list.UniqueItems) = ([.. listed.Select(word => (JsonNode)word)], true);
                continue;
            }

            if (property is not OpenApiSchema text
                || !Vocabularies.TryGetValue(name, out var words)
                || (text.Type & ~JsonSchemaType.Null) != JsonSchemaType.String)
                continue;
            text.Enum = [.. words.Select(word => (JsonNode)word)];
            if (text.Type!.Value.HasFlag(JsonSchemaType.Null)) text.Enum.Add(JsonNullSentinel.JsonNull);
        }
    }
}
