using System.Reflection;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace SafeguardingMetrics.OpenApi;

/// <summary>The OpenAPI document and its page: the guide from which an engineer wires a nightly job.</summary>
/// <remarks>
/// Routes, parameters and answers come from the endpoints and their XML comments; each dataset's paths, schema and examples from its declaration;
/// problems from their catalogue; and the answers shown are the service's own, recorded by a test.
/// </remarks>
public static class OpenApiDocument
{
    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddSingleton(RecordedResponses.Embedded)
        .AddEndpointsApiExplorer()
        .AddSwaggerGen(options =>
        {
            options.SwaggerDoc("v1", new()
            {
                Title = "Safeguarding Metrics",
                Version = "v1",
                Summary = "Agencies post returns; the board reads figures.",
                Description = Introduction.Text,
                Contact = new() { Name = "The administrator of your safeguarding partnership" },
                License = new() { Name = "MIT", Identifier = "MIT" },
            });
            options.AddServer(new()
            {
                Url = "/",
                Description = "The service that shows this page: your partnership's in production or for tests, or a local one with the demonstration.",
                // For agencies and other outsiders, not for one organisation's insiders alone.
                Extensions = new Dictionary<string, IOpenApiExtension> { ["x-internal"] = new JsonNodeExtension(false) },
            });
            options.IncludeXmlComments(typeof(OpenApiDocument).Assembly);
            // The records of the library, such as a finding, are described in its own comments.
            options.IncludeXmlComments(typeof(Datasets.Declaring.Dataset).Assembly);
            options.SupportNonNullableReferenceTypes();
            foreach (var (name, scheme) in SecuritySchemes.All) options.AddSecurityDefinition(name, scheme);
            options.SchemaFilter<ResponseSchemaFilter>();
            options.OperationFilter<SecurityRequirementFilter>();
            // In this order: each works on what the one before it left.
            options.DocumentFilter<DatasetPaths>();
            options.DocumentFilter<ParameterDescriptions>();
            options.DocumentFilter<SuccessResponses>();
            options.DocumentFilter<LimitResponses>();
            options.DocumentFilter<ProblemResponses>();
            options.DocumentFilter<CommonHeaders>();
            options.DocumentFilter<SchemaLimitsFilter>();
            options.DocumentFilter<TagOrderFilter>();
        });

    /// <summary>Maps the document at <c>/swagger/v1/swagger.json</c> and the page at <c>/swagger</c>.</summary>
    public static void MapOpenApiDocument(this WebApplication app)
    {
        // Not before every request: the page's files are looked for among those of others only where they are.
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase), swagger => swagger
            // 3.1, because only there can a parameter have an example that the page shows without filling it in.
            .UseSwagger(options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1)
            .UseSwaggerUI(options =>
            {
                options.DocumentTitle = "Safeguarding Metrics API";
                options.SwaggerEndpoint("/swagger/v1/swagger.json", "Safeguarding Metrics v1");
                options.DocExpansion(DocExpansion.List);
                options.DefaultModelsExpandDepth(0);
                options.DefaultModelExpandDepth(3);
                options.DisplayRequestDuration();
                options.EnableDeepLinking();
                options.EnablePersistAuthorization();
            }));
    }

    /// <summary>Reads a text that is embedded beside this type.</summary>
    internal static string Embedded(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream($"openapi/{name}")!);
        return reader.ReadToEnd();
    }
}
