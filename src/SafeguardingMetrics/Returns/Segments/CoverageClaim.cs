using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>
/// A return that covers days, and may or may not hold them: of all that cover a day the newest holds it.
/// </summary>
public sealed record CoverageClaim
{
    /// <summary>The return.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>Its place among the agency's returns of the dataset: the greatest is the newest.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The day in England on which it arrived.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>True where it is a return of changes: it covers no day.</summary>
    public bool IsChanges { get; init; }

    /// <summary>Its period.</summary>
    public Period Days => new(FromDay, ToDay);

    /// <summary>What rules and indicators may know of it.</summary>
    public ReturnContext Facts => new(Agency, FromDay, ToDay, ReceivedOn);
}
