using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Returns.Holding;

namespace SafeguardingMetrics.Returns.Receipts;

/// <summary>The answer to a submission.</summary>
public sealed record Receipt
{
    /// <summary>The return's id; null where it was only checked.</summary>
    public required string? ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>The days it covers, both included.</summary>
    public required Period Period { get; init; }

    /// <summary>
    /// <c>period</c>, or <c>changes</c> where the return states some records and covers no day: its period then names the day
    /// whose changes it has.
    /// </summary>
    public string Mode { get; init; } = ReturnMode.Period;

    /// <summary>
    /// <c>accepted</c>, <c>accepted-with-findings</c>, <c>held</c>, <c>rejected</c>, <c>superseded</c>, <c>withdrawn</c>
    /// or <c>expired</c>.
    /// </summary>
    public required string Status { get; init; }

    /// <summary>
    /// Why nothing was stored, where the body could not be read or its period lay ahead; otherwise null.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Why it is held, was held until it was confirmed, or, with <c>handling=strict</c>, was rejected instead; otherwise
    /// null.
    /// </summary>
    public Hold? Held { get; init; }

    /// <summary>The instant it arrived, UTC.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The returns that lost days to it.</summary>
    public required IReadOnlyList<string> Supersedes { get; init; }

    /// <summary>
    /// How many records of earlier returns, on days that this return does not cover, are out of force because this return
    /// states their keys; 0 where keys count within a period only.
    /// </summary>
    public int Restated { get; init; }

    /// <summary>How many keys it purges: their records are no more.</summary>
    public int Purged { get; init; }

    /// <summary>How its records fared.</summary>
    public required RecordCounts Records { get; init; }

    /// <summary>The rules that were broken, and how often.</summary>
    public required IReadOnlyList<RuleBreach> Rules { get; init; }

    /// <summary>The first hundred findings; the rest are at <c>/v1/returns/{id}/findings</c>.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The agency's own monthly figures that moved.</summary>
    public required IReadOnlyList<MovedIndicator> Indicators { get; init; }

    /// <summary>The receipt as it was given when the return was held, whatever became of it since.</summary>
    public Receipt ToHeld() => this with { Status = ReturnStatus.Held, Supersedes = [], Indicators = [] };
}

/// <summary>A figure of the agency for one month that a return moved.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Month">The month, <c>YYYY-MM</c>.</param>
/// <param name="Value">What it is now; null where there is nothing to count.</param>
/// <param name="Previous">What it was before; null where there was nothing to count.</param>
/// <param name="Unit"><c>percent</c>, <c>days</c> or <c>cases</c>.</param>
public sealed record MovedIndicator(string Code, string Month, decimal? Value, decimal? Previous, string Unit);
