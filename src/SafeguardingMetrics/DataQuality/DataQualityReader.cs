using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>Adds up how returns fared.</summary>
internal static class DataQualityReader
{
    // What a figure could rest on, and the attempts that had failed: a return that was withdrawn or wholly superseded holds no day and is neither.
    private const string Counting = $"""
        r.ToDay >= @FromDay AND r.FromDay <= @ToDay AND (@Agency IS NULL OR r.Agency = @Agency)
            AND ((r.Status = 'rejected' AND (@KnownAt IS NULL OR r.ReceivedAt <= @KnownAt)) OR EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND {AsOf.Condition}))
        """;

    private static readonly Sql Returns = new($"SELECT r.ReturnId, r.Agency, r.Dataset, r.ToDay, r.Status, r.Received, r.Accepted, r.Rejected, r.Queried FROM AgencyReturn r WHERE {Counting}");

    private static readonly Sql Breaches = new($"""
        SELECT r.ReturnId, b.RuleCode, b.Dimension, SUM(b.Findings) AS Findings
        FROM AgencyReturn r
        JOIN RuleBreach b ON b.ReturnId = r.ReturnId
        WHERE {Counting}
        GROUP BY r.ReturnId, b.RuleCode, b.Dimension
        """);

    /// <summary>The rows, by agency, dataset, rule or month, each in its order.</summary>
    public static async Task<IReadOnlyList<DataQualityRow>> Read(ReadSession reading, Period days, string by, string? agency, DateTimeOffset? knownAt)
    {
        var parameters = new { FromDay = days.From, ToDay = days.To, Agency = agency, KnownAt = knownAt };
        var returns = await reading.Query<ReturnRow>(Returns, parameters);
        var breaches = await reading.Query<BreachRow>(Breaches, parameters);
        if (by == "rule") return GroupByRule(breaches);

        var breachesOf = breaches.ToLookup(breach => breach.ReturnId, StringComparer.Ordinal);
        return
        [
            .. returns.GroupBy(row => by switch { "agency" => row.Agency, "dataset" => row.Dataset, _ => $"{row.ToDay:yyyy-MM}" })
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => CreateRow(by, group.Key, [.. group], [.. group.SelectMany(row => breachesOf[row.ReturnId])])),
        ];
    }

    private static IReadOnlyList<DataQualityRow> GroupByRule(IReadOnlyList<BreachRow> breaches)
    {
        var rules = DatasetCatalogue.All.SelectMany(dataset => dataset.AllRules).DistinctBy(rule => rule.Code).ToDictionary(rule => rule.Code, StringComparer.Ordinal);
        return
        [
            .. breaches.GroupBy(breach => breach.RuleCode).OrderBy(rule => rule.Key, StringComparer.Ordinal).Select(rule =>
            {
                var known = rules.GetValueOrDefault(rule.Key);
                return CreateRow("rule", rule.Key, null, [.. rule]) with
                {
                    Severity = known is null ? null : ApiEnumNames.ToText(known.Severity),
                    Dimension = rule.First().Dimension,
                    Sentence = known?.Summary,
                };
            }),
        ];
    }

    private static DataQualityRow CreateRow(string by, string member, IReadOnlyList<ReturnRow>? returns, IReadOnlyList<BreachRow> breaches)
    {
        int Of(QualityDimension dimension) => breaches.Where(breach => breach.Dimension == ApiEnumNames.ToText(dimension)).Sum(breach => breach.Findings);
        return new DataQualityRow
        {
            By = by,
            Member = member,
            Returns = returns?.Count(row => row.Status != "rejected"),
            ReturnsRejected = returns?.Count(row => row.Status == "rejected"),
            RecordsReceived = returns?.Sum(row => row.Received),
            RecordsAccepted = returns?.Where(row => row.Status != "rejected").Sum(row => row.Accepted),
            // Of a return that was rejected every record was left out, the good ones with the bad.
            RecordsRejected = returns?.Sum(row => row.Status == "rejected" ? row.Received : row.Rejected),
            RecordsQueried = returns?.Where(row => row.Status != "rejected").Sum(row => row.Queried),
            Findings = breaches.Sum(breach => breach.Findings),
            Completeness = Of(QualityDimension.Completeness),
            Validity = Of(QualityDimension.Validity),
            Uniqueness = Of(QualityDimension.Uniqueness),
            Consistency = Of(QualityDimension.Consistency),
            Timeliness = Of(QualityDimension.Timeliness),
            Accuracy = Of(QualityDimension.Accuracy),
            Severity = null,
            Dimension = null,
            Sentence = null,
        };
    }

    private sealed record ReturnRow
    {
        public required string ReturnId { get; init; }

        public required string Agency { get; init; }

        public required string Dataset { get; init; }

        public required DateOnly ToDay { get; init; }

        public required string Status { get; init; }

        public required int Received { get; init; }

        public required int Accepted { get; init; }

        public required int Rejected { get; init; }

        public required int Queried { get; init; }
    }

    private sealed record BreachRow
    {
        public required string ReturnId { get; init; }

        public required string RuleCode { get; init; }

        public required string Dimension { get; init; }

        public required int Findings { get; init; }
    }
}
