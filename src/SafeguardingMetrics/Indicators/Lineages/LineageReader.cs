using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
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
        SELECT x.ReturnId, x.Agency, x.Dataset, x.FromDay, x.ToDay,
            x.Status, x.ReceivedAt, x.Received, x.Accepted, x.Rejected, x.Queried, x.Explained, x.Reason,
            NULL AS Receipt
        FROM ({ReturnQueries.WithStatus}
            WHERE {Behind}) x
        """);

    private static readonly Sql Breaches = new($"""
        SELECT r.ReturnId, b.RuleCode AS Code, b.Severity, b.Dimension, b.Message, SUM(b.Findings) AS Findings,
            SUM(COALESCE(b.Explained, 0)) AS Explained
        FROM AgencyReturn r
        JOIN RuleBreach b ON b.ReturnId = r.ReturnId
        WHERE {Behind}
        GROUP BY r.ReturnId, b.RuleCode, b.Severity, b.Dimension, b.Message
        ORDER BY r.ReturnId, b.RuleCode
        """);

    private static readonly Sql Instants = new($"SELECT s.SegmentId, s.BeganAt, s.EndedAt FROM Segment s WHERE {FigureStore.InForce}");

    /// <summary>
    /// What the figures of each interval rest on, over all the datasets that an indicator is made of.
    /// </summary>
    /// <param name="reading">The database.</param>
    /// <param name="selection">Which figures.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="member">The member of the first breakdown. Of an agency or a sector only its own returns are given.
    /// Null for all.</param>
    /// <param name="secondMember">The member of the second breakdown; null for all.</param>
    public static async Task<IReadOnlyList<FigureLineage>> Read(
        ReadSession reading,
        FigureSelection selection,
        Indicator indicator,
        string? member,
        string? secondMember)
    {
        var returns = new List<IReadOnlyList<IReadOnlyList<ReturnBehind>>>();
        foreach (var query in CountQuery.FromIndicators(selection, [indicator]))
            returns.Add(await ReadReturns(reading, query, member, secondMember));
        return [
            .. selection.Intervals.Select((interval, place) => new FigureLineage(
                interval.Label, interval.Days.From, interval.Days.To, [.. returns.SelectMany(ofDataset => ofDataset[place])])),
        ];
    }

    // The returns of one dataset, for each interval.
    private static async Task<IReadOnlyList<IReadOnlyList<ReturnBehind>>> ReadReturns(
        ReadSession reading, CountQuery query, string? member, string? secondMember)
    {
        var (parameters, selection) = (FigureStore.CreateParameters(query), query.Selection);
        var counted = DatasetCounts.SelectSegments(query, await FigureStore.ListSegmentsInForce(reading, query));
        var returns = (await reading.Query<StoredReturn>(Returns, parameters)).ToDictionary(row => row.ReturnId, StringComparer.Ordinal);
        var breaches = (await reading.Query<Breach>(Breaches, parameters)).ToLookup(row => row.ReturnId, StringComparer.Ordinal);
        var instants = (await reading.Query<Lifetime>(Instants, parameters)).ToDictionary(row => row.SegmentId, StringComparer.Ordinal);
        var versionOf = await DefinitionStore.ReadVersions(reading, query);

        return
        [
            .. counted.Select(segments => (IReadOnlyList<ReturnBehind>)
            [
                .. segments.Where(segment => Matches(selection.By, member, segment) && Matches(selection.SecondBy, secondMember, segment))
                    .GroupBy(segment => segment.ReturnId, StringComparer.Ordinal)
                    .OrderBy(held => held.First().Agency, StringComparer.Ordinal).ThenBy(held => held.Min(segment => segment.FromDay))
                    .Select(held => CreateReturn(
                        returns[held.Key], breaches[held.Key],
                        [
                            .. held.Select(segment => CreateSegment(
                                segment,
                                instants[segment.SegmentId],
                                versionOf(segment.SegmentId, query.Indicators[0]))),
                        ])),
            ]),
        ];
    }

    private static bool Matches(string? by, string? member, SegmentInForce days) => member is null || by switch
    {
        Dimension.Agency => days.Agency == member,
        Dimension.Sector => days.Sector == member,
        _ => true,
    };

    private static ReturnBehind CreateReturn(StoredReturn row, IEnumerable<Breach> breaches, IReadOnlyList<SegmentBehind> segments) => new(
        row.ReturnId, row.Agency, new Period(row.FromDay, row.ToDay), row.ReceivedAt, row.Status,
        new RecordCounts(row.Received, row.Accepted, row.Rejected, row.Queried, row.Explained ?? 0),
        [
            .. breaches.Select(breach => new RuleBreach
            {
                Code = breach.Code,
                Severity = breach.Severity,
                Dimension = breach.Dimension,
                Message = breach.Message,
                Findings = breach.Findings,
                Explained = breach.Explained,
            }),
        ],
        segments);

    private static SegmentBehind CreateSegment(SegmentInForce days, Lifetime lifetime, int version) =>
        new(days.FromDay, days.ToDay, lifetime.BeganAt, lifetime.EndedAt, version);

    private sealed record Breach
    {
        public required string ReturnId { get; init; }

        public required string Code { get; init; }

        public required string Severity { get; init; }

        public required string Dimension { get; init; }

        public required string Message { get; init; }

        public required int Findings { get; init; }

        public required int Explained { get; init; }
    }

    private sealed record Lifetime
    {
        public required string SegmentId { get; init; }

        public required DateTimeOffset BeganAt { get; init; }

        public required DateTimeOffset? EndedAt { get; init; }
    }
}
