using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A length of time in working days: the median and the 90th centile, and how many meet a limit.</summary>
/// <param name="numerator">The records that meet the limit.</param>
/// <param name="denominator">The records whose time has ended.</param>
public sealed class Duration<TRecord>(Count<TRecord> numerator, Count<TRecord> denominator) : Indicator<TRecord>
{
    private const string StillWaiting = "still waiting";

    private readonly Func<TRecord, ReturnContext, bool> isInNumerator = numerator.GetConditionWithin(denominator);
    private DatasetIndicator? waiting;

    /// <inheritdoc/>
    public override Count<TRecord> Numerator => numerator;

    /// <inheritdoc/>
    public override Count<TRecord> Denominator => denominator;

    /// <summary>
    /// The working days of a record in the denominator, 0 or more; null where they are not known and the record does
    /// not count.
    /// </summary>
    public required Func<TRecord, ReturnContext, int?> Amount { get; init; }

    /// <summary>
    /// The records that are on time, where an on-time share stands beside this length of time. A record that is not
    /// among them is late, and then has at least 1 working day: a visit due on a Friday and made on the Saturday is late,
    /// although no working day lies between.
    /// </summary>
    public Count<TRecord>? OnTime { get; init; }

    /// <summary>
    /// True where the time has begun and has not ended. Such records have no amount, and are counted beside those that
    /// have.
    /// </summary>
    public required Func<TRecord, ReturnContext, bool> IsOpen { get; init; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Days;

    /// <inheritdoc/>
    public override DatasetIndicator Waiting => waiting ??= CreateWaiting();

    /// <inheritdoc/>
    public override bool TryMeasure(TRecord record, ReturnContext facts, out Measure measure)
    {
        measure = default;
        if (!denominator.Includes(record, facts) || Amount(record, facts) is not { } amount) return false;
        if (amount < 1 && OnTime?.Includes(record, facts) == false) amount = 1;
        measure = new Measure(isInNumerator(record, facts) ? Measure.One : 0, Measure.One, amount);
        return true;
    }

    private Share<TRecord> CreateWaiting()
    {
        var open = new Count<TRecord>(StillWaiting, IsOpen);
        return new(numerator: open, denominator: open)
        {
            Code = $"{Code}/waiting", Title = $"{Title}: {StillWaiting}", Topic = Topic, Summary = Summary, Rationale = Rationale,
            Limitations = Limitations, Polarity = Polarity.Low, Basis = Basis, Source = Source, Version = Version,
        };
    }
}
