using System.Diagnostics;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Telemetry;

/// <summary>
/// Answers with the caller's <c>X-Correlation-ID</c>, or with the trace's id where there is none or it cannot be used. Logs hold it only
/// where it can be nothing but a random id: any other is somebody's words.
/// </summary>
internal static partial class CorrelationId
{
    public const string Header = "X-Correlation-ID";

    /// <summary>What is answered.</summary>
    public static string GetOrCreate(HttpContext http) =>
        http.Request.Headers[Header] is [{ } given] && UsablePattern().IsMatch(given) ? given : Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;

    /// <summary>What logs hold of it, or null.</summary>
    public static string? GetForLogs(HttpContext http) => http.Request.Headers[Header] is [{ } given] && RandomIdPattern().IsMatch(given) ? given : null;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex UsablePattern();

    // A UUID or 32 hexadecimal digits. No name is, and no NHS number, UPN or date is so long.
    [GeneratedRegex(@"\A[0-9a-fA-F]{8}-?([0-9a-fA-F]{4}-?){3}[0-9a-fA-F]{12}\z")]
    private static partial Regex RandomIdPattern();
}
