using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Puts the page in the order in which an engineer works.</summary>
internal sealed class TagOrderFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Datasets", "What each return holds: fields, codes and rules, and a CSV template. Begin here."),
        ("Check a return", "Try a return out: every rule is applied and nothing is kept."),
        ("Submit a return", "Send a return: good records are stored, and the receipt names each fault. There is an example for every dataset."),
        ("Returns", "What was sent and how it fared: receipts, every finding, and taking a return back."),
        ("Indicators", "What each figure means, in words."),
        ("Figures", "The figures as flat rows for BI tools, and the cases behind them."),
        ("Targets", "What the partnership aims at, and what it aimed at before."),
        ("Benchmarks", "What others publish, how many people live here, and the partnership beside them."),
        ("Data quality", "How good the data is that the figures rest on."),
        ("Return schedule", "Who sends what and by when, and what is overdue."),
        ("Erasure", "Take one child's records out of every return."),
        ("Audit", "Who did what, when and from where."),
        ("Agencies and keys", "Who may call: for administrators."),
        ("Tokens", "For tools that want OAuth 2.0."),
        ("Problems", "Every way in which a request can fail, and what to do."),
        ("Health", "For probes."),
    ];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Tags = Tags.Select(tag => new OpenApiTag { Name = tag.Name, Description = tag.Description }).ToHashSet();
        var paths = new OpenApiPaths();
        foreach (var (path, item) in swaggerDoc.Paths.OrderBy(path => GetTagIndex(path.Value))) paths.Add(path, item);
        swaggerDoc.Paths = paths;

        foreach (var item in paths.Values)
        {
            foreach (var operation in item.Operations!.Values)
            {
                var responses = new OpenApiResponses();
                foreach (var (status, response) in operation.Responses!.OrderBy(response => response.Key, StringComparer.Ordinal)) responses.Add(status, response);
                operation.Responses = responses;
            }
        }
    }

    private static int GetTagIndex(IOpenApiPathItem item) => Array.FindIndex(Tags, tag => tag.Name == item.Operations!.Values.First().Tags!.First().Name);
}
