using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>
/// Scores agencies, datasets and fields, from the field counts of returns and from the return schedule.
/// </summary>
internal static class ScoreReader
{
    // Stored returns that figures use. Rejected submissions are no data; the schedule counts them as missing.
    private static readonly Sql Counts = new($"""
        SELECT r.Agency, r.Dataset, c.Field,
            SUM(CAST(c.Expected AS BIGINT)) AS Expected, SUM(CAST(c.Valid AS BIGINT)) AS Valid, SUM(CAST(c.Defaults AS BIGINT)) AS Defaults
        FROM AgencyReturn r
        JOIN FieldCount c ON c.ReturnId = r.ReturnId
        WHERE r.ToDay >= @FromDay AND r.FromDay <= @ToDay AND (@Agency IS NULL OR r.Agency = @Agency)
            AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND {AsOf.Condition})
        GROUP BY r.Agency, r.Dataset, c.Field
        """);

    /// <summary>Reads one row for each agency, dataset or field, in order.</summary>
    /// <param name="reading">The read session.</param>
    /// <param name="days">The days: returns and due periods that share a day with them count.</param>
    /// <param name="by">agency, dataset or field.</param>
    /// <param name="agency">Only this agency; null for all.</param>
    /// <param name="knownAt">The instant of knowledge; null for now.</param>
    /// <param name="dueBy">The instant by which a submission must have been due.</param>
    public static async Task<IReadOnlyList<ScoreRow>> Read(
        ReadSession reading, Period days, string by, string? agency, DateTimeOffset? knownAt, DateTimeOffset dueBy)
    {
        var parameters = new { FromDay = days.From, ToDay = days.To, Agency = agency, KnownAt = knownAt };
        var counts = await reading.Query<CountRow>(Counts, parameters);
        var schedules = await ScheduleReader.ListSchedules(reading, null, agency, knownAt);
        var due = await ScheduleReader.ListDue(reading, schedules, null, agency, days, dueBy, knownAt);

        if (by == "agency")
        {
            var agencies = counts.Select(row => row.Agency).Concat(due.Select(item => item.Due.Agency)).Distinct();
            return
            [
                .. agencies.Order(StringComparer.Ordinal).Select(sender => CreateRow(by, sender, [.. ListComponents(sender)])),
            ];
        }

        IEnumerable<ScoreComponent> ListComponents(string sender) =>
            CreateComponents([.. counts.Where(row => row.Agency == sender)], [.. due.Where(item => item.Due.Agency == sender)]);

        var items = CreateComponents(counts, due).ToList();
        return by == "dataset"
            ?
            [
                .. items.GroupBy(item => item.Dataset.Name)
                    .OrderBy(dataset => dataset.Key, StringComparer.Ordinal)
                    .Select(dataset => CreateRow(by, dataset.Key, [.. dataset])),
            ]
            :
            [
                .. items.Select(item => CreateRow(by, $"{item.Dataset.Name}.{item.Field.Name}", [item]))
                    .OrderBy(row => row.Member, StringComparer.Ordinal),
            ];
    }

    private static IEnumerable<ScoreComponent> CreateComponents(
        IReadOnlyList<CountRow> counts, IReadOnlyList<(ExpectedSubmission Due, bool HasCome)> due)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            var expected = due.Where(item => item.Due.Dataset == dataset.Name).ToList();
            var covered = expected.Count(item => item.HasCome);
            var sums = counts.Where(row => row.Dataset == dataset.Name).ToLookup(row => row.Field, StringComparer.Ordinal);
            foreach (var field in dataset.FieldList)
            {
                var rows = sums[field.Name].ToList();
                var (records, valid, defaults) = (rows.Sum(row => row.Expected), rows.Sum(row => row.Valid), rows.Sum(row => row.Defaults));
                var item = new ScoreComponent(dataset, field, records, valid, defaults, expected.Count, covered);
                if (item.Score is not null) yield return item;
            }
        }
    }

    private static ScoreRow CreateRow(string by, string member, IReadOnlyList<ScoreComponent> items)
    {
        // Items of datasets of which nothing was due have values, but no score.
        var scored = items.Where(item => item.Coverage is not null).ToList();
        var datasets = items.DistinctBy(item => item.Dataset.Name).ToList();
        return new ScoreRow
        {
            By = by,
            Member = member,
            Items = scored.Count,
            Records = items.Sum(item => item.Records),
            Valid = items.Sum(item => item.Valid),
            Defaults = items.Sum(item => item.Defaults),
            PeriodsDue = datasets.Sum(item => item.Due),
            PeriodsCovered = datasets.Sum(item => item.Covered),
            ItemScore = scored.Count == 0 ? null : Rounding.ToOnePlace(100 * scored.Average(item => item.Score!.Value)),
            Coverage = scored.Count == 0 ? null : Rounding.ToOnePlace(100 * scored.Average(item => item.Coverage!.Value)),
            Score = MaturityIndex.Index(scored.Select(item => (item.Score!.Value, item.Coverage))) is { } index
                ? Rounding.ToOnePlace(index)
                : null,
        };
    }

    private sealed record CountRow
    {
        public required string Agency { get; init; }

        public required string Dataset { get; init; }

        public required string Field { get; init; }

        public required long Expected { get; init; }

        public required long Valid { get; init; }

        public required long Defaults { get; init; }
    }
}
