using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// The members, such as localities and teams, that the agency's newest days have: a return that spells one of them in another way means
/// that member. They are read from the cells, of which there are few, and not from the records.
/// </summary>
internal static class KnownMembers
{
    // The newest month comes first, and only the first row is read.
    private static readonly Sql NewestDay = new("""
        SELECT MonthOn, ToDay
        FROM Segment
        WHERE Dataset = @Dataset AND Agency = @Agency AND EndedAt IS NULL
        ORDER BY MonthOn DESC, ToDay DESC
        """);

    private static readonly Sql Members = new("""
        SELECT c.Dimension, c.Member, MIN(s.BeganAt) AS BeganAt
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId
        WHERE s.Dataset = @Dataset AND s.Agency = @Agency AND s.EndedAt IS NULL AND s.MonthOn >= @FromMonth AND s.ToDay >= @FromDay
            AND c.Dimension <> 'all'
        GROUP BY c.Dimension, c.Member
        """);

    /// <summary>Gives the fields of a return the spellings that are known of their members.</summary>
    public static async Task Add(UnitOfWork work, Dataset dataset, string agency, FieldReadContext fields)
    {
        var fieldByDimension = new Dictionary<string, Field>(StringComparer.Ordinal);
        foreach (var dimension in dataset.Dimensions)
            if (dataset.FindTextField(dimension) is { } field) fieldByDimension[dimension] = field;
        if (fieldByDimension.Count == 0) return;
        if (await work.First<DayRow>(NewestDay, new { Dataset = dataset.Name, Agency = agency }) is not { } newest) return;

        // A snapshot's last day has every member. What happens on few days of an activity may be missing from the newest of them, so the
        // month before is looked at as well.
        var from = dataset.Shape == DatasetShape.Snapshot ? newest.ToDay : newest.MonthOn.AddMonths(-1);
        var members = await work.Query<MemberRow>(
            Members, new { Dataset = dataset.Name, Agency = agency, FromMonth = Period.MonthOf(from), FromDay = from });
        // Where two spellings of one member were stored by an earlier version, the one that was there first counts.
        foreach (var row in members.OrderBy(row => row.BeganAt).ThenBy(row => row.Member, StringComparer.Ordinal))
            if (fieldByDimension.TryGetValue(row.Dimension, out var field)) fields.GetSpellings(field).AddKnown(row.Member);
    }

    private sealed record DayRow
    {
        public required DateOnly MonthOn { get; init; }

        public required DateOnly ToDay { get; init; }
    }

    private sealed record MemberRow
    {
        public required string Dimension { get; init; }

        public required string Member { get; init; }

        public required DateTimeOffset BeganAt { get; init; }
    }
}
