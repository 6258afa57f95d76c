using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;
using SafeguardingMetrics.Identity;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace SafeguardingMetrics.OpenApi;

/// <summary>Documents which permission an operation needs, as the endpoint declares it.</summary>
internal sealed class SecurityRequirementFilter : IOperationFilter
{
    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var asked = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<IAuthorizeData>().ToList();
        if (asked.Count == 0)
        {
            operation.Security = $"/{context.ApiDescription.RelativePath}" == AccessTokenIssuer.Address
                ? [.. SecuritySchemes.CreateClientRequirements(context.Document)]
                : [SecuritySchemes.None];
            return;
        }

        var takesBasic = BasicAuthenticationPolicy.IsAllowed([context.ApiDescription.HttpMethod!], asked);
        operation.Security =
        [
            .. SecuritySchemes.CreateRequirements(context.Document, asked.Select(data => data.Policy).OfType<string>(), takesBasic),
        ];
        if (asked.Any(data => data.Policy?.Split(Permission.Or).Any(Permission.ForAgencies.Contains) == true))
            (operation.Parameters ??= []).Add(CreateAgencyHeader());
        var permission = asked.Select(data => data.Policy).LastOrDefault(policy => policy is not null);
        var keys = DemonstrationKeys.Keys.Where(key => permission?.Split(Permission.Or).Any(key.Permissions.Contains) == true);
        operation.Description += permission is null
            ? "\n\nAny valid key is accepted."
            : $"\n\nNeeds the permission `{permission.Replace(Permission.Or, $"`{Permission.Or}`", StringComparison.Ordinal)}`. "
                + "In the demonstration: "
                + $"{string.Join(", ", keys.Select(key => $"`{key.Key}`"))}.";
    }

    private static OpenApiParameter CreateAgencyHeader() => new()
    {
        Name = CallerAuthenticationHandler.AgencyHeader,
        In = ParameterLocation.Header,
        Description = "The code of the agency that this request is for. Needed only if your key acts for several agencies.",
    };
}
