using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Says of every answer the headers that every answer has, and the one that none has: that there is no CORS is worth knowing too.</summary>
internal sealed class CommonHeaders : IDocumentFilter
{
    private static readonly (string Name, OpenApiHeader Header)[] All =
    [
        ("RateLimit-Policy", CreateHeader("How many requests are let through: the budget, its quota and its window in seconds.", "\"requests\";q=3000;w=60", "^\"[a-z]+\";q=[0-9]+;w=[0-9]+$", 60)),
        ("RateLimit", CreateHeader("How many remain in this window, and in how many seconds it ends.", "\"requests\";r=2999;t=60", "^\"[a-z]+\";r=[0-9]+;t=[0-9]+$", 60)),
        (HeaderNames.AccessControlAllowOrigin, new() { Description = "Never sent: scripts of other sites may not read an answer.", Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 0, Pattern = "^$" } }),
    ];

    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        foreach (var (name, header) in All) (swaggerDoc.Components!.Headers ??= new Dictionary<string, IOpenApiHeader>())[name] = header;
        foreach (var response in swaggerDoc.Paths.Values.SelectMany(path => path.Operations!.Values).SelectMany(operation => operation.Responses!.Values).Cast<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            foreach (var (name, _) in All) response.Headers[name] = new OpenApiHeaderReference(name, swaggerDoc);
        }
    }

    private static OpenApiHeader CreateHeader(string description, string example, string pattern, int longest) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = pattern, MaxLength = longest, Examples = [example] } };
}
