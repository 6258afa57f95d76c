namespace SafeguardingMetrics.Hosting.OpenApi;

/// <summary>The OpenAPI document and its page.</summary>
public static class OpenApiDocument
{
    /// <summary>Adds the document.</summary>
    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services.AddEndpointsApiExplorer().AddSwaggerGen(options =>
    {
        options.SwaggerDoc("v1", new() { Title = "Safeguarding Metrics", Version = "v1" });
        options.IncludeXmlComments(typeof(OpenApiDocument).Assembly);
    });

    /// <summary>Maps the document at <c>/swagger/v1/swagger.json</c> and the page at <c>/swagger</c>.</summary>
    public static void MapOpenApiDocument(this WebApplication app)
    {
        app.UseSwagger();
        app.UseSwaggerUI(options =>
        {
            options.DocumentTitle = "Safeguarding Metrics API";
            options.SwaggerEndpoint("/swagger/v1/swagger.json", "Safeguarding Metrics v1");
        });
    }
}
