using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.Hosting.OpenApi;

/// <summary>Says of every operation what limits can answer, and of every answer the headers in which they are told.</summary>
internal sealed class LimitResponses : IDocumentFilter
{
    private const string Problem = "application/problem+json";
    private static readonly string[] ForAll = ["429"];
    private static readonly string[] ForBodies = ["408", "413", "429"];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (path, item) in swaggerDoc.Paths)
        {
            if (path.StartsWith("/health", StringComparison.Ordinal)) continue;
            foreach (var operation in item.Operations!.Values)
            {
                foreach (var status in operation.RequestBody is null ? ForAll : ForBodies)
                    if (!operation.Responses!.ContainsKey(status)) operation.Responses[status] = new OpenApiResponse { Description = "", Content = new Dictionary<string, IOpenApiMediaType> { [Problem] = new OpenApiMediaType() } };
                foreach (var (status, response) in operation.Responses!)
                    if (status[0] == '2') Tell((OpenApiResponse)response);
            }
        }
    }

    /// <summary>Adds the headers to what is said of an answer.</summary>
    public static void Tell(OpenApiResponse response)
    {
        response.Headers ??= new Dictionary<string, IOpenApiHeader>();
        response.Headers["RateLimit-Policy"] = Header("How many requests are let through: the budget, its quota and its window in seconds.", "\"requests\";q=3000;w=60");
        response.Headers["RateLimit"] = Header("How many remain in this window, and in how many seconds it ends.", "\"requests\";r=2999;t=60");
    }

    private static OpenApiHeader Header(string description, string example) => new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Examples = [example] } };
}
