namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>
/// An indicator that needs several records of a return at once: a SQL view under <c>db/views/indicators</c> gives a row for each
/// case counted (<c>ReturnId, RecordNumber, CountedOn, Locality, Team, Category, Numerator, Denominator, Amount</c>).
/// </summary>
public sealed class AcrossRecords : Indicator
{
    /// <summary>The view's name.</summary>
    public required string View { get; init; }

    /// <inheritdoc/>
    public override Unit Unit => Unit.Cases;

    /// <inheritdoc/>
    public override IReadOnlyList<string>? OnlyBy { get; } = [Dimension.Team];
}
