using System.Reflection;
using Microsoft.OpenApi;
using SafeguardingMetrics.Http;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The OpenAPI document and its page.</summary>
/// <remarks>
/// Swashbuckle makes the document from the endpoints: their metadata, their XML comments and the types that they take
/// and answer. It is made by a test, which adds recorded responses as examples and compares the result with
/// <c>api-specs/openapi.json</c>. The service answers with that file, which is embedded in it, and makes no document
/// itself: making it took 0.4 s at each request. So the file shows the default limits
/// (<see cref="SafeguardingMetrics.Http.Limits.ServiceLimits"/>), whatever an installation has configured.
/// </remarks>
public static class OpenApiSetup
{
    /// <summary>Registers what makes the document. Nothing of it is created until somebody asks for it.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddSingleton(new RecordedResponses([]))
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new()
            {
                Title = "Safeguarding Metrics",
                Version = "v1",
                Summary = "Agencies send returns; boards read figures.",
                Description = Introduction.Text,
                Contact = new() { Name = "The administrator of your safeguarding partnership" },
                License = new() { Name = "MIT", Identifier = "MIT" },
            });
            options.AddServer(new()
            {
                Url = "/",
                Description = "The service that shows this page: your partnership's service, or a local one with the demonstration.",
                // For agencies and other organisations, not only for one organisation's own developers.
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) },
            });
            options.IncludeXmlComments(() => XmlComments.Read(typeof(OpenApiSetup).Assembly));
            // The records of the library, such as a finding, are described in its own comments.
            options.IncludeXmlComments(() => XmlComments.Read(typeof(SafeguardingMetrics.Datasets.Declaring.Dataset).Assembly));
            options.SupportNonNullableReferenceTypes();
            foreach (var (name, scheme) in SecuritySchemes.All) options.AddSecurityDefinition(name, scheme);
            options.SchemaFilter<ResponseSchemaFilter>();
            options.OperationFilter<SecurityRequirementFilter>();
            // In this order: each works on what the one before it left.
            options.OperationFilter<ReturnRequestFilter>();
            options.OperationFilter<ParameterDescriptions>();
            options.OperationFilter<ProblemResponseFilter>();
            options.OperationFilter<SuccessResponseFilter>();
            options.DocumentFilter<SharedComponents>();
            options.DocumentFilter<SchemaLimitsFilter>();
            options.DocumentFilter<TagOrderFilter>();
            options.DocumentFilter<SamePathFilter>();
            options.DocumentFilter<SharedComponents.References>();
        });

    /// <summary>Maps the document at <c>/swagger/v1/swagger.json</c> and the page at <c>/swagger</c>, where they are enabled.</summary>
    public static void MapOpenApiDocument(this WebApplication app)
    {
        if (!OpenApiPage.IsEnabled(app.Services)) return;
        app.MapGet(OpenApiDocument.Address, OpenApiDocument.Get).ExcludeFromDescription();
        // The page's files are looked for at its own addresses only, not before every request.
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase),
            swagger =>
            {
                swagger.UseGetForHead();
                swagger.UseSwaggerUI(options =>
                {
                    options.DocumentTitle = "Safeguarding Metrics API";
                    options.SwaggerEndpoint(OpenApiDocument.Address, "Safeguarding Metrics v1");
                    options.DocExpansion(DocExpansion.List);
                    options.DefaultModelsExpandDepth(0);
                    options.DefaultModelExpandDepth(3);
                    options.DisplayRequestDuration();
                    options.EnableDeepLinking();
                    options.EnablePersistAuthorization();
                });
            });
    }

    /// <summary>Opens a file that is embedded beside this type.</summary>
    internal static Stream OpenEmbedded(string name) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"openapi/{name}")!;
}
