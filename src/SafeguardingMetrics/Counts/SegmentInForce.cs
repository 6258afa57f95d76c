using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Counts;

/// <summary>Days that belonged to one return at the instant asked about, with what is known of that return.</summary>
public sealed record SegmentInForce
{
    /// <summary>The segment.</summary>
    public required string SegmentId { get; init; }

    /// <summary>The return.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The agency's sector.</summary>
    public required string Sector { get; init; }

    /// <summary>The first day held.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day held.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>
    /// True where the days belonged to the return; false where the segment has what the return changed on them.
    /// </summary>
    public required bool CoversDays { get; init; }

    /// <summary>True where the return is one of changes: its records count, and it covers no day.</summary>
    public required bool IsChanges { get; init; }

    /// <summary>The first day of the return's own period.</summary>
    public required DateOnly ReturnFrom { get; init; }

    /// <summary>The last day of the return's own period.</summary>
    public required DateOnly ReturnTo { get; init; }

    /// <summary>The day on which the return arrived.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The return's place among those of the agency and dataset.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Records of the return.</summary>
    public required int Received { get; init; }

    /// <summary>Records of the return that were rejected.</summary>
    public required int Rejected { get; init; }

    /// <summary>Stored records of the return with a query.</summary>
    public required int Queried { get; init; }

    /// <summary>What indicators may know of the return, whose records in force were judged last on a day.</summary>
    internal ReturnContext GetFacts(JudgingDays judged) =>
        new(Agency, ReturnFrom, ReturnTo, judged.Find(Agency, Ordinal, ReceivedOn));

    /// <summary>The days.</summary>
    public Period Days => new(FromDay, ToDay);
}
