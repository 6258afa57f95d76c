using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.DataQuality;

/// <summary>Adds up records, findings and rule breaches of returns, by agency, dataset, rule or month.</summary>
internal static class DataQualityReader
{
    // Returns that figures use, and rejected submissions. A withdrawn or wholly superseded return covers no day and is
    // neither.
    private const string Counting = $"""
        r.ToDay >= @FromDay AND r.FromDay <= @ToDay AND (@Agency IS NULL OR r.Agency = @Agency)
            AND (
                (r.Status = 'rejected' AND (@KnownAt IS NULL OR r.ReceivedAt <= @KnownAt))
                OR EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND {AsOf.Condition}))
        """;

    private static readonly Sql Returns = new($"""
        SELECT r.ReturnId, r.Agency, r.Dataset, r.ToDay, r.Status, r.Received, r.Accepted, r.Rejected, r.Queried, r.Explained
        FROM AgencyReturn r
        WHERE {Counting}
        """);

    private static readonly Sql Breaches = new($"""
        SELECT r.ReturnId, b.RuleCode, b.Dimension, SUM(b.Findings - COALESCE(b.Explained, 0)) AS Findings,
            SUM(COALESCE(b.Explained, 0)) AS Explained
        FROM AgencyReturn r
        JOIN RuleBreach b ON b.ReturnId = r.ReturnId
        WHERE {Counting}
        GROUP BY r.ReturnId, b.RuleCode, b.Dimension
        """);

    private static readonly Sql Confirmed = new("""
        SELECT r.Agency, r.Dataset, r.ToDay
        FROM ReturnConfirmation c
        JOIN AgencyReturn r ON r.ReturnId = c.ReturnId
        WHERE c.IsBeforehand = 1 AND r.ToDay >= @FromDay AND r.FromDay <= @ToDay AND (@Agency IS NULL OR r.Agency = @Agency)
            AND (@KnownAt IS NULL OR c.ConfirmedAt <= @KnownAt)
        """);

    /// <summary>Reads one row for each agency, dataset, rule or month, in order.</summary>
    /// <param name="reading">The read session.</param>
    /// <param name="days">Only returns whose period shares a day with these days.</param>
    /// <param name="by">agency, dataset, rule or month.</param>
    /// <param name="agency">Only returns of this agency; null for all.</param>
    /// <param name="knownAt">The instant of knowledge; null for now.</param>
    public static async Task<IReadOnlyList<DataQualityRow>> Read(
        ReadSession reading, Period days, string by, string? agency, DateTimeOffset? knownAt)
    {
        var parameters = new { FromDay = days.From, ToDay = days.To, Agency = agency, KnownAt = knownAt };
        var returns = await reading.Query<ReturnRow>(Returns, parameters);
        var breaches = await reading.Query<BreachRow>(Breaches, parameters);
        if (by == "rule") return GroupByRule(breaches);

        string GetMember(string sender, string dataset, DateOnly to) =>
            by switch { "agency" => sender, "dataset" => dataset, _ => $"{to:yyyy-MM}" };
        var held = (await HeldReturnReader.List(reading, null, agency, days, knownAt))
            .ToLookup(row => GetMember(row.Agency, row.Dataset, row.To), StringComparer.Ordinal);
        var confirmed = (await reading.Query<ConfirmedRow>(Confirmed, parameters))
            .ToLookup(row => GetMember(row.Agency, row.Dataset, row.ToDay), StringComparer.Ordinal);
        var counting = returns.ToLookup(row => GetMember(row.Agency, row.Dataset, row.ToDay), StringComparer.Ordinal);
        var breachesOf = breaches.ToLookup(breach => breach.ReturnId, StringComparer.Ordinal);
        return
        [
            .. counting.Concat<IGrouping<string, object>>(held).Concat(confirmed).Select(group => group.Key).Distinct()
                .Order(StringComparer.Ordinal)
                .Select(member => CreateRow(
                    by, member, [.. counting[member]], [.. counting[member].SelectMany(row => breachesOf[row.ReturnId])]) with
                {
                    ReturnsHeld = held[member].Count(),
                    ReturnsConfirmed = confirmed[member].Count(),
                }),
        ];
    }

    private static IReadOnlyList<DataQualityRow> GroupByRule(IReadOnlyList<BreachRow> breaches)
    {
        var rules = DatasetCatalogue.All
            .SelectMany(dataset => dataset.AllRules)
            .DistinctBy(rule => rule.Code)
            .ToDictionary(rule => rule.Code, StringComparer.Ordinal);
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
        int CountOf(QualityDimension dimension) =>
            breaches.Where(breach => breach.Dimension == ApiEnumNames.ToText(dimension)).Sum(breach => breach.Findings);
        return new DataQualityRow
        {
            By = by,
            Member = member,
            Returns = returns?.Count(row => row.Status != "rejected"),
            ReturnsRejected = returns?.Count(row => row.Status == "rejected"),
            RecordsReceived = returns?.Sum(row => row.Received),
            RecordsAccepted = returns?.Where(row => row.Status != "rejected").Sum(row => row.Accepted),
            // A rejected return stores nothing: all its records were left out, valid ones too.
            RecordsRejected = returns?.Sum(row => row.Status == "rejected" ? row.Received : row.Rejected),
            RecordsQueried = returns?.Where(row => row.Status != "rejected").Sum(row => row.Queried),
            Findings = breaches.Sum(breach => breach.Findings),
            Completeness = CountOf(QualityDimension.Completeness),
            Validity = CountOf(QualityDimension.Validity),
            Uniqueness = CountOf(QualityDimension.Uniqueness),
            Consistency = CountOf(QualityDimension.Consistency),
            Timeliness = CountOf(QualityDimension.Timeliness),
            Accuracy = CountOf(QualityDimension.Accuracy),
            Severity = null,
            Dimension = null,
            Sentence = null,
            ReturnsHeld = null,
            ReturnsConfirmed = null,
            RecordsExplained = returns?.Where(row => row.Status != "rejected").Sum(row => row.Explained ?? 0),
            FindingsExplained = breaches.Sum(breach => breach.Explained),
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

        public required int? Explained { get; init; }
    }

    private sealed record ConfirmedRow
    {
        public required string Agency { get; init; }

        public required string Dataset { get; init; }

        public required DateOnly ToDay { get; init; }
    }

    private sealed record BreachRow
    {
        public required string ReturnId { get; init; }

        public required string RuleCode { get; init; }

        public required string Dimension { get; init; }

        public required int Findings { get; init; }

        public required int Explained { get; init; }
    }
}
