using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>Scores agencies, datasets and fields, from what was counted of each return and from the schedule.</summary>
internal static class ScoreReader
{
    // The stored returns that figures could rest on. Those that were rejected are no data, and the schedule misses them.
    private static readonly Sql Counts = new($"""
        SELECT r.Agency, r.Dataset, c.Field, SUM(CAST(c.Expected AS BIGINT)) AS Expected, SUM(CAST(c.Valid AS BIGINT)) AS Valid, SUM(CAST(c.Defaults AS BIGINT)) AS Defaults
        FROM AgencyReturn r
        JOIN FieldCount c ON c.ReturnId = r.ReturnId
        WHERE r.ToDay >= @FromDay AND r.FromDay <= @ToDay AND (@Agency IS NULL OR r.Agency = @Agency)
            AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND {AsOf.Condition})
        GROUP BY r.Agency, r.Dataset, c.Field
        """);

    /// <summary>The rows, by agency, dataset or field, each in its order.</summary>
    public static async Task<IReadOnlyList<ScoreRow>> Read(ReadSession reading, Period days, string by, string? agency, DateTimeOffset? knownAt, DateTimeOffset dueBy)
    {
        var counts = await reading.Query<CountRow>(Counts, new { FromDay = days.From, ToDay = days.To, Agency = agency, KnownAt = knownAt });
        var due = await ScheduleReader.ListDue(reading, await ScheduleReader.ListSchedules(reading, null, agency, knownAt), null, agency, days, dueBy, knownAt);

        if (by == "agency")
        {
            return
            [
                .. counts.Select(row => row.Agency).Concat(due.Select(one => one.Due.Agency)).Distinct().Order(StringComparer.Ordinal).Select(sender =>
                    CreateRow(by, sender, [.. CreateComponents([.. counts.Where(row => row.Agency == sender)], [.. due.Where(one => one.Due.Agency == sender)])])),
            ];
        }

        var items = CreateComponents(counts, due).ToList();
        return by == "dataset"
            ? [.. items.GroupBy(item => item.Dataset.Name).OrderBy(dataset => dataset.Key, StringComparer.Ordinal).Select(dataset => CreateRow(by, dataset.Key, [.. dataset]))]
            : [.. items.Select(item => CreateRow(by, $"{item.Dataset.Name}.{item.Field.Name}", [item])).OrderBy(row => row.Member, StringComparer.Ordinal)];
    }

    private static IEnumerable<ScoreComponent> CreateComponents(IReadOnlyList<CountRow> counts, IReadOnlyList<(ExpectedSubmission Due, bool HasCome)> due)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            var owed = due.Where(one => one.Due.Dataset == dataset.Name).ToList();
            var covered = owed.Count(one => one.HasCome);
            var sums = counts.Where(row => row.Dataset == dataset.Name).ToLookup(row => row.Field, StringComparer.Ordinal);
            foreach (var field in dataset.FieldList)
            {
                var item = new ScoreComponent(dataset, field, sums[field.Name].Sum(row => row.Expected), sums[field.Name].Sum(row => row.Valid), sums[field.Name].Sum(row => row.Defaults), owed.Count, covered);
                if (item.Score is not null) yield return item;
            }
        }
    }

    private static ScoreRow CreateRow(string by, string member, IReadOnlyList<ScoreComponent> items)
    {
        // What nothing was owed of has values, but no score.
        var owed = items.Where(item => item.Coverage is not null).ToList();
        var datasets = items.DistinctBy(item => item.Dataset.Name).ToList();
        return new ScoreRow
        {
            By = by,
            Member = member,
            Items = owed.Count,
            Records = items.Sum(item => item.Records),
            Valid = items.Sum(item => item.Valid),
            Defaults = items.Sum(item => item.Defaults),
            PeriodsDue = datasets.Sum(item => item.Due),
            PeriodsCovered = datasets.Sum(item => item.Covered),
            ItemScore = owed.Count == 0 ? null : Rounding.ToOnePlace(100 * owed.Average(item => item.Score!.Value)),
            Coverage = owed.Count == 0 ? null : Rounding.ToOnePlace(100 * owed.Average(item => item.Coverage!.Value)),
            Score = MaturityIndex.Index(owed.Select(item => (item.Score!.Value, item.Coverage))) is { } index ? Rounding.ToOnePlace(index) : null,
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
