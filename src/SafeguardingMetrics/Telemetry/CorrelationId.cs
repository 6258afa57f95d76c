using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// The header <c>X-Correlation-ID</c>: the caller's own, or the trace id where the caller sent none or one that cannot
/// be used. Logs hold it only where it has the form of a random id, because any other text can be personal data.
/// </summary>
internal static partial class CorrelationId
{
    /// <summary>The header's name.</summary>
    public const string Header = "X-Correlation-ID";

    /// <summary>The id that the response bears.</summary>
    public static string GetOrCreate(HttpContext http) =>
        http.Request.Headers[Header] is [{ } given] && UsablePattern().IsMatch(given)
            ? given
            : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>The id that logs hold; null where the caller sent none of the form of a random id.</summary>
    public static string? GetForLogs(HttpContext http) =>
        http.Request.Headers[Header] is [{ } given] && RandomIdPattern().IsMatch(given) ? given : null;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex UsablePattern();

    // A UUID or 32 hexadecimal digits. No name has this form, and no NHS number, UPN or date is so long.
    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\z")]
    private static partial Regex RandomIdPattern();
}
