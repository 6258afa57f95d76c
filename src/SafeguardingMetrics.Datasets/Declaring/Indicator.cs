using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// A figure for the board: what it means, which counts it is made of, and how its value follows from them.
/// </summary>
public abstract class Indicator
{
    /// <summary>Its code in the API, in kebab-case.</summary>
    public required string Code { get; init; }

    /// <summary>
    /// The number of the definition, from 1. Raise it with every change after which stored counts would no longer be
    /// what records give: of what counts, and of the breakdowns. Stored counts of an earlier version stay until they
    /// are recalculated.
    /// </summary>
    public int Version { get; init; } = 1;

    /// <summary>Its name on a page.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about.</summary>
    public required Topic Topic { get; init; }

    /// <summary>The definition in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What the numerator counts.</summary>
    public abstract Count Numerator { get; }

    /// <summary>What the denominator counts.</summary>
    public abstract Count Denominator { get; }

    /// <summary>Why a board looks at it.</summary>
    public required string Rationale { get; init; }

    /// <summary>What it does not show, and how it can mislead.</summary>
    public required string Limitations { get; init; }

    /// <summary>Which way is better.</summary>
    public required Polarity Polarity { get; init; }

    /// <summary>How the definition stands: set by law, published, or a local convention.</summary>
    public required Basis Basis { get; init; }

    /// <summary>Where the definition comes from.</summary>
    public required Source Source { get; init; }

    /// <summary>The unit of the value.</summary>
    public abstract Unit Unit { get; }

    /// <summary>
    /// True where the numerator is a part of the denominator, so that the value is a proportion with a confidence
    /// interval.
    /// </summary>
    public virtual bool IsProportion => Unit == Unit.Percent;

    /// <summary>True where the value is the median of amounts, and the 90th centile is given beside it.</summary>
    public bool HasAmount => Unit == Unit.Days;

    /// <summary>The stored count that the numerator is.</summary>
    public abstract CountInput NumeratorInput { get; }

    /// <summary>The stored count that the denominator is.</summary>
    public abstract CountInput DenominatorInput { get; }

    /// <summary>The stored counts that the value is made of: the numerator, then the denominator.</summary>
    public IReadOnlyList<CountInput> Inputs => [NumeratorInput, DenominatorInput];

    /// <summary>The datasets of the inputs, each once.</summary>
    public IReadOnlyList<Dataset> Datasets => [.. Inputs.Select(input => input.Dataset).Distinct()];

    /// <summary>The dimensions by which figures of the indicator can be broken down.</summary>
    public abstract IReadOnlyList<string> Dimensions { get; }

    /// <summary>
    /// Every name that a breakdown of the indicator can be asked for by: its dimensions, and the names that a dataset
    /// has of its own for them.
    /// </summary>
    public abstract IReadOnlyList<string> BreakdownNames { get; }

    /// <summary>
    /// How many days after its end an interval's figures hardly change any more, so that they may be released to readers of
    /// protected figures. A convention of this service, from how late each kind of record is usually filled in.
    /// </summary>
    public abstract int SettledAfterDays { get; }

    /// <summary>True where one of its inputs counts children, so that small numbers are protected.</summary>
    public bool IsAboutChildren => Inputs.Any(input => input.Dataset.IsAboutChildren);
}

/// <summary>An indicator that each record of a dataset adds to by itself.</summary>
public abstract class Indicator<TRecord> : DatasetIndicator
{
    /// <summary>Says what a record adds.</summary>
    /// <param name="record">The record. It has no error.</param>
    /// <param name="facts">The return that it came in.</param>
    /// <param name="measure">What it adds.</param>
    /// <returns>False where the record is not in the denominator.</returns>
    public abstract bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure);
}
