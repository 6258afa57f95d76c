using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Returns.Explanations;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// Removes the records and findings of returns that have been out of force for the retention period: superseded,
/// withdrawn and rejected returns, and of returns in force the records that newer returns restated. Their cells stay, and so
/// does every figure. A record in force is never touched.
/// Explanations of queries that ended so long ago are removed as well.
/// </summary>
public sealed class RetentionService(
    Database database, LogCheckpoint checkpoint, IConfiguration configuration, TimeProvider time)
{
    /// <summary>The retention period in days, unless <c>Retention__Days</c> sets another.</summary>
    public const int DefaultDays = 400;

    private const string Setting = "Retention:Days";
    private const int BatchSize = 100;
    private static readonly WriteScope DayScope = WriteScope.WithoutChange(WriteLocks.Retention, audit: null);
    private static readonly Sql IsBegun = new("SELECT COUNT(*) FROM RetentionDay WHERE RunOn = @RunOn");
    private static readonly Sql Begin = new("INSERT INTO RetentionDay (RunOn, BegunAt, Returns) VALUES (@RunOn, @BegunAt, 0)");
    internal static readonly Sql CountFindings = new("SELECT COUNT(*) FROM Finding WHERE ReturnId = @ReturnId");
    private static readonly Sql RemoveFindings = new("DELETE FROM Finding WHERE ReturnId = @ReturnId");

    private static readonly Sql InsertPurge = new("""
        INSERT INTO ForgottenReturn (ReturnId, ForgottenAt, Records, Findings) VALUES (@ReturnId, @ForgottenAt, @Records, @Findings)
        """);

    private static readonly Sql End = new("UPDATE RetentionDay SET EndedAt = @EndedAt, Returns = @Returns WHERE RunOn = @RunOn");

    /// <summary>
    /// The retention period: for how many days records are stored after their return has ceased to be in force.
    /// </summary>
    /// <exception cref="InvalidOperationException">The setting is less than 1.</exception>
    public int Days { get; } = configuration.GetValue(Setting, DefaultDays) is > 0 and var days
        ? days
        : throw new InvalidOperationException("Retention__Days is a whole number of days, 1 or more.");

    /// <summary>Applies the retention period, unless this or another instance has begun to today.</summary>
    /// <returns>What was removed; null where an instance had begun before.</returns>
    public async Task<PurgeResult?> RunDaily(CancellationToken cancel)
    {
        var today = London.Today(time);
        if (!await database.Write(DayScope, work => TryClaimDay(work, today), cancel)) return null;
        var purged = await Run(cancel);
        var end = new { RunOn = today, EndedAt = Instant.Now(time), purged.Returns };
        await database.Write(DayScope, work => work.ExecuteAndCommit(End, end), cancel);
        return purged;
    }

    /// <summary>
    /// Applies the retention period now, each return in a transaction of its own. It can be stopped and run again, also
    /// by two instances at once.
    /// </summary>
    public async Task<PurgeResult> Run(CancellationToken cancel)
    {
        var before = Instant.Now(time).AddDays(-Days);
        await database.Write(DayScope, work => ExplanationStore.RemoveEnded(work, before), cancel);
        var sum = new PurgeResult(0, 0, 0);
        while (true)
        {
            var due = await database.Read(reading => PurgedReturns.ListDueForPurge(reading, before, BatchSize), cancel);
            foreach (var one in due)
            {
                cancel.ThrowIfCancellationRequested();
                sum = sum.Add(await Purge(one, before, cancel));
            }

            if (due.Count < BatchSize) break;
        }

        sum = sum.Add(await RestatedRecordRetention.Run(database, time, before, cancel));
        // In the log of changes each page stands as it was before.
        await checkpoint.Run(cancel);
        return sum;
    }

    // Under the lock of the agency's returns: meanwhile none of them is withdrawn, and no days are allocated anew.
    private Task<PurgeResult> Purge(PurgeCandidate one, DateTimeOffset before, CancellationToken cancel)
    {
        var dataset = DatasetCatalogue.Find(one.Dataset)!;
        var entry = AuditEntry.ForService(AuditAction.Retention, one.ReturnId, Instant.Now(time));
        return database.Write(WriteScope.ForReturns(one.Agency, one.Dataset, entry), async work =>
        {
            if (!await PurgedReturns.IsDueForPurge(work, one.ReturnId, before)) return new PurgeResult(0, 0, 0);
            var at = Instant.Now(time);
            var (records, findings) = await Remove(work, one, RecordSql.Get(dataset), at);
            entry.SetResult(records: (int)records);
            await work.Commit();
            return new PurgeResult(1, records, findings);
        }, cancel);
    }

    // The findings are also removed from the stored receipt.
    private static async Task<(long Records, long Findings)> Remove(
        UnitOfWork work, PurgeCandidate one, RecordSql records, DateTimeOffset at)
    {
        var of = new { one.ReturnId };
        var counts = (Records: await work.Count(records.Count, of), Findings: await work.Count(CountFindings, of));
        await work.Execute(records.Remove, of);
        await work.Execute(RemoveFindings, of);
        await work.Execute(ErasureAdjustments.Forget, of);
        await RemovedRecords.Forget(work, one.ReturnId);
        await RejectedChildStore.Remove(work, one.ReturnId);
        await ReceiptFindings.RetainWhere(work, one.ReturnId, _ => false);
        await work.Execute(InsertPurge, new { one.ReturnId, ForgottenAt = at, counts.Records, counts.Findings });
        return counts;
    }

    private async Task<bool> TryClaimDay(UnitOfWork work, DateOnly today)
    {
        if (await work.Count(IsBegun, new { RunOn = today }) > 0) return false;
        return await work.ExecuteAndCommit(Begin, new { RunOn = today, BegunAt = Instant.Now(time) });
    }
}

/// <summary>How much was removed.</summary>
/// <param name="Returns">Returns whose records and findings were removed.</param>
/// <param name="Records">Records removed.</param>
/// <param name="Findings">Findings removed.</param>
public sealed record PurgeResult(int Returns, long Records, long Findings)
{
    /// <summary>The sum of two results.</summary>
    public PurgeResult Add(PurgeResult more) => new(Returns + more.Returns, Records + more.Records, Findings + more.Findings);
}
