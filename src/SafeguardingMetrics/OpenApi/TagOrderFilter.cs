using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Puts the page in the order in which an engineer works.</summary>
internal sealed class TagOrderFilter : IDocumentFilter
{
    private static readonly (string Name, string Description)[] Tags =
    [
        ("Datasets", "What each return contains: fields, codes, rules, a JSON Schema and a CSV template. Start here."),
        ("Check a return", "Test a return: every rule is applied and nothing is stored."),
        (
            "Submit a return",
            "Send a return: good records are stored, and the receipt names each fault. There is an example for every dataset."),
        ("Returns", "The returns that were sent: receipts, findings, explained queries, and withdrawing a return."),
        ("Indicators", "What each figure means, in words."),
        ("Figures", "Figures as flat rows for BI tools, charts, and the records behind a figure."),
        ("Targets", "The partnership's targets, current and past."),
        ("Benchmarks", "Published benchmarks and population figures, and comparisons with them."),
        ("Bank holidays", "The days that are no working days in England and Wales, and adding one that was proclaimed."),
        ("Data quality", "The quality of the data behind the figures."),
        ("Return schedule", "Which agency sends which dataset and when, and what is overdue."),
        ("Erasure", "Erase the records of one child from all returns."),
        ("Audit", "Who did what and when, and from which address."),
        ("Agencies and keys", "Agencies, clients and their keys: for administrators."),
        ("Tokens", "Access tokens, for tools that need OAuth 2.0."),
        ("Problems", "Every problem that a request can be answered with, and what to do about it."),
        ("Health", "For liveness and readiness probes."),
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
                foreach (var (status, response) in operation.Responses!.OrderBy(response => response.Key, StringComparer.Ordinal))
                    responses.Add(status, response);
                operation.Responses = responses;
            }
        }
    }

    private static int GetTagIndex(IOpenApiPathItem item) =>
        Array.FindIndex(Tags, tag => tag.Name == item.Operations!.Values.First().Tags!.First().Name);
}
