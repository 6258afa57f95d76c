using System.Diagnostics;

namespace SafeguardingMetrics.Hosting.Problems;

/// <summary>Makes every failure a problem of the catalogue, whoever noticed it.</summary>
public static class ProblemAnswers
{
    /// <summary>Adds problem details to the services.</summary>
    public static IServiceCollection AddProblemAnswers(this IServiceCollection services) => services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            var details = context.ProblemDetails;
            if (!details.Extensions.ContainsKey("code"))
            {
                var problem = ProblemCatalogue.OfStatus(details.Status ?? context.HttpContext.Response.StatusCode);
                (details.Type, details.Title) = (problem.Type, problem.Title);
                details.Detail ??= problem.Remedy;
                details.Extensions["code"] = problem.Code;
            }

            details.Instance = null;
            details.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });

    /// <summary>Answers exceptions and bare statuses with problems, and explains each problem at its address.</summary>
    public static WebApplication UseProblemAnswers(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePages();
        return app;
    }

    /// <summary>Maps the pages that explain problems.</summary>
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/problems", () => ProblemCatalogue.All).ExcludeFromDescription();
        routes.MapGet("/problems/{code}", (string code) =>
            ProblemCatalogue.All.FirstOrDefault(problem => problem.Code == code) is { } problem ? Results.Ok(problem) : Results.NotFound()).ExcludeFromDescription();
    }
}
