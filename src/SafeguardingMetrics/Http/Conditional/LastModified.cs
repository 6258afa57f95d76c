using Microsoft.Net.Http.Headers;

namespace SafeguardingMetrics.Http.Conditional;

/// <summary>
/// When an answer last became another, for tools that know no entity tags. In whole seconds, so that two states can have the same: it is said only when a minute has
/// passed without a change (RFC 9110, 8.8.2.2), and taken back only where it is exactly what would be said now.
/// </summary>
internal static class LastModified
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <summary>The instant; null while it may be another state's as well.</summary>
    /// <param name="moment">The moment that is answered of.</param>
    /// <param name="started">Since when this process runs: one before it may have answered otherwise.</param>
    /// <param name="now">The present instant.</param>
    public static DateTimeOffset? Create(ResponseVersion moment, DateTimeOffset started, DateTimeOffset now)
    {
        var latest = moment.At > started ? moment.At : started;
        return now - latest < Quiet ? null : new DateTimeOffset(latest.UtcTicks - latest.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
    }

    /// <summary>True where the request has the answer of that instant.</summary>
    public static bool MatchesIfModifiedSince(HttpRequest request, DateTimeOffset? modified) =>
        modified is not null && request.Headers.IfModifiedSince is [{ } text] && HeaderUtilities.TryParseDate(text, out var named) && named == modified;
}
