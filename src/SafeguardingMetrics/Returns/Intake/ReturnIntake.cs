using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Datasets.Reading;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Returns.Explanations;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// Processes returns, from the body to the receipt, in one unit of work. A return is stored with its records, findings,
/// cells, segments, receipt and audit line, or nothing of it is; an attempt that fails is recorded in a unit of work of
/// its own.
/// </summary>
/// <param name="database">The database.</param>
/// <param name="hash">Hashes identifiers.</param>
/// <param name="limits">How much of a body is read.</param>
/// <param name="holding">From which differences on a return is held.</param>
/// <param name="time">The clock.</param>
/// <param name="mostMembers">How many members of a dimension a return has by their names.</param>
/// <param name="longest">How long a return may hold the writer; null for as long as it takes.</param>
public sealed class ReturnIntake(
    Database database, IdentifierHasher hash, ReaderLimits limits, HoldingSettings holding, TimeProvider time,
    int mostMembers = MemberSpellings.MostMembers, TimeSpan? longest = null)
{
    /// <summary>Processes a return: stores it, or only checks it.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<Outcome> Process(IncomingReturn incoming, CancellationToken cancel)
    {
        var receivedAt = Instant.Now(time);
        var receivedOn = London.DayOf(receivedAt);
        // Every retry has the same id, by which it finds what an earlier try has stored.
        var returnId = incoming.ReturnId ?? Guid.CreateVersion7(receivedAt).ToString();
        if (incoming.Days.From > receivedOn)
        {
            var reason = $"The period lies wholly after the day of receipt, {receivedOn:yyyy-MM-dd}.";
            return await RecordAttempt(incoming, returnId, receivedAt, reason, id => new Outcome.PeriodInFuture(id, receivedOn), cancel);
        }

        try
        {
            return await ProcessOnceOrTwice(incoming, returnId, cancel);
        }
        catch (BodyUnreadableException fault)
        {
            var (reason, problem) = (
                $"{fault.Message} (line {fault.Line}, position {fault.Position})",
                UnreadableBody.ProblemOf(fault.Error));
            Outcome Unreadable(string? id) => new Outcome.Unreadable(id, problem, fault.Message, fault.Line, fault.Position);
            return await RecordAttempt(incoming, returnId, receivedAt, reason, Unreadable, cancel);
        }
        catch (WriteTimeExceededException late)
        {
            Outcome TakesTooLong(string? id) => new Outcome.Unreadable(id, ProblemCatalogue.TakesTooLong, late.Message, 1, 1);
            return await RecordAttempt(incoming, returnId, receivedAt, late.Message, TakesTooLong, cancel);
        }
    }

    // Where a date shows late in the body that a field's dates are month first, what was read of it is rolled back, and the body is read
    // again. The second reading doubts every such field from its first record on.
    private async Task<Outcome> ProcessOnceOrTwice(IncomingReturn incoming, string returnId, CancellationToken cancel)
    {
        try
        {
            return await ProcessOrReject(incoming, returnId, default, cancel);
        }
        catch (MonthFirstException found)
        {
            return await ProcessOrReject(incoming, returnId, found.Fields, cancel);
        }
    }

    // Where a return is rejected, what was stored of it is rolled back, and a second unit of work records the rejection alone: records
    // that were deleted again would have made the file larger.
    private async Task<Outcome> ProcessOrReject(IncomingReturn incoming, string returnId, FieldSet monthFirst, CancellationToken cancel)
    {
        try
        {
            return await database.Write(GetScope(incoming), work => Process(work, incoming, returnId, monthFirst), cancel);
        }
        catch (ReturnRejectedException rejected)
        {
            return await database.Write(GetScope(incoming), work => Reject(work, incoming, rejected), cancel);
        }
    }

    private async Task<Outcome> Reject(UnitOfWork work, IncomingReturn incoming, ReturnRejectedException rejected)
    {
        var receivedAt = Instant.Now(time);
        var returnId = rejected.Receipt.ReturnId!;
        if (await FindEarlierOutcome(work, incoming, returnId) is { } earlier) return earlier;
        await ReturnStore.Begin(work, incoming, returnId, receivedAt, London.DayOf(receivedAt));
        FindingStore.WriteAll(work, returnId, rejected.Findings);
        RejectedChildStore.Write(work, returnId, rejected.Children, rejected.Findings, ofWholeReturn: true);
        var serialized = SerializedReceipt.Create(rejected.Receipt with { ReceivedAt = receivedAt });
        await ReturnStore.Complete(work, returnId, serialized);
        return await SaveAndCommit(work, incoming, ToOutcome(serialized));
    }

    private async Task<Outcome> Process(UnitOfWork work, IncomingReturn incoming, string returnId, FieldSet monthFirst)
    {
        // Read after the lock was acquired: a newer return never has an earlier instant.
        var receivedAt = Instant.Now(time);
        var receivedOn = London.DayOf(receivedAt);
        if (await FindEarlierOutcome(work, incoming, returnId) is { } earlier) return earlier;
        if (!incoming.IsOnlyCheck && await FindRepeated(work, incoming, receivedAt) is { } repeated)
            return await SaveAndCommit(work, incoming, repeated);

        await ReturnStore.Begin(work, incoming, returnId, receivedAt, receivedOn);
        var load = new ReturnLoad(incoming, returnId, receivedOn, hash, mostMembers)
        {
            MonthFirst = monthFirst,
            HasOwnIdentifiers = await DeclaredIds.LookLikeIdentifiers(work, incoming.Dataset, incoming.Agency.Code),
            Calendar = await AddedBankHolidayStore.ReadCalendar(work),
            Explained = await ExplanationStore.FindExplained(work, incoming.Agency.Code, incoming.Dataset.Name, receivedOn, hash),
        };
        await KnownMembers.Add(work, incoming.Dataset, incoming.Agency.Code, load.Fields);
        var loaded = ReturnLoader.Load(load, limits, work);
        var records = loaded.Sent.Counts;
        PurgedKeyStore.Add(work, returnId, load.Purges);
        var isRejected = (records is { Received: > 0, Accepted: 0 } && load.Purges.Count == 0)
            || (incoming.IsStrict && records.Rejected > 0);
        var allocation = new ReturnAllocation(work, incoming.Dataset, incoming.Agency.Code);
        var compared = isRejected ? KeyComparison.None : await allocation.Compare(returnId, incoming.Covered, receivedAt);
        var hold = isRejected ? null : await HoldDecision.Decide(work, load, loaded, compared, holding.Get(incoming.Dataset), receivedAt);
        RestatedFinding.Add(load, compared);
        // All or nothing was asked for: nothing is kept of a return that would be held.
        isRejected |= hold is not null && incoming.IsStrict;
        if (isRejected) load.Findings.LeaveThoseOfRejected();
        var receipt = CreateReceipt(load, records, isRejected, hold, receivedAt) with
        {
            Restated = compared.Restated.Count,
            Purged = load.Purges.Count,
        };
        if (isRejected)
        {
            receipt = receipt with { Restated = 0, Purged = 0 };
            return incoming.IsOnlyCheck
                ? new Outcome.Validated(receipt with { ReturnId = null })
                : throw new ReturnRejectedException(receipt, load.Findings, load.RejectedChildren);
        }

        FindingStore.WriteAll(work, returnId, load.Findings);
        RejectedChildStore.Write(work, returnId, load.RejectedChildren, load.Findings, ofWholeReturn: false);
        receipt = receipt.Status switch
        {
            ReturnStatus.Held => await BeginHold(work, receipt, load, allocation),
            _ => await TakeDays(work, receipt, load, allocation, compared),
        };

        if (incoming.IsOnlyCheck) return new Outcome.Validated(receipt with { ReturnId = null });
        var serialized = SerializedReceipt.Create(receipt);
        await ReturnStore.Complete(work, returnId, serialized);
        return await SaveAndCommit(work, incoming, ToOutcome(serialized));
    }

    // Its records and findings are stored, and no segment: it has no days, and no figure changes.
    private static async Task<Receipt> BeginHold(UnitOfWork work, Receipt held, ReturnLoad load, ReturnAllocation allocation)
    {
        await allocation.Leave(load.ReturnId);
        FindingStore.WriteFieldCounts(work, load.ReturnId, load.FieldCounts);
        await HeldReturnStore.Begin(work, load.ReturnId, held.ReceivedAt, held.Held!);
        return held;
    }

    // Gives the return its days, with their cells, and says in the receipt which returns lost days and which figures
    // moved.
    private static async Task<Receipt> TakeDays(
        UnitOfWork work, Receipt receipt, ReturnLoad load, ReturnAllocation allocation, KeyComparison compared)
    {
        var (dataset, agency, days) = (load.Incoming.Dataset, load.Incoming.Agency.Code, load.Incoming.Days);
        FindingStore.WriteFieldCounts(work, load.ReturnId, load.FieldCounts);
        if (!load.Incoming.IsChanges)
            await StoredRecordAggregator.AggregateViews(work, dataset, load.ReturnId, load.Context, days, load.Cells);
        var change = await allocation.Take(load.ReturnId, compared, load.Cells, receipt.ReceivedAt);
        if (!load.Incoming.IsChanges) await HeldReturnStore.EndWithin(work, agency, dataset.Name, days, change.At);
        if (load.Incoming.IsConfirmed) await BeforehandConfirmation.Add(work, load.Incoming, load.ReturnId, change.At);
        return receipt with
        {
            Supersedes = change.ListSuperseded(),
            Indicators = await MovedIndicators.Read(work, dataset, agency, change),
        };
    }

    private static Receipt CreateReceipt(
        ReturnLoad load, RecordCounts records, bool isRejected, Hold? hold, DateTimeOffset receivedAt) => new()
        {
            ReturnId = load.ReturnId,
            Agency = load.Incoming.Agency.Code,
            Dataset = load.Incoming.Dataset.Name,
            Period = load.Incoming.Days,
            Mode = load.Incoming.IsChanges ? ReturnMode.Changes : ReturnMode.Period,
            Status = isRejected ? ReturnStatus.Rejected
            : hold is not null ? ReturnStatus.Held
            : load.Findings.Kept.Count == 0 ? ReturnStatus.Accepted
            : ReturnStatus.AcceptedWithFindings,
            ReceivedAt = receivedAt,
            Held = hold,
            Supersedes = [],
            Records = records,
            Rules = load.Findings.Breaches,
            Findings = load.Findings.First,
            Indicators = [],
        };

    // What an earlier request with the same idempotency key came to, or an earlier try of this one.
    private static async Task<Outcome?> FindEarlierOutcome(UnitOfWork work, IncomingReturn incoming, string returnId)
    {
        if (incoming.Idempotency is { } store && await store.Find(work) is { } outcome) return outcome;
        return await ReturnStore.FindReceipt(work, returnId) is { } receipt ? ToOutcome(receipt) : null;
    }

    // The outcome of the same content for the same period, where that return is in force or held.
    private static async Task<Outcome?> FindRepeated(UnitOfWork work, IncomingReturn incoming, DateTimeOffset now)
    {
        // Rejected for its own records it would be again, at least on the same day: rules compare dates with the day of receipt.
        if (await ReturnStore.FindIdenticalRejected(work, incoming, London.DayOf(now)) is { Value: { Held: null } rejected }
            && (incoming.IsStrict
                || (rejected.Records.Accepted == 0 && (!incoming.IsChanges || rejected.Records.Rejected == rejected.Records.Received))))
            return new Outcome.Rejected(rejected);
        if (await ReturnStore.FindIdentical(work, incoming, now) is not { Value: var first } same) return null;
        // A return that is held is another one once its sender says that it is right, or that it must not be held.
        if (first.Status == ReturnStatus.Held) return incoming.IsConfirmed || incoming.IsStrict ? null : new Outcome.Held(same);
        // A return that was stored without its faulty records is not the same when it is now sent with handling=strict.
        if (incoming.IsStrict && first.Records.Rejected > 0) return null;
        // A query of it was explained since, or is no longer: it is checked again.
        if (await ExplanationStore.HaveChanged(work, first, London.DayOf(now))) return null;
        var segments = await SegmentStore.ListInForce(work, first.ReturnId!);
        // A return that has lost days, or one of whose records was stated by a newer return since, is taken anew when it is sent
        // again.
        if (incoming.IsChanges)
            return await ReturnStore.IsNewest(work, incoming, first.ReturnId!) ? new Outcome.Repeated(same) : null;
        return segments.Where(segment => segment.CoversDays).Sum(segment => segment.Days.Days) == incoming.Days.Days
            && !await RestatedRecords.AnyOf(work, first.ReturnId!)
            ? new Outcome.Repeated(same)
            : null;
    }

    // The outcome is stored under the idempotency key and in the audit line in the transaction of the return.
    private static async Task<Outcome> SaveAndCommit(UnitOfWork work, IncomingReturn incoming, Outcome outcome)
    {
        incoming.Audit?.SetOutcome(outcome);
        if (incoming.Idempotency is { } store) await store.Save(work, outcome);
        await work.Commit();
        return outcome;
    }

    private async Task<Outcome> RecordAttempt(
        IncomingReturn incoming, string returnId, DateTimeOffset receivedAt, string reason, Func<string?, Outcome> createOutcome,
        CancellationToken cancel)
    {
        if (incoming.IsOnlyCheck) return createOutcome(null);
        return await database.Write(GetScope(incoming), async work =>
        {
            if (incoming.Idempotency is { } store && await store.Find(work) is { } before) return before;
            if (await ReturnStore.Exists(work, returnId)) return createOutcome(returnId);
            await ReturnStore.Begin(work, incoming, returnId, receivedAt, London.DayOf(receivedAt));
            await ReturnStore.Complete(work, returnId, reason);
            return await SaveAndCommit(work, incoming, createOutcome(returnId));
        }, cancel);
    }

    private WriteScope GetScope(IncomingReturn incoming) =>
        WriteScope.ForReturns(incoming.Agency.Code, incoming.Dataset.Name, incoming.Audit) with { Longest = longest };

    private static Outcome ToOutcome(SerializedReceipt receipt) => receipt.Value.Status switch
    {
        ReturnStatus.Rejected => new Outcome.Rejected(receipt.Value),
        ReturnStatus.Held => new Outcome.Held(receipt),
        _ => new Outcome.Stored(receipt),
    };
}
