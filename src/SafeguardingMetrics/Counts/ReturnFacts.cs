using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Counts;

/// <summary>What rules and indicators may know of a stored return.</summary>
internal sealed record ReturnFacts
{
    /// <summary>Its id.</summary>
    public required string ReturnId { get; init; }

    /// <summary>The agency that sent it.</summary>
    public required string Agency { get; init; }

    /// <summary>The first day of its period.</summary>
    public required DateOnly FromDay { get; init; }

    /// <summary>The last day of its period.</summary>
    public required DateOnly ToDay { get; init; }

    /// <summary>The day in England on which it arrived.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>Its place among those of the agency and dataset.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The same for indicators.</summary>
    public ReturnContext Context => new(Agency, FromDay, ToDay, ReceivedOn);
}
