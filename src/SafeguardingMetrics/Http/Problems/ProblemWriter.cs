using Microsoft.Extensions.Options;
using SafeguardingMetrics.Telemetry;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>
/// Writes a problem as <c>application/problem+json</c> whatever the caller accepts: a BI tool that asks for CSV alone
/// must still be told what is wrong. The framework's own writer leaves such a caller with a line of plain text.
/// </summary>
internal sealed class ProblemWriter(IOptions<ProblemDetailsOptions> options) : IProblemDetailsWriter
{
    /// <summary>The most characters of a detail; one that lists very many faults is cut.</summary>
    public const int LongestDetail = 2000;

    /// <inheritdoc/>
    public bool CanWrite(ProblemDetailsContext context) => true;

    /// <inheritdoc/>
    public ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var http = context.HttpContext;
        context.ProblemDetails.Status ??= http.Response.StatusCode;
        options.Value.CustomizeProblemDetails?.Invoke(context);
        if (context.ProblemDetails.Detail is { } detail)
            context.ProblemDetails.Detail = ControlCharacters.Escape(
                detail.Length > LongestDetail ? $"{detail[..(LongestDetail - 1)]}…" : detail);
        return new ValueTask(http.Response.WriteAsJsonAsync(
            context.ProblemDetails, context.ProblemDetails.GetType(), options: null, "application/problem+json", http.RequestAborted));
    }
}
