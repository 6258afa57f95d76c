using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>
/// An outcome as it is kept beside a request: what it was, and the return that has the receipt. The receipt itself is kept once, with its return, so that
/// whatever is changed there (a child's records erased) is changed for those who ask again too.
/// </summary>
internal sealed record StoredOutcome
{
    private const string Taken = "taken";
    private const string Repeated = "repeated";
    private const string Rejected = "rejected";
    private const string Ahead = "ahead";
    private const string Accepted = "accepted";
    private const int LongestDetail = 400;

    /// <summary>What it was; of a body that was not read, the problem's code.</summary>
    public required string Outcome { get; init; }

    /// <summary>The return, the attempt or the accepted submission.</summary>
    public required string? ReturnId { get; init; }

    /// <summary>Why a body was not read.</summary>
    public string? Detail { get; init; }

    /// <summary>Where: the line, from 1.</summary>
    public int? LineNumber { get; init; }

    /// <summary>Where: the byte in the line, from 1.</summary>
    public int? Position { get; init; }

    /// <summary>The day on which a return came whose period lay ahead.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>What is kept of an outcome.</summary>
    public static StoredOutcome FromOutcome(Outcome outcome) => outcome switch
    {
        SafeguardingMetrics.Returns.Receipts.Outcome.Stored { Receipt: var receipt } => new() { Outcome = Taken, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Repeated { Receipt: var receipt } => new() { Outcome = Repeated, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Rejected { Receipt: var receipt } => new() { Outcome = Rejected, ReturnId = receipt.ReturnId },
        SafeguardingMetrics.Returns.Receipts.Outcome.PeriodInFuture ahead => new() { Outcome = Ahead, ReturnId = ahead.ReturnId, ReceivedOn = ahead.ReceivedOn },
        SafeguardingMetrics.Returns.Receipts.Outcome.Queued accepted => new() { Outcome = Accepted, ReturnId = accepted.SubmissionId },
        SafeguardingMetrics.Returns.Receipts.Outcome.Unreadable fault => new()
        {
            Outcome = fault.Problem.Code,
            ReturnId = fault.ReturnId,
            Detail = fault.Message.Length <= LongestDetail ? fault.Message : fault.Message[..LongestDetail],
            LineNumber = (int)Math.Min(fault.Line, int.MaxValue),
            Position = (int)Math.Min(fault.Position, int.MaxValue),
        },
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "Such an outcome is not kept."),
    };

    /// <summary>The outcome again; null where its receipt is not kept any more.</summary>
    public async Task<Outcome?> ToOutcome(ReadSession reading)
    {
        switch (Outcome)
        {
            case Taken or Repeated or Rejected:
                if (await ReturnStore.FindReceipt(reading, ReturnId!) is not { } receipt) return null;
                return Outcome switch { Taken => new Outcome.Stored(receipt), Repeated => new Outcome.Repeated(receipt), _ => new Outcome.Rejected(receipt) };
            case Ahead:
                return new Outcome.PeriodInFuture(ReturnId, ReceivedOn!.Value);
            case Accepted:
                return new Outcome.Queued(ReturnId!);
            default:
                var problem = ProblemCatalogue.All.FirstOrDefault(problem => problem.Code == Outcome) ?? ProblemCatalogue.UnreadableBody;
                return new Outcome.Unreadable(ReturnId, problem, Detail ?? problem.Title, LineNumber ?? 1, Position ?? 1);
        }
    }
}
