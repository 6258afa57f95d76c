using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Hosting.Authentication;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.Hosting.OpenApi;

/// <summary>Says which key an operation needs, as the endpoint asks for it, so that nobody has to learn it from a refusal.</summary>
internal sealed class KeyNeeded : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var asked = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().ToList();
        operation.Security = [];
        if (asked.Count == 0) return;

        operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(ApiKeyAuthentication.SchemeName, context.Document)] = [] }];
        // Who may send a dataset depends on its sector: its own path says it.
        if (context.ApiDescription.RelativePath!.StartsWith(DatasetPaths.Route[1..], StringComparison.Ordinal)) return;

        var permission = asked.Select(data => data.Policy).LastOrDefault(policy => policy is not null);
        operation.Description += permission is null
            ? "\n\nAny valid key will do."
            : $"\n\nNeeds a key with the permission `{permission}`: in the demonstration {string.Join(", ", Demonstration.Keys.Where(key => key.Permissions.Contains(permission)).Select(key => $"`{key.Key}`"))}.";
    }
}
