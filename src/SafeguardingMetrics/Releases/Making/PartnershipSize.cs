using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>
/// How large the partnership is, by its open cases as they are shown: where there are fewer than a hundred, months are told for the
/// whole only, and nothing by team or of what a child is.
/// </summary>
internal sealed class PartnershipSize
{
    private const string OfOpenCases = "unallocated-cases";
    private const int Least = 100;

    private readonly bool isLarge;

    private PartnershipSize(bool isLarge) => this.isLarge = isLarge;

    /// <summary>Reads the size as it was released last by an instant.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="at">The instant.</param>
    /// <param name="findTotal">The total of an indicator in the releases that are being made; null where it is not among them.</param>
    public static async Task<PartnershipSize> Read(ReadSession reading, DateTimeOffset at, Func<string, ReleasedFigure?> findTotal)
    {
        if (findTotal(OfOpenCases)?.ShownDenominator is { } now) return new(now.AtLeast >= Least);
        if (await ReleaseStore.FindLatest(reading, OfOpenCases, Interval.Month.Name, null, at) is not { } latest) return new(false);
        var total = (await ReleaseStore.ListFigures(reading, latest.ReleaseId)).First(row => row.Dimension == Dimension.All);
        return new(total.ShownDenominator is { } shown && shown.AtLeast >= Least);
    }

    /// <summary>True where an indicator may be told by a breakdown for intervals of a kind.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="dimension">The breakdown.</param>
    /// <param name="interval">The kind of interval.</param>
    /// <param name="total">The indicator's total in the same release.</param>
    public bool IsLargeEnough(Indicator indicator, string dimension, Interval interval, ReleasedFigure? total)
    {
        if (!indicator.IsAboutChildren) return true;
        if (!isLarge && interval == Interval.Month) return false;
        var isFine = Dimension.ForChildren.Contains(dimension) || ReleasedBreakdowns.IsOfTeams(indicator, dimension);
        return !isFine || (isLarge && total?.ShownDenominator is { } shown && shown.AtLeast >= Least);
    }
}
