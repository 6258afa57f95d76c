using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// An indicator that is made of one dataset's records. Its counts are stored under its own code when a return is
/// stored.
/// </summary>
public abstract class DatasetIndicator : Indicator
{
    private Dataset? dataset;

    /// <summary>The dataset that declares the indicator.</summary>
    /// <exception cref="InvalidOperationException">No dataset declares it.</exception>
    public Dataset Dataset
    {
        get => dataset ?? throw new InvalidOperationException($"{Code} is not among the indicators of a dataset.");
        internal set
        {
            dataset = value;
            Waiting?.Dataset = value;
        }
    }

    /// <summary>
    /// Where the indicator needs longer, or not so long, as others of its kind: how many days after its end an interval's figures
    /// are settled, at most 92. Null for 5 days of a snapshot and 15 of an activity.
    /// </summary>
    public int? SettlesAfterDays { get; init; }

    /// <inheritdoc/>
    public override int SettledAfterDays => SettlesAfterDays ?? (Dataset.Shape == DatasetShape.Snapshot ? 5 : 15);

    /// <inheritdoc/>
    public override CountInput NumeratorInput => new(this, CountRole.Numerator);

    /// <inheritdoc/>
    public override CountInput DenominatorInput => new(this, CountRole.Denominator);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Dimensions => Dataset.GetDimensions(this);

    /// <inheritdoc/>
    public override IReadOnlyList<string> BreakdownNames =>
    [
        .. Dimensions.Union(Dataset.GetBreakdowns(this).Select(breakdown => breakdown.Name)),
    ];

    /// <summary>
    /// Where the indicator counts something other than people, such as sessions: the code of the indicator of the same
    /// dataset whose denominator counts the people behind them. Otherwise null.
    /// </summary>
    public string? People { get; init; }

    /// <summary>
    /// For a length of time, what counts the records whose time has not ended yet; otherwise null. It has stored counts
    /// like an indicator, but is not in the catalogue.
    /// </summary>
    public virtual DatasetIndicator? Waiting => null;

    /// <summary>
    /// The only breakdowns of records that the indicator has; null where it has all that its dataset has.
    /// </summary>
    public virtual IReadOnlyList<string>? OnlyBy => null;

    /// <summary>
    /// Equal for two counts of the dataset that always have the same number, whichever indicators they belong to; null
    /// for what is no share of anything, such as cases a worker less workers.
    /// </summary>
    internal object? GetIdentity(CountRole role) => role switch
    {
        CountRole.Denominator => Denominator.Identity,
        CountRole.Numerator => NumeratorIdentity,
        _ => Unit == Unit.Cases ? null : Count.GetRestIdentity(Denominator.Identity, NumeratorIdentity),
    };

    // A numerator that is not declared as a part of the denominator counts what meets both.
    private object NumeratorIdentity => Unit == Unit.Cases || Numerator.IsSameAs(Denominator) || Numerator.IsPartOf(Denominator)
        ? Numerator.Identity
        : (Denominator.Identity, Numerator.Identity);
}
