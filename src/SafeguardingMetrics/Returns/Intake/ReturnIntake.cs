using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Takes returns: from the body to the receipt, in one unit of work. A return is kept with its records, findings, cells, segments
/// and receipt, or not at all; an attempt that fails is recorded by itself.
/// </summary>
public sealed class ReturnIntake(Database database, IdentifierHasher hash, TimeProvider time)
{
    /// <summary>Takes a return, or checks it.</summary>
    public async Task<Outcome> Process(IncomingReturn incoming, CancellationToken cancel)
    {
        var receivedAt = Now();
        var receivedOn = London.DayOf(receivedAt);
        // One id for every try: a try that was kept although its answer was lost is known by it.
        var returnId = incoming.ReturnId ?? Guid.CreateVersion7(receivedAt).ToString();
        if (incoming.Days.From > receivedOn)
            return await RecordAttempt(incoming, returnId, receivedAt, $"The period lies wholly after the day of receipt, {receivedOn:yyyy-MM-dd}.", id => new Outcome.PeriodInFuture(id, receivedOn), cancel);

        try
        {
            return await database.Write(GetScope(incoming), work => ProcessInTransaction(work, incoming, returnId), cancel);
        }
        catch (BodyUnreadableException fault)
        {
            var reason = $"{fault.Message} (line {fault.Line}, position {fault.Position})";
            return await RecordAttempt(incoming, returnId, receivedAt, reason, id => new Outcome.Unreadable(id, UnreadableBody.ProblemOf(fault.Error), fault.Message, fault.Line, fault.Position), cancel);
        }
    }

    private async Task<Outcome> ProcessInTransaction(UnitOfWork work, IncomingReturn incoming, string returnId)
    {
        var (agency, dataset, days) = (incoming.Agency.Code, incoming.Dataset, incoming.Days);
        // Asked for once its turn has come: of two returns the newer one never bears the earlier instant.
        var receivedAt = Now();
        var receivedOn = London.DayOf(receivedAt);
        var facts = new ReturnContext(agency, days.From, days.To, receivedOn);

        if (incoming.Idempotency is { } trace && await trace.Find(work) is { } before) return before;
        if (await ReturnStore.FindReceipt(work, returnId) is { } kept) return ToOutcome(kept);
        if (!incoming.IsOnlyCheck && await FindRepeated(work, incoming) is { } first) return await SaveAndCommit(work, incoming, new Outcome.Repeated(first));
        await ReturnStore.Begin(work, incoming, returnId, receivedAt, receivedOn);

        // One pass: read, check, add up, load.
        var sums = new CellAggregator(dataset, days.SplitByMonth());
        var findings = new FindingCollector();
        var tools = new FieldReadContext(new StringPool(), hash);
        var counts = new FieldCounts(dataset);
        var records = incoming.Dataset.Accept(new LoadVisitor(incoming, returnId, facts, tools, findings, sums, counts, work));
        FindingStore.WriteAll(work, returnId, findings);

        Receipt receipt;
        if (records is { Received: > 0, Accepted: 0 } || (incoming.IsStrict && records.Rejected > 0))
        {
            await work.Execute(RecordSql.Get(dataset).Remove, new { ReturnId = returnId });
            receipt = ReceiptOf(ReturnStatus.Rejected, [], []);
        }
        else
        {
            FindingStore.WriteFieldCounts(work, returnId, counts);
            await StoredRecordAggregator.AggregateViews(work, dataset, returnId, facts, days, sums);
            var earlier = await ReadMonthlyFigures(work, facts, dataset);
            var superseded = await new SegmentStore(work, dataset, agency).Reallocate(days, receivedAt, (returnId, sums));
            var after = await ReadMonthlyFigures(work, facts, dataset);
            receipt = ReceiptOf(findings.First.Count == 0 ? ReturnStatus.Accepted : ReturnStatus.AcceptedWithFindings, superseded, GetMovedIndicators(earlier, after));
        }

        if (incoming.IsOnlyCheck) return new Outcome.Validated(receipt with { ReturnId = null });
        await ReturnStore.Complete(work, returnId, receipt);
        return await SaveAndCommit(work, incoming, ToOutcome(receipt));

        Receipt ReceiptOf(string status, IEnumerable<string> supersedes, IReadOnlyList<MovedIndicator> moved) => new()
        {
            ReturnId = returnId,
            Agency = agency,
            Dataset = dataset.Name,
            Period = days,
            Status = status,
            ReceivedAt = receivedAt,
            Supersedes = [.. supersedes.Order(StringComparer.Ordinal)],
            Records = records,
            Rules = findings.Breaches,
            Findings = findings.First,
            Indicators = moved,
        };
    }

    /// <summary>Withdraws a return: its days go back to the returns beneath. False where it was withdrawn before, or never stored.</summary>
    /// <param name="returnId">The return's id.</param>
    /// <param name="agency">The code of the agency that sent it.</param>
    /// <param name="dataset">The return's dataset.</param>
    /// <param name="audit">The audit entry of the request; null for none.</param>
    /// <param name="cancel">Ends the wait for the lock.</param>
    public Task<bool> Withdraw(string returnId, string agency, Dataset dataset, AuditEntry? audit, CancellationToken cancel)
    {
        var at = Now();
        var tries = 0;
        return database.Write(WriteScope.ForReturns(agency, dataset.Name, audit), work => Withdraw(work, returnId, agency, dataset, at, tries++ > 0), cancel);
    }

    private static async Task<bool> Withdraw(UnitOfWork work, string returnId, string agency, Dataset dataset, DateTimeOffset at, bool isAgain)
    {
        if (!await Withdrawal.MarkWithdrawn(work, returnId, at, isAgain)) return false;
        var held = await SegmentStore.ListInForce(work, returnId);
        if (held.Count > 0)
            await new SegmentStore(work, dataset, agency).Reallocate(new Period(held.Min(segment => segment.FromDay), held.Max(segment => segment.ToDay)), at, null);
        await work.Commit();
        return true;
    }

    private DateTimeOffset Now() => Instant.Now(time);

    private static async Task<Receipt?> FindRepeated(UnitOfWork work, IncomingReturn incoming)
    {
        if (await ReturnStore.FindIdentical(work, incoming) is not { } same) return null;
        // Taken leniently before and asked for strictly now, it is not the same request.
        if (incoming.IsStrict && same.Receipt.Records.Rejected > 0) return null;
        var held = await SegmentStore.ListInForce(work, same.ReturnId);
        // Current only while it still holds every one of its days: sent again after that, it takes them back.
        return held.Sum(segment => segment.Days.Days) == incoming.Days.Days ? same.Receipt : null;
    }

    // The outcome is stored under the idempotency key and in the audit line in the transaction of the return.
    private static async Task<Outcome> SaveAndCommit(UnitOfWork work, IncomingReturn incoming, Outcome outcome)
    {
        incoming.Audit?.SetOutcome(outcome);
        if (incoming.Idempotency is { } trace) await trace.Save(work, outcome);
        await work.Commit();
        return outcome;
    }

    private async Task<Outcome> RecordAttempt(IncomingReturn incoming, string returnId, DateTimeOffset receivedAt, string reason, Func<string?, Outcome> outcomeOf, CancellationToken cancel) =>
        incoming.IsOnlyCheck ? outcomeOf(null) : await database.Write(GetScope(incoming), async work =>
        {
            if (incoming.Idempotency is { } trace && await trace.Find(work) is { } before) return before;
            if (await ReturnStore.Exists(work, returnId)) return outcomeOf(returnId);
            await ReturnStore.Begin(work, incoming, returnId, receivedAt, London.DayOf(receivedAt));
            await ReturnStore.Complete(work, returnId, reason);
            return await SaveAndCommit(work, incoming, outcomeOf(returnId));
        }, cancel);

    private static WriteScope GetScope(IncomingReturn incoming) => WriteScope.ForReturns(incoming.Agency.Code, incoming.Dataset.Name, incoming.Audit);

    private static Outcome ToOutcome(Receipt receipt) => receipt.Status == ReturnStatus.Rejected ? new Outcome.Rejected(receipt) : new Outcome.Stored(receipt);

    private Task<IReadOnlyList<Figure>> ReadMonthlyFigures(UnitOfWork work, ReturnContext facts, Dataset dataset) =>
        FigureCalculator.Read(work, new FigureQuery(dataset, dataset.Indicators, new Period(facts.From, facts.To), Interval.Month, Dimension.All, facts.Agency, null, Now()), ofValuesOnly: true);

    private static IReadOnlyList<MovedIndicator> GetMovedIndicators(IReadOnlyList<Figure> before, IReadOnlyList<Figure> after) =>
    [
        .. before.Zip(after, (old, now) => new MovedIndicator(now.Indicator.Code, now.Label, now.Counts?.GetValue(now.Indicator), old.Counts?.GetValue(old.Indicator), ApiEnumNames.ToText(now.Indicator.Unit)))
            .Where(moved => moved.Value != moved.Previous),
    ];

    private sealed class LoadVisitor(IncomingReturn incoming, string returnId, ReturnContext facts, FieldReadContext tools, FindingCollector findings, CellAggregator sums, FieldCounts counts, UnitOfWork work) : IDatasetVisitor<RecordCounts>
    {
        public RecordCounts Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            using var body = new CountingStream(incoming.Body.OpenRead(), incoming.Progress is { } progress ? progress.ReportBytes : null);
            var reader = new LimitedReader(RecordReader.Create(incoming.MediaType, body, incoming.Limits.ForReader()), incoming.Limits.ForReader(), incoming.Progress is { } told ? told.ReportRecords : null);
            return new ReturnLoader<TRecord>(dataset, returnId, facts, tools, findings, sums, counts).Load(reader, work);
        }
    }
}
