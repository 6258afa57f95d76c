using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// The members that a release has rows of, whether or not anything was counted of them: a row that comes and goes would tell of a
/// single record.
/// </summary>
internal static class ReleaseMembers
{
    private static readonly Sql Recent = new($"""
        SELECT DISTINCT c.Member
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId AND c.Indicator = @Indicator AND c.Dimension = @Dimension
        WHERE s.Dataset = @Dataset AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay AND {AsOf.Condition}
        """);

    /// <summary>The codes of a breakdown, or the teams and places of the twelve months up to the interval's end.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="input">The count whose members are asked for.</param>
    /// <param name="dimension">The dimension in its dataset.</param>
    /// <param name="days">The interval.</param>
    /// <param name="knownAt">The instant of the release.</param>
    public static async Task<IReadOnlyList<string>> List(
        ReadSession reading, CountInput input, string dimension, Period days, DateTimeOffset knownAt) =>
        !Dimension.IsOfRecords(dimension) ? []
            : input.Dataset.ListCodes(dimension) ?? await reading.QueryOnce<string>(Recent, new
            {
                Dataset = input.Dataset.Name,
                Indicator = input.Indicator.Code,
                Dimension = dimension,
                FromMonth = Period.MonthOf(days.To).AddMonths(-11),
                ToDay = days.To,
                KnownAt = knownAt,
            });
}
