using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>Which figures are asked for.</summary>
/// <param name="Dataset">The dataset that feeds the indicators.</param>
/// <param name="Indicators">The indicators, of that dataset.</param>
/// <param name="Days">The days; every whole interval that shares one of them is answered.</param>
/// <param name="Interval">How time is cut.</param>
/// <param name="By">A <see cref="Dimension"/>.</param>
/// <param name="Agency">Only this agency's, or null for the partnership's.</param>
/// <param name="KnownAt">What was known at this instant; null for what is known now, whatever the clock says.</param>
/// <param name="AskedAt">The instant of the question.</param>
public sealed record FigureQuery(Dataset Dataset, IReadOnlyList<Indicator> Indicators, Period Days, Interval Interval, string By, string? Agency, DateTimeOffset? KnownAt, DateTimeOffset AskedAt)
{
    /// <summary>From the first day of the first interval to the last of the last.</summary>
    public Period Reach { get; } = new(Interval.GetPeriodContaining(Days.From).From, Interval.GetPeriodContaining(Days.To).To);

    /// <summary>The instant whose knowledge the answer is.</summary>
    public DateTimeOffset Knowledge => KnownAt ?? AskedAt;

    /// <summary>Only intervals whose figures may have become others since this instant; null for all.</summary>
    public DateTimeOffset? UpdatedSince { get; init; }

    /// <summary>A second <see cref="Dimension"/>, crossed with the first; null where there is none.</summary>
    public string? SecondBy { get; init; }

    /// <summary>The breakdown by the name it was asked for, which rows repeat: <c>risk-grade</c>, where <see cref="By"/> is <c>team</c>.</summary>
    public string AskedBy { get => field ?? By; init; } = null!;

    /// <summary>The second breakdown by the name it was asked for; null where there is none.</summary>
    public string? AskedSecondBy { get => field ?? SecondBy; init; }

    /// <summary>True where members are told apart by the agency that sent the return.</summary>
    public bool IsByReturn => Dimension.ForReturns.Contains(By) || (SecondBy is not null && Dimension.ForReturns.Contains(SecondBy));

    /// <summary>The dimensions of records that are asked for, in the order in which they are: none, one or two.</summary>
    public IReadOnlyList<string> RecordDimensions => [.. new[] { By, SecondBy ?? Dimension.All }.Where(Dimension.IsOfRecords)];

    /// <summary>The dimension of the cells that answer.</summary>
    public string CellDimension => RecordDimensions is [var only] ? only : Dimension.All;

    /// <summary>True where no cell answers and the records in force are counted: two dimensions of records crossed, and a member by single days.</summary>
    public bool IsFromRecords => RecordDimensions.Count == 2 || (RecordDimensions.Count == 1 && Dataset.Shape == DatasetShape.Activity && Interval == Interval.Day);

    /// <summary>The same question of other days.</summary>
    public FigureQuery WithPeriod(Period days) => new(Dataset, Indicators, days, Interval, By, Agency, KnownAt, AskedAt) { SecondBy = SecondBy, UpdatedSince = UpdatedSince, AskedBy = AskedBy, AskedSecondBy = AskedSecondBy };

    /// <summary>
    /// The same question of another dataset's indicators. A breakdown that is asked for by name is the dataset's own.
    /// </summary>
    public FigureQuery WithDataset(Dataset dataset, IReadOnlyList<Indicator> indicators) => this with
    {
        Dataset = dataset,
        Indicators = indicators,
        By = dataset.FindDimension(AskedBy) ?? AskedBy,
        SecondBy = AskedSecondBy is { } second ? dataset.FindDimension(second) ?? second : null,
        AskedBy = AskedBy,
        AskedSecondBy = AskedSecondBy,
    };
}
