namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>An indicator's figures over time as an XmR chart: what is change and what is noise.</summary>
public sealed record Chart
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>percent, days or cases.</summary>
    public required string Unit { get; init; }

    /// <summary>high or low: which is better.</summary>
    public required string Polarity { get; init; }

    /// <summary>How time is cut.</summary>
    public required string Interval { get; init; }

    /// <summary>What the member is a member of; null for the total.</summary>
    public required string? By { get; init; }

    /// <summary>The member whose chart it is; null for the total.</summary>
    public required string? Member { get; init; }

    /// <summary>The agency whose returns alone are counted; null for all.</summary>
    public required string? Agency { get; init; }

    /// <summary>The instant whose knowledge this is.</summary>
    public required DateTimeOffset KnownAt { get; init; }

    /// <summary>The target at the latest point; null where there is none.</summary>
    public required decimal? Target { get; init; }

    /// <summary>Of how many first points of each stretch the mean and the limits are made; null for all of them.</summary>
    public required int? Baseline { get; init; }

    /// <summary>True where outlying moving ranges were left out of the limits.</summary>
    public required bool Screen { get; init; }

    /// <summary>The stretches, each with a mean and limits of its own: one, unless the chart was rebased.</summary>
    public required IReadOnlyList<ChartStretch> Stretches { get; init; }

    /// <summary>A point for each interval, oldest first.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>What the latest point that could be judged says.</summary>
    public required ChartVerdict Latest { get; init; }
}

/// <summary>A part of a chart with its own mean and limits.</summary>
/// <param name="From">The first day of its first interval.</param>
/// <param name="To">The last day of its last interval.</param>
/// <param name="Mean">The mean, to two decimal places; null where there is no point.</param>
/// <param name="Lower">The lower process limit, to two decimal places. It is not clipped: of a percentage it can be less than 0. Null where no two points follow one another.</param>
/// <param name="Upper">The upper process limit, likewise; of a percentage it can be more than 100.</param>
/// <param name="PointsUsed">Of how many points mean and limits are made.</param>
/// <param name="IsTrial">True where the stretch has fewer than 13 points: its limits are trial limits.</param>
public sealed record ChartStretch(DateOnly From, DateOnly To, decimal? Mean, decimal? Lower, decimal? Upper, int PointsUsed, bool IsTrial);

/// <summary>What the latest point says.</summary>
/// <param name="Period">The point's interval; null where no point could be judged.</param>
/// <param name="Variation">improvement, concern, neutral or common-cause; null where no point could be judged.</param>
/// <param name="VariationSentence">The same in a sentence.</param>
/// <param name="Assurance">consistently-passes, consistently-fails or hit-and-miss; null where there is no target or there are no limits.</param>
/// <param name="AssuranceSentence">The same in a sentence.</param>
public sealed record ChartVerdict(string? Period, string? Variation, string VariationSentence, string? Assurance, string? AssuranceSentence);
