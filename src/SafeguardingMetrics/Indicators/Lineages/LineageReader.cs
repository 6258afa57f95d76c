using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Lineages;

/// <summary>Reads what figures came from: the same segments that they are summed over, with their returns.</summary>
internal static class LineageReader
{
    private const string Behind = $"EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND {FigureStore.InForce})";

    private static readonly Sql Returns = new($"""
        SELECT x.ReturnId, x.Agency, x.Dataset, x.FromDay, x.ToDay, x.Status, x.ReceivedAt, x.Received, x.Accepted, x.Rejected, x.Queried, x.Reason, NULL AS Receipt
        FROM ({ReturnQueries.WithStatus}
            WHERE {Behind}) x
        """);

    private static readonly Sql Breaches = new($"""
        SELECT r.ReturnId, b.RuleCode AS Code, b.Severity, b.Dimension, b.Message, SUM(b.Findings) AS Findings
        FROM AgencyReturn r
        JOIN RuleBreach b ON b.ReturnId = r.ReturnId
        WHERE {Behind}
        GROUP BY r.ReturnId, b.RuleCode, b.Severity, b.Dimension, b.Message
        ORDER BY r.ReturnId, b.RuleCode
        """);

    private static readonly Sql Instants = new($"SELECT s.SegmentId, s.BeganAt, s.EndedAt FROM Segment s WHERE {FigureStore.InForce}");

    /// <summary>What the figures of each interval rest on; of an agency or a sector, where that is a member asked for, its own returns only.</summary>
    public static async Task<IReadOnlyList<FigureLineage>> Read(ReadSession reading, FigureQuery query, string? member, string? secondMember)
    {
        var parameters = FigureStore.CreateParameters(query);
        var indicator = query.Indicators[0];
        var intervals = query.Interval.Split(query.Days).ToList();
        var counted = FigureCalculator.SelectSegments(query, intervals, await FigureStore.ListSegmentsInForce(reading, query));
        var returns = (await reading.Query<StoredReturn>(Returns, parameters)).ToDictionary(row => row.ReturnId, StringComparer.Ordinal);
        var breaches = (await reading.Query<Breach>(Breaches, parameters)).ToLookup(row => row.ReturnId, StringComparer.Ordinal);
        var instants = (await reading.Query<Lifetime>(Instants, parameters)).ToDictionary(row => row.SegmentId, StringComparer.Ordinal);
        var versionOf = await DefinitionStore.ReadVersions(reading, query);

        return
        [
            .. intervals.Select((interval, place) => new FigureLineage(interval.Label, interval.Days.From, interval.Days.To,
            [
                .. counted[place].Where(days => Matches(query.By, member, days) && Matches(query.SecondBy, secondMember, days))
                    .GroupBy(days => days.ReturnId, StringComparer.Ordinal)
                    .OrderBy(held => held.First().Agency, StringComparer.Ordinal).ThenBy(held => held.Min(days => days.FromDay))
                    .Select(held => CreateReturn(returns[held.Key], breaches[held.Key], [.. held.Select(days => CreateSegment(days, instants[days.SegmentId], versionOf(days.SegmentId, indicator)))])),
            ])),
        ];
    }

    private static bool Matches(string? by, string? member, SegmentInForce days) => member is null || by switch
    {
        Dimension.Agency => days.Agency == member,
        Dimension.Sector => days.Sector == member,
        _ => true,
    };

    private static ReturnBehind CreateReturn(StoredReturn row, IEnumerable<Breach> breaches, IReadOnlyList<SegmentBehind> segments) => new(
        row.ReturnId, row.Agency, new Period(row.FromDay, row.ToDay), row.ReceivedAt, row.Status, new RecordCounts(row.Received, row.Accepted, row.Rejected, row.Queried),
        [.. breaches.Select(breach => new RuleBreach { Code = breach.Code, Severity = breach.Severity, Dimension = breach.Dimension, Message = breach.Message, Findings = breach.Findings })], segments);

    private static SegmentBehind CreateSegment(SegmentInForce days, Lifetime lifetime, int version) => new(days.FromDay, days.ToDay, lifetime.BeganAt, lifetime.EndedAt, version);

    private sealed record Breach
    {
        public required string ReturnId { get; init; }

        public required string Code { get; init; }

        public required string Severity { get; init; }

        public required string Dimension { get; init; }

        public required string Message { get; init; }

        public required int Findings { get; init; }
    }

    private sealed record Lifetime
    {
        public required string SegmentId { get; init; }

        public required DateTimeOffset BeganAt { get; init; }

        public required DateTimeOffset? EndedAt { get; init; }
    }
}
