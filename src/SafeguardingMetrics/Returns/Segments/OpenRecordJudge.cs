using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// Judges the open records in force of an agency and dataset on the day of a new return of changes: a visit that was not due
/// when it was sent is due and not made now. Read are only records whose limit had not passed when they were judged last.
/// </summary>
internal sealed class OpenRecordJudge(UnitOfWork work, Dataset dataset, string agency)
{
    private static readonly Sql EarliestReceipt = new("""
        SELECT MIN(ReceivedOn) AS ReceivedOn
        FROM AgencyReturn
        WHERE Agency = @Agency AND Dataset = @Dataset AND Ordinal > @After AND Ordinal < @Before
        """);

    private static readonly Sql InForce = new("""
        SELECT s.ReturnId, r.Agency, s.FromDay, s.ToDay, r.ReceivedOn, r.Ordinal, r.FromDay AS ReturnFrom, r.ToDay AS ReturnTo
        FROM Segment s
        JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
        WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.EndedAt IS NULL AND (s.CoversDays = 1 OR r.IsChanges = 1)
            AND s.MonthOn >= @FromMonth AND s.MonthOn <= @Today AND s.ReturnId <> @ReturnId
        ORDER BY s.FromDay
        """);

    /// <summary>The records that count for something else from a return of changes on; the return judges from then on.</summary>
    /// <param name="claim">The return, the newest.</param>
    /// <param name="restated">The records that it takes out of force.</param>
    /// <param name="at">The instant.</param>
    public async Task<IReadOnlyList<RejudgedRecord>> Judge(CoverageClaim claim, IReadOnlyList<RestatedKey> restated, DateTimeOffset at)
    {
        if (dataset.OpenUntilField is null) return [];
        var judged = await JudgingDays.Read(work, agency, dataset.Name);
        await JudgingDays.Begin(work, agency, dataset.Name, claim.Ordinal, claim.ReturnId, claim.ReceivedOn, at);
        if (await FindEarliest(claim, judged) is not { } earliest) return [];

        var gone = restated.Select(key => (key.ReturnId, key.RecordNumber)).ToHashSet();
        var now = new[] { new Judging(claim.Ordinal, claim.ReceivedOn) };
        var found = new List<RejudgedRecord>();
        foreach (var held in await work.Query<HeldRow>(InForce, new
        {
            Agency = agency,
            Dataset = dataset.Name,
            FromMonth = Period.MonthOf(earliest.AddDays(-dataset.JudgedWithinDays)),
            Today = claim.ReceivedOn,
            claim.ReturnId,
        }))
        {
            var before = held.Facts with { ReceivedOn = judged.Find(agency, held.Ordinal, held.ReceivedOn) };
            if (before.ReceivedOn >= claim.ReceivedOn) continue;
            var days = new Period(held.FromDay, held.ToDay);
            var open = await OpenRecords.Find(
                work, dataset, held.ReturnId, before, days, now, number => gone.Contains((held.ReturnId, number)));
            found.AddRange(open.Select(one => one.Record));
        }

        return found;
    }

    // The earliest day on which a record in force was judged last; null where nothing was sent before.
    private async Task<DateOnly?> FindEarliest(CoverageClaim claim, JudgingDays judged)
    {
        var newest = judged.FindNewest(agency);
        var since = (await work.First<ReceiptRow>(EarliestReceipt, new
        {
            Agency = agency,
            Dataset = dataset.Name,
            After = newest?.Ordinal ?? 0,
            Before = claim.Ordinal,
        }))?.ReceivedOn;
        return since is null || newest?.On < since ? newest?.On : since;
    }

    private sealed record ReceiptRow
    {
        public required DateOnly? ReceivedOn { get; init; }
    }

    private sealed record HeldRow
    {
        public required string ReturnId { get; init; }

        public required string Agency { get; init; }

        public required DateOnly FromDay { get; init; }

        public required DateOnly ToDay { get; init; }

        public required DateOnly ReceivedOn { get; init; }

        public required int Ordinal { get; init; }

        public required DateOnly ReturnFrom { get; init; }

        public required DateOnly ReturnTo { get; init; }

        public ReturnContext Facts => new(Agency, ReturnFrom, ReturnTo, ReceivedOn);
    }
}
