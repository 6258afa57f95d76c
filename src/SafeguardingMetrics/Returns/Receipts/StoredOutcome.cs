using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// An outcome as the tables IdempotencyKey and AcceptedReturn store it: its kind, and the return that has the receipt.
/// The receipt itself is stored once, with its return, so that an erasure of a child's records also changes what is
/// answered to a request that is sent again.
/// </summary>
internal record StoredOutcome
{
    /// <summary>The columns of both tables.</summary>
    public const string Columns = "Outcome, ReturnId, Detail, LineNumber, Position, ReceivedOn";

    private const string Stored = "taken";
    private const string Repeated = "repeated";
    private const string Held = "held";
    private const string Rejected = "rejected";
    private const string PeriodInFuture = "ahead";
    private const string Queued = "accepted";
    private const int LongestDetail = 400;

    /// <summary>The kind of outcome; for a body that could not be read, the code of the problem.</summary>
    public required string Outcome { get; init; }

    /// <summary>The id of the return, the attempt or the accepted submission.</summary>
    public required string? ReturnId { get; init; }

    /// <summary>Why the body could not be read; null for other outcomes.</summary>
    public string? Detail { get; init; }

    /// <summary>The line at which the body could not be read, from 1.</summary>
    public int? LineNumber { get; init; }

    /// <summary>The byte in that line, from 1.</summary>
    public int? Position { get; init; }

    /// <summary>The day of receipt of a return whose period lay wholly after it; null for other outcomes.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>The stored form of an outcome.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Outcomes of this kind are not stored: the request may be sent again.
    /// </exception>
    public static StoredOutcome FromOutcome(Outcome outcome) => outcome switch
    {
        SafeguardingMetrics.Returns.Receipts.Outcome.Stored { Receipt: var receipt } =>
            new() { Outcome = Stored, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Repeated { Receipt: var receipt } =>
            new() { Outcome = Repeated, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Held { Receipt: var receipt } => new() { Outcome = Held, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Rejected { Receipt: var receipt } =>
            new() { Outcome = Rejected, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.PeriodInFuture future =>
            new() { Outcome = PeriodInFuture, ReturnId = future.ReturnId, ReceivedOn = future.ReceivedOn },
        SafeguardingMetrics.Returns.Receipts.Outcome.Queued queued => new() { Outcome = Queued, ReturnId = queued.SubmissionId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Unreadable fault => new()
        {
            Outcome = fault.Problem.Code,
            ReturnId = fault.ReturnId,
            Detail = fault.Message.Length <= LongestDetail ? fault.Message : fault.Message[..LongestDetail],
            LineNumber = (int)Math.Min(fault.Line, int.MaxValue),
            Position = (int)Math.Min(fault.Position, int.MaxValue),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "Such an outcome is not stored."),
    };

    /// <summary>The outcome; null where its receipt is no longer stored.</summary>
    public async Task<Outcome?> ToOutcome(ReadSession reading)
    {
        switch (Outcome)
        {
            case Stored or Repeated or Held or Rejected:
                if (await ReturnStore.FindReceipt(reading, ReturnId!) is not { } receipt) return null;
                return Outcome switch
                {
                    Stored => new Outcome.Stored(receipt),
                    Repeated => new Outcome.Repeated(receipt),
                    // As it was given, although the return may have been confirmed since.
                    Held => new Outcome.Held(SerializedReceipt.Create(receipt.Value.ToHeld())),
                    _ => new Outcome.Rejected(receipt.Value),
                };
            case PeriodInFuture:
                return new Outcome.PeriodInFuture(ReturnId, ReceivedOn!.Value);
            case Queued:
                return new Outcome.Queued(ReturnId!);
            default:
                var problem = ProblemCatalogue.All.FirstOrDefault(problem => problem.Code == Outcome) ?? ProblemCatalogue.UnreadableBody;
                return new Outcome.Unreadable(ReturnId, problem, Detail ?? problem.Title, LineNumber ?? 1, Position ?? 1);
        }
    }
}
