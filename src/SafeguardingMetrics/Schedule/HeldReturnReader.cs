using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>Reads the returns that are, or were as of an instant, held.</summary>
internal static class HeldReturnReader
{
    private static readonly Sql Held = new($"""
        SELECT s.ReturnId, r.Dataset, r.Agency, r.FromDay AS [From], r.ToDay AS [To], s.BeganAt AS HeldAt, s.ExpiresAt, s.Reason
        FROM HeldReturn s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        WHERE {AsOf.Condition} AND (@Dataset IS NULL OR r.Dataset = @Dataset) AND (@Agency IS NULL OR r.Agency = @Agency)
            AND r.FromDay <= @ToDay AND r.ToDay >= @FromDay
        ORDER BY s.BeganAt DESC, s.ReturnId DESC
        """);

    /// <summary>The held returns whose period shares a day with these days, the newest first.</summary>
    /// <param name="reading">The read session.</param>
    /// <param name="dataset">Only this dataset; null for all.</param>
    /// <param name="agency">Only this agency; null for all.</param>
    /// <param name="days">The days.</param>
    /// <param name="knownAt">The instant; null for now.</param>
    public static Task<IReadOnlyList<HeldReturn>> List(
        ReadSession reading, string? dataset, string? agency, Period days, DateTimeOffset? knownAt) =>
        reading.Query<HeldReturn>(Held, new
        {
            Dataset = dataset,
            Agency = agency,
            FromDay = days.From,
            ToDay = days.To,
            KnownAt = knownAt,
        });
}
