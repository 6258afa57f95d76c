using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>
/// An indicator that needs several records of a return at once. A SQL view under <c>db/views/indicators</c> gives a row
/// for each case counted (<c>ReturnId, RecordNumber, CountedOn, Locality, Team, Category, Numerator, Denominator,
/// Amount</c>).
/// </summary>
/// <param name="numerator">What the view's numerator counts; a count of the dataset where the view counts the
/// same.</param>
/// <param name="denominator">What the view's denominator counts.</param>
public sealed class AcrossRecords(Count numerator, Count denominator) : DatasetIndicator
{
    /// <summary>The view's name.</summary>
    public required string View { get; init; }

    /// <inheritdoc/>
    public override Count Numerator => numerator;

    /// <inheritdoc/>
    public override Count Denominator => denominator;

    /// <inheritdoc/>
    public override Unit Unit => Unit.Cases;

    /// <inheritdoc/>
    public override IReadOnlyList<string>? OnlyBy { get; } = [Dimension.Team];
}
