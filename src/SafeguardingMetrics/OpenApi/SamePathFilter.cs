using System.Text.RegularExpressions;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// Joins paths that differ only in the name of a parameter, as <c>POST /v1/returns/{dataset}</c> and <c>GET
/// /v1/returns/{id}</c> do. To OpenAPI they are one path, whose parameter has one name (<c>datasetOrId</c>); each
/// operation describes it in its own words.
/// </summary>
internal sealed partial class SamePathFilter : IDocumentFilter
{
    /// <inheritdoc/>
    public void Apply(Microsoft.OpenApi.OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        var paths = new OpenApiPaths();
        foreach (var same in swaggerDoc.Paths.GroupBy(path => Parameter().Replace(path.Key, "{}")))
        {
            if (same.Count() == 1) paths.Add(same.Single().Key, same.Single().Value);
            else paths.Add(Join([.. same], out var joined), joined);
        }

        swaggerDoc.Paths = paths;
    }

    // Only the last parameter of such paths differs.
    private static string Join(IReadOnlyList<KeyValuePair<string, IOpenApiPathItem>> same, out OpenApiPathItem joined)
    {
        var names = same.Select(path => Parameter().Matches(path.Key)[^1].Groups["name"].Value).ToList();
        var name = string.Join("Or", names.Select((one, i) => i == 0 ? one : char.ToUpperInvariant(one[0]) + one[1..]));
        joined = new OpenApiPathItem { Operations = [] };
        foreach (var ((_, item), old) in same.Zip(names))
        {
            foreach (var (method, operation) in item.Operations!)
            {
                ((OpenApiParameter)operation.Parameters!.Single(parameter => parameter.Name == old
                    && parameter.In == ParameterLocation.Path)).Name = name;
                joined.Operations.Add(method, operation);
            }
        }

        return same[0].Key.Replace($"{{{names[0]}}}", $"{{{name}}}", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(?<name>[^}]+)\}")]
    private static partial Regex Parameter();
}
