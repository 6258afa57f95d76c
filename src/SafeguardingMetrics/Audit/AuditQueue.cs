using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>
/// Writes refusals and sign-ins in the background. Callers cannot fill the disk with them: within ten seconds, equal
/// lines are one line with a count, at most <see cref="MostWaiting"/> different lines wait, and one more line counts
/// those for which there was no room.
/// </summary>
public sealed partial class AuditQueue(Database database, TimeProvider time, ILogger<AuditQueue> log) : BackgroundService
{
    /// <summary>
    /// The most different lines that are written for ten seconds, besides the one that counts the others.
    /// </summary>
    public const int MostWaiting = 50;

    /// <summary>The outcome of the line that counts the lines for which there was no room.</summary>
    public const string NotKept = "not-kept";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LastFlush = TimeSpan.FromSeconds(5);
    private readonly Lock door = new();
    private Dictionary<GroupKey, AuditLine> waiting = [];
    private int dropped;

    /// <summary>Queues a line, without waiting for the database.</summary>
    public void Add(AuditLine line)
    {
        var alike = new GroupKey(line.Act, line.Outcome, line.ActorKey, line.FromAddress);
        lock (door)
        {
            if (waiting.TryGetValue(alike, out var first)) waiting[alike] = first with { Times = first.Times + line.Times };
            else if (waiting.Count < MostWaiting) waiting[alike] = line;
            else dropped += line.Times;
        }
    }

    /// <summary>Writes the waiting lines in one unit of work.</summary>
    /// <exception cref="DatabaseUnavailableException">
    /// The database does not answer; the lines wait for the next flush.
    /// </exception>
    public async Task Flush(CancellationToken cancel)
    {
        List<AuditLine> batch;
        lock (door)
        {
            if (waiting.Count == 0 && dropped == 0) return;
            batch = [.. waiting.Values];
            if (dropped > 0) batch.Add(CreateOverflowLine(dropped));
            (waiting, dropped) = ([], 0);
        }

        try
        {
            await database.Write(WriteScope.WithoutChange(WriteLocks.Audit, audit: null), async work =>
            {
                foreach (var line in batch) await AuditStore.Add(work, line);
                await work.Commit();
                return true;
            }, cancel);
        }
        catch
        {
            // Back into the queue, as far as there is room beside the lines that came meanwhile.
            foreach (var line in batch.Where(line => line.Outcome != NotKept)) Add(line);
            lock (door) dropped += batch.Where(line => line.Outcome == NotKept).Sum(line => line.Times);
            throw;
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // The host's own time may be over already, spent on a sender that was slow.
        using var last = new CancellationTokenSource(LastFlush, time);
        await TryFlush(last.Token);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken)) await TryFlush(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
        }
    }

    private async Task TryFlush(CancellationToken cancel)
    {
        try
        {
            await Flush(cancel);
        }
        catch (Exception fault)
        {
            Log.Waits(log, fault.GetType().Name);
        }
    }

    private AuditLine CreateOverflowLine(int times)
    {
        var at = Instant.Now(time);
        return new AuditLine
        {
            LineId = Guid.CreateVersion7(at).ToString(), OccurredAt = at, Act = AuditAction.Refusal, Outcome = NotKept,
            ActorKey = null, Agency = null, FromAddress = null, Subject = null, Records = null, Times = times, TraceId = null,
        };
    }

    private readonly record struct GroupKey(string Act, string Outcome, string? ActorKey, string? FromAddress);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Audit lines wait for the database ({Fault})")]
        public static partial void Waits(ILogger log, string fault);
    }
}
