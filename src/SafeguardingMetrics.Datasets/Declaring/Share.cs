using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A percentage of records: those that meet a condition, of those that count.</summary>
/// <param name="numerator">
/// The records that meet the condition. Those that are not in the denominator are not counted, whether or not the
/// numerator is declared as a part of the denominator.
/// </param>
/// <param name="denominator">The records that count.</param>
public sealed class Share<TRecord>(Count<TRecord> numerator, Count<TRecord> denominator) : Indicator<TRecord>
{
    private readonly Func<TRecord, ReturnContext, bool> isInNumerator = numerator.GetConditionWithin(denominator);

    /// <inheritdoc/>
    public override Count<TRecord> Numerator => numerator;

    /// <inheritdoc/>
    public override Count<TRecord> Denominator => denominator;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Percent;

    /// <summary>True of a share of records on time that is made of the records of a length of time.</summary>
    /// <param name="whole">The denominator of the length of time.</param>
    internal bool IsOnTimeOf(Count<TRecord> whole) => Code.EndsWith("-on-time", StringComparison.Ordinal) && numerator.IsPartOf(whole);

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        measure = default;
        if (!denominator.Includes(record, facts)) return false;
        measure = new Measure(isInNumerator(record, facts) ? Measure.One : 0, Measure.One, 0);
        return true;
    }
}
