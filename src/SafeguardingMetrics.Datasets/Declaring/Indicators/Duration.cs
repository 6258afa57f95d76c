using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>A length of time in working days: the median and the 90th centile, and how many meet a limit.</summary>
public sealed class Duration<TRecord> : Indicator<TRecord>
{
    private Indicator? waiting;

    /// <summary>The working days, 0 or more; null where the record does not count.</summary>
    public required Func<TRecord, ReturnContext, int?> Amount { get; init; }

    /// <summary>True where a record that counts, with its amount, is in the numerator.</summary>
    public required Func<TRecord, int, bool> InNumerator { get; init; }

    /// <summary>True where the time has begun and has not ended: such records have no amount, and are counted beside those that have.</summary>
    public required Func<TRecord, ReturnContext, bool> IsOpen { get; init; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Days;

    /// <inheritdoc/>
    public override Indicator Waiting => waiting ??= new Share<TRecord>
    {
        Code = $"{Code}/waiting", Title = $"{Title}: still waiting", Summary = Summary, Numerator = "still waiting", Denominator = "still waiting", Rationale = Rationale, Limitations = Limitations,
        Polarity = Polarity.Low, Basis = Basis, Source = Source, Version = Version, InDenominator = IsOpen, InNumerator = (record, facts) => true,
    };

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        measure = default;
        if (Amount(record, facts) is not { } amount) return false;
        measure = new Measure(InNumerator(record, amount) ? Measure.One : 0, Measure.One, amount);
        return true;
    }
}
