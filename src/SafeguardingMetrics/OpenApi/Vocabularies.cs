using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// The lists of names that grow with the catalogues, each once under <c>components.schemas</c>: a dataset, indicator or
/// problem that is added is one line of the document there.
/// </summary>
internal static class Vocabularies
{
    /// <summary>The name of the schema of datasets' names.</summary>
    public const string Dataset = "DatasetName";

    /// <summary>The name of the schema of indicators' codes.</summary>
    public const string Indicator = "IndicatorCode";

    /// <summary>The name of the schema of problems' codes.</summary>
    public const string Problem = "ProblemCode";

    /// <summary>Adds the schemas to a document.</summary>
    public static void AddComponents(Microsoft.OpenApi.OpenApiDocument document)
    {
        Add(Dataset, "The name of a dataset.", DatasetCatalogue.All.Select(dataset => dataset.Name));
        Add(Indicator, "The code of an indicator.", IndicatorCatalogue.All.Select(indicator => indicator.Code));
        Add(Problem, "Identifies the problem: stable, for programs to act on.", ProblemCatalogue.All.Select(problem => problem.Code));

        void Add(string name, string description, IEnumerable<string> words) => document.AddComponent(
            name,
            new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = description,
                Enum = [.. words.Select(word => (JsonNode)word)],
            });
    }
}
