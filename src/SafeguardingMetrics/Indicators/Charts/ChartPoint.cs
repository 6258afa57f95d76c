namespace SafeguardingMetrics.Indicators.Charts;

/// <summary>One interval of a chart.</summary>
public sealed record ChartPoint
{
    /// <summary>The interval's label.</summary>
    public required string Period { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>The figure; null leaves a gap, which ends every run and across which no moving range is taken.</summary>
    public required decimal? Value { get; init; }

    /// <summary>The figure's symbol, which says why there is none; null also where the member had nothing in the interval.</summary>
    public required string? Symbol { get; init; }

    /// <summary>False where the interval is not over, or of an activity where the returns do not reach its end yet: the point is shown, but not judged, and the limits do not rest on it.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>How far it lies from the point before, in the same stretch.</summary>
    public required decimal? MovingRange { get; init; }

    /// <summary>The stretch's mean, to two decimal places.</summary>
    public required decimal? Mean { get; init; }

    /// <summary>The stretch's lower process limit, to two decimal places.</summary>
    public required decimal? Lower { get; init; }

    /// <summary>The stretch's upper process limit, to two decimal places.</summary>
    public required decimal? Upper { get; init; }

    /// <summary>The target in the interval; null where there is none.</summary>
    public required decimal? Target { get; init; }

    /// <summary>The first of the rules that holds: beyond-limit, trend, two-of-three or shift; null where none does.</summary>
    public required string? Rule { get; init; }

    /// <summary>The period of the first of the rule's points.</summary>
    public required string? RuleFrom { get; init; }

    /// <summary>The period of the last of them.</summary>
    public required string? RuleTo { get; init; }

    /// <summary>How many points make it up.</summary>
    public required int? RulePoints { get; init; }

    /// <summary>improvement, concern, neutral or common-cause; null where the point was not judged.</summary>
    public required string? Variation { get; init; }

    /// <summary>What was found, or why the point was not judged, in a sentence; null where there is nothing to say.</summary>
    public required string? Sentence { get; init; }
}
