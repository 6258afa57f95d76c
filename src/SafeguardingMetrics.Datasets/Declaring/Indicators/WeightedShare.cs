using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>A percentage of something that records carry, such as full-time equivalents or sessions.</summary>
public sealed class WeightedShare<TRecord> : Indicator<TRecord>
{
    /// <summary>What the record adds to the denominator, at most two decimal places; 0 where it does not count.</summary>
    public required Func<TRecord, decimal> Whole { get; init; }

    /// <summary>What the record adds to the numerator, at most two decimal places.</summary>
    public required Func<TRecord, decimal> Part { get; init; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Percent;

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        var whole = Whole(record);
        measure = whole == 0 ? default : new Measure((long)(Part(record) * Measure.One), (long)(whole * Measure.One), 0);
        return whole != 0;
    }
}
