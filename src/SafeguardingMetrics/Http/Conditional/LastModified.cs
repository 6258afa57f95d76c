using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// The header <c>Last-Modified</c>, for tools that do not use entity tags. It has whole seconds, so two versions can
/// share one. It is therefore sent only when a minute has passed since the last change (RFC 9110, section 8.8.2.2), and
/// <c>If-Modified-Since</c> matches only the exact instant that would be sent now.
/// </summary>
internal static class LastModified
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <summary>The instant, in whole seconds; null within a minute after a change.</summary>
    /// <param name="version">The version of the data that the response is computed from.</param>
    /// <param name="started">When this process started. A process before it may have answered differently.</param>
    /// <param name="now">The current time.</param>
    public static DateTimeOffset? Create(ResponseVersion version, DateTimeOffset started, DateTimeOffset now)
    {
        var latest = version.At > started ? version.At : started;
        return now - latest < Quiet ? null : new DateTimeOffset(latest.UtcTicks - latest.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }

    /// <summary>True where <c>If-Modified-Since</c> is exactly the instant.</summary>
    public static bool MatchesIfModifiedSince(HttpRequest request, DateTimeOffset? modified) =>
        modified is not null && request.Headers.IfModifiedSince is [{ } text]
            && HeaderUtilities.TryParseDate(text, out var sent) && sent == modified;
}
