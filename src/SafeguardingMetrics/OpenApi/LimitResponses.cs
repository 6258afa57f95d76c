using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Says of every operation what limits can answer.</summary>
internal sealed class LimitResponses : IDocumentFilter
{
    private const string Problem = "application/problem+json";
    private static readonly string[] ForAll = ["429"];
    private static readonly string[] ForBodies = ["408", "413", "429"];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var item in swaggerDoc.Paths.Values)
        {
            foreach (var operation in item.Operations!.Values)
            {
                foreach (var status in operation.RequestBody is null ? ForAll : ForBodies)
                    if (!operation.Responses!.ContainsKey(status)) operation.Responses[status] = new OpenApiResponse { Description = "", Content = new Dictionary<string, IOpenApiMediaType> { [Problem] = new OpenApiMediaType() } };
            }
        }
    }
}
