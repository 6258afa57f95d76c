using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Returns.Queue;
using SafeguardingMetrics.Returns.Receipts;

namespace SafeguardingMetrics.Returns;

/// <summary>The problem that answers a submission which stored nothing.</summary>
internal static class OutcomeProblems
{
    /// <summary>
    /// The problem of an outcome, with the header Retry-After where it makes sense to send the request again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The outcome is not answered with a problem.</exception>
    public static ProblemHttpResult ToProblem(Outcome outcome, HttpResponse response)
    {
        if (outcome is Outcome.KeyInProgress or Outcome.QueueFull or Outcome.QueueTooLarge) SetRetryAfter(response);
        return outcome switch
        {
            Outcome.Unreadable fault when fault.Problem == ProblemCatalogue.SubmissionFailed => fault.Problem.ToResult(fault.Message),
            Outcome.Unreadable fault when fault.Problem == ProblemCatalogue.TakesTooLong =>
                fault.Problem.ToResult(fault.Message, ("returnId", fault.ReturnId)),
            Outcome.Unreadable fault =>
                fault.Problem.ToResult(fault.Message, ("line", fault.Line), ("position", fault.Position), ("returnId", fault.ReturnId)),
            Outcome.PeriodInFuture future =>
                ProblemCatalogue.PeriodAhead.ToResult(
                    $"The day of receipt is {future.ReceivedOn:yyyy-MM-dd}.",
                    ("returnId", future.ReturnId)),
            Outcome.Rejected { Receipt: var receipt } => ToProblem(receipt),
            Outcome.QueueFull full => ProblemCatalogue.TooManyAtOnce.ToResult($"{full.Waiting} accepted returns of yours wait."),
            Outcome.QueueTooLarge full =>
                ProblemCatalogue.TooManyBytes.ToResult($"Your accepted returns that wait may have {full.Most} bytes together, unpacked."),
            Outcome.KeyReusedForOtherRequest =>
                ProblemCatalogue.IdempotencyKeyReused.ToResult(
                    "It was sent before with another dataset, period, media type, strictness, confirmation or body."),
            Outcome.KeyInProgress => ProblemCatalogue.StillRunning.ToResult("The first request with it has not been answered yet."),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "This outcome is no problem."),
        };
    }

    /// <summary>Says after how many seconds to ask again.</summary>
    public static void SetRetryAfter(HttpResponse response) =>
        response.Headers.RetryAfter = Submissions.RetryAfterSeconds.ToString(CultureInfo.InvariantCulture);

    private static ProblemHttpResult ToProblem(Receipt receipt) => receipt.Held is { } held
        ? ProblemCatalogue.WouldBeHeld.ToResult(HoldSentences.Join(held.Reasons), [.. ListMembers(receipt), ("held", held)])
        : ProblemCatalogue.ReturnRejected.ToResult(Describe(receipt), ListMembers(receipt));

    private static string Describe(Receipt receipt) =>
        receipt.Records.Accepted == 0
            ? "No record of it was acceptable."
            : $"{receipt.Records.Rejected} records have an error, and all or nothing was asked for.";

    private static (string Name, object? Value)[] ListMembers(Receipt receipt) =>
    [
        ("returnId", receipt.ReturnId), ("agency", receipt.Agency), ("dataset", receipt.Dataset), ("period", receipt.Period),
        ("receivedAt", receipt.ReceivedAt), ("records", receipt.Records), ("rules", receipt.Rules), ("findings", receipt.Findings),
    ];
}
