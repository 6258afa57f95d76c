using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// Removes the records and findings of returns of which nothing has been in force for so many days: superseded, withdrawn and rejected
/// ones. Their cells stay, and so does every figure. A return in force is never touched.
/// </summary>
public sealed class RetentionService(Database database, IConfiguration configuration, TimeProvider time)
{
    /// <summary>For how many days records are kept after their return ceased to be in force, unless configured.</summary>
    public const int DefaultDays = 400;

    private const string Setting = "Retention:Days";
    private const int AtATime = 100;
    private static readonly WriteScope DayScope = WriteScope.WithoutChange(WriteLocks.Retention, audit: null);
    private static readonly Sql IsBegun = new("SELECT COUNT(*) FROM RetentionDay WHERE RunOn = @RunOn");
    private static readonly Sql Begin = new("INSERT INTO RetentionDay (RunOn, BegunAt, Returns) VALUES (@RunOn, @BegunAt, 0)");
    internal static readonly Sql Findings = new("SELECT COUNT(*) FROM Finding WHERE ReturnId = @ReturnId");
    private static readonly Sql RemoveFindings = new("DELETE FROM Finding WHERE ReturnId = @ReturnId");
    private static readonly Sql Note = new("INSERT INTO ForgottenReturn (ReturnId, ForgottenAt, Records, Findings) VALUES (@ReturnId, @ForgottenAt, @Records, @Findings)");
    private static readonly Sql End = new("UPDATE RetentionDay SET EndedAt = @EndedAt, Returns = @Returns WHERE RunOn = @RunOn");

    /// <summary>For how many days records are kept.</summary>
    /// <exception cref="InvalidOperationException">What is configured is no whole number over 0.</exception>
    public int Days { get; } = configuration.GetValue(Setting, DefaultDays) is > 0 and var days ? days : throw new InvalidOperationException("Retention__Days is a whole number of days, 1 or more.");

    /// <summary>Runs it, unless another instance has begun to today.</summary>
    /// <returns>What was removed; null where another did it, or this one before.</returns>
    public async Task<PurgeResult?> RunDaily(CancellationToken cancel)
    {
        var today = London.Today(time);
        if (!await database.Write(DayScope, work => TryClaimDay(work, today), cancel)) return null;
        var forgotten = await Run(cancel);
        await database.Write(DayScope, work => work.ExecuteAndCommit(End, new { RunOn = today, EndedAt = Instant.Now(time), forgotten.Returns }), cancel);
        return forgotten;
    }

    /// <summary>Runs it now: a return at a time, each in a transaction of its own. Ended at any time it can be run again, and by two at once.</summary>
    public async Task<PurgeResult> Run(CancellationToken cancel)
    {
        var before = Instant.Now(time).AddDays(-Days);
        var sum = new PurgeResult(0, 0, 0);
        while (true)
        {
            var due = await database.Read(reading => PurgedReturns.ListDueForPurge(reading, before, AtATime), cancel);
            foreach (var one in due)
            {
                cancel.ThrowIfCancellationRequested();
                sum = sum.Add(await Purge(one, before, cancel));
            }

            if (due.Count < AtATime) return sum;
        }
    }

    // In the turn of the agency's returns: none of them is being withdrawn or divided meanwhile.
    private Task<PurgeResult> Purge(DueReturn one, DateTimeOffset before, CancellationToken cancel)
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

    // From its receipt too, what that shows of findings.
    private static async Task<(long Records, long Findings)> Remove(UnitOfWork work, DueReturn one, RecordSql records, DateTimeOffset at)
    {
        var of = new { one.ReturnId };
        var counts = (Records: await work.Count(records.Count, of), Findings: await work.Count(Findings, of));
        await work.Execute(records.Remove, of);
        await work.Execute(RemoveFindings, of);
        await work.Execute(ErasureAdjustments.Forget, of);
        await ReceiptFindings.RetainWhere(work, one.ReturnId, _ => false);
        await work.Execute(Note, new { one.ReturnId, ForgottenAt = at, counts.Records, counts.Findings });
        return counts;
    }

    private async Task<bool> TryClaimDay(UnitOfWork work, DateOnly today)
    {
        if (await work.Count(IsBegun, new { RunOn = today }) > 0) return false;
        return await work.ExecuteAndCommit(Begin, new { RunOn = today, BegunAt = Instant.Now(time) });
    }
}

/// <summary>What was removed.</summary>
/// <param name="Returns">Returns whose records and findings are no longer kept.</param>
/// <param name="Records">Records.</param>
/// <param name="Findings">Findings.</param>
public sealed record PurgeResult(int Returns, long Records, long Findings)
{
    /// <summary>With more.</summary>
    public PurgeResult Add(PurgeResult more) => new(Returns + more.Returns, Records + more.Records, Findings + more.Findings);
}
