using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Releases.Protection;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.Releases.Reading;

/// <summary>A figure as readers of protected figures see it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Label">The interval's label.</param>
/// <param name="Days">The interval's days.</param>
/// <param name="Member">The member of the breakdown; null for the total.</param>
public sealed record ShownFigure(Indicator Indicator, string Label, Period Days, string? Member)
{
    /// <summary>The symbol of a row without a released figure.</summary>
    public const string NotReleased = "x";

    /// <summary>The instant of the release; null where the interval is not released.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>When the release was made, which can be later than its instant; null likewise.</summary>
    public DateTimeOffset? MadeAt { get; init; }

    /// <summary>The day of the next release; null where there is none, or it is not known.</summary>
    public DateOnly? NextReleaseOn { get; init; }

    /// <summary>False where a return was missing or held when it was released, and where it is not released.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The numerator; null where it is not shown.</summary>
    public ShownCount? Numerator { get; init; }

    /// <summary>The denominator; null where it is not shown.</summary>
    public ShownCount? Denominator { get; init; }

    /// <summary>The value; null where none is shown.</summary>
    public decimal? Value { get; init; }

    /// <summary>
    /// What charts, colours, order and comparison take as the value: where the numerator is fewer than five, two of it. Null where there is
    /// none.
    /// </summary>
    public decimal? Level { get; init; }

    /// <summary>The least that the value may be; null where there is none, or it is exact.</summary>
    public decimal? ValueAtLeast { get; init; }

    /// <summary>The most that the value may be.</summary>
    public decimal? ValueAtMost { get; init; }

    /// <summary>The 90th centile; null where none is shown.</summary>
    public decimal? P90 { get; init; }

    /// <summary>Why there is no value; null where there is one.</summary>
    public string? Symbol { get; init; } = NotReleased;

    /// <summary>Which returns it rests on; of records it says nothing.</summary>
    public FigureCoverage Coverage { get; init; } = new(0, 0, 0, 0, 0, 0, 0);
}
