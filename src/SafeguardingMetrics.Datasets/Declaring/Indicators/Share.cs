using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>A percentage of records: those that meet something, of those that count.</summary>
public sealed class Share<TRecord> : Indicator<TRecord>
{
    /// <summary>True where the record is in the denominator.</summary>
    public required Func<TRecord, ReturnContext, bool> InDenominator { get; init; }

    /// <summary>True where a record that counts is in the numerator.</summary>
    public required Func<TRecord, ReturnContext, bool> InNumerator { get; init; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Percent;

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        measure = default;
        if (!InDenominator(record, facts)) return false;
        measure = new Measure(InNumerator(record, facts) ? Measure.One : 0, Measure.One, 0);
        return true;
    }
}
