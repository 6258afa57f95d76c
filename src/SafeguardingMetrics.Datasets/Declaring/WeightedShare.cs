using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A percentage of something that records carry, such as full-time equivalents or sessions.</summary>
/// <param name="numerator">What is added up of the records that count.</param>
/// <param name="denominator">What is added up in all; a record that carries 0 of it does not count.</param>
public sealed class WeightedShare<TRecord>(Quantity<TRecord> numerator, Quantity<TRecord> denominator) : Indicator<TRecord>
{
    /// <inheritdoc/>
    public override Quantity<TRecord> Numerator => numerator;

    /// <inheritdoc/>
    public override Quantity<TRecord> Denominator => denominator;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Percent;

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        var whole = denominator.GetAmount(record);
        measure = whole == 0 ? default : new Measure((long)(numerator.GetAmount(record) * Measure.One), (long)(whole * Measure.One), 0);
        return whole != 0;
    }
}
