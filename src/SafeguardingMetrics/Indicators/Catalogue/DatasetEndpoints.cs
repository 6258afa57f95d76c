using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Indicators.Catalogue;

/// <summary>The data dictionary.</summary>
public static class DatasetEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapDatasets(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/datasets").WithTags("Datasets").RequireAuthorization();
        group.MapGet("", List).WithName("listDatasets").Conditional();

        var dataset = group.MapGroup("/{dataset}").Problems(ProblemCatalogue.UnknownDataset);
        dataset.MapGet("", Get).WithName("getDataset").Conditional();
        dataset.MapGet("/template.csv", Template).WithName("getTemplate").Produces<string>(200, "text/csv");
        dataset.MapGet("/schema", Schema).WithName("getRecordSchema").Conditional().Produces<object>(200, "application/schema+json");
        dataset.MapGet("/rules", Rules).WithName("listRules").Conditional();
    }

    /// <summary>List the datasets</summary>
    /// <remarks>Every kind of return that the service accepts, and the sectors that send it.</remarks>
    /// <response code="200">The datasets.</response>
    public static Ok<IReadOnlyList<DatasetSummary>> List() =>
        TypedResults.Ok<IReadOnlyList<DatasetSummary>>([.. DatasetCatalogue.All.Select(DatasetSummary.FromDataset)]);

    /// <summary>Get a dataset's fields</summary>
    /// <remarks>
    /// The data dictionary: each field with its meaning, type, codes and limits, in the order of the template.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <response code="200">The dataset and its fields.</response>
    public static Results<Ok<DatasetDescription>, ProblemHttpResult> Get(string dataset) => DatasetCatalogue.Find(dataset) is { } found
        ? TypedResults.Ok(DatasetDescription.FromDataset(found))
        : ProblemCatalogue.NoSuchDataset(dataset);

    /// <summary>Get a dataset's CSV template</summary>
    /// <remarks>The header line, with every field in order.</remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <response code="200">The header line.</response>
    public static Results<FileContentHttpResult, ProblemHttpResult> Template(string dataset) => DatasetCatalogue.Find(dataset) is { } found
        ? TypedResults.File(
            Encoding.UTF8.GetBytes(string.Join(',', found.FieldList.Select(field => field.Name)) + "\r\n"),
            "text/csv; charset=utf-8", $"{dataset}.csv")
        : ProblemCatalogue.NoSuchDataset(dataset);

    /// <summary>Get the JSON Schema of a dataset's record</summary>
    /// <remarks>
    /// Draft 2020-12, from which types can be generated. An array of such records is what a return holds. A record may
    /// break a rule and yet be of the schema.
    /// </remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <response code="200">The schema of one record.</response>
    public static Results<FileContentHttpResult, ProblemHttpResult> Schema(string dataset) => DatasetCatalogue.Find(dataset) is { } found
        ? TypedResults.File(Encoding.UTF8.GetBytes(RecordSchema.Create(found).ToJsonString()), "application/schema+json")
        : ProblemCatalogue.NoSuchDataset(dataset);

    /// <summary>Get a dataset's rule book</summary>
    /// <remarks>Every rule for the dataset's records: first the rules of all datasets, then its own.</remarks>
    /// <param name="dataset">The dataset's name.</param>
    /// <response code="200">The rules, ordered by code.</response>
    public static Results<Ok<IReadOnlyList<RuleDescription>>, ProblemHttpResult> Rules(string dataset) =>
        DatasetCatalogue.Find(dataset) is { } found
        ? TypedResults.Ok<IReadOnlyList<RuleDescription>>([.. found.AllRules.Select(RuleDescription.FromRule)])
        : ProblemCatalogue.NoSuchDataset(dataset);
}

/// <summary>A rule in the rule book.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Severity">error: the record is left out; query: it is kept and flagged.</param>
/// <param name="Dimension">The side of data quality it guards.</param>
/// <param name="Sentence">The rule.</param>
public sealed record RuleDescription(string Code, string Severity, string Dimension, string Sentence)
{
    /// <summary>Describes a rule.</summary>
    public static RuleDescription FromRule(Rule rule) =>
        new(rule.Code, ApiEnumNames.ToText(rule.Severity), ApiEnumNames.ToText(rule.Dimension), rule.Summary);
}
