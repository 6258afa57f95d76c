using System.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>Makes every failure a problem of the catalogue, whoever noticed it.</summary>
public static class ProblemDetailsSetup
{
    /// <summary>Adds problem details to the services.</summary>
    public static IServiceCollection AddProblemResponses(this IServiceCollection services) =>
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>().AddProblemDetails(options =>
        options.CustomizeProblemDetails = context =>
        {
            var details = context.ProblemDetails;
            if (!details.Extensions.ContainsKey("code"))
            {
                var problem = context.Exception is WriteTimeExceededException
                    ? ProblemCatalogue.TakesTooLong
                    : ProblemCatalogue.FromStatus(details.Status ?? context.HttpContext.Response.StatusCode);
                (details.Type, details.Title) = (problem.Type, problem.Title);
                details.Detail ??= (context.Exception as DatabaseUnavailableException)?.Advice ?? problem.Remedy;
                details.Extensions["code"] = problem.Code;
            }

            if (details.Status == StatusCodes.Status503ServiceUnavailable)
                context.HttpContext.Response.Headers.RetryAfter = Resilience.Break.TotalSeconds.ToString(
                    System.Globalization.CultureInfo.InvariantCulture);
            details.Instance = null;
            details.Extensions["traceId"] = Activity.Current?.TraceId.ToString() ?? context.HttpContext.TraceIdentifier;
        });

    /// <summary>Answers exceptions and bare statuses with problems, and explains each problem at its address.</summary>
    public static WebApplication UseProblemResponses(this WebApplication app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = fault => fault switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                DatabaseUnavailableException => StatusCodes.Status503ServiceUnavailable,
                WriteTimeExceededException => StatusCodes.Status413PayloadTooLarge,
                _ when IsUnknownCharset(fault) => StatusCodes.Status415UnsupportedMediaType,
                _ => StatusCodes.Status500InternalServerError,
            },
            SuppressDiagnosticsCallback = context =>
                context.Exception is BadHttpRequestException or DatabaseUnavailableException or WriteTimeExceededException
                || IsUnknownCharset(context.Exception),
        });
        app.UseStatusCodePages();
        return app;
    }

    // What the framework's own reading of JSON throws for Content-Type: application/json; charset=utf-7.
    private static bool IsUnknownCharset(Exception fault) =>
        fault is InvalidOperationException
        {
            Source: "Microsoft.AspNetCore.Http.Extensions", InnerException: NotSupportedException
            or ArgumentException
        };

    /// <summary>Maps the pages that explain problems.</summary>
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/problems").WithTags("Problems");
        group.MapGet("", List).WithName("listProblems");
        group.MapGet("/{code}", Explain).WithName("explainProblem").Problems(ProblemCatalogue.NotFound);
    }

    /// <summary>List the problems</summary>
    /// <remarks>Every way in which a request can fail, with what to do. No key is needed.</remarks>
    /// <response code="200">The problems, by status and code.</response>
    public static Ok<IReadOnlyList<Problem>> List() => TypedResults.Ok(ProblemCatalogue.All);

    /// <summary>Explain a problem</summary>
    /// <remarks>
    /// The address that a problem's <c>type</c> names: what it means and what to do. No key is needed.
    /// </remarks>
    /// <param name="code">The problem's code.</param>
    /// <response code="200">The problem.</response>
    public static Results<Ok<Problem>, ProblemHttpResult> Explain(string code) =>
        ProblemCatalogue.All.FirstOrDefault(problem => problem.Code == code) is { } problem
        ? TypedResults.Ok(problem)
        : ProblemCatalogue.NotFound.ToResult("No problem has this code.");
}
