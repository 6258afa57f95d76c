using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Releases.Store;

namespace SafeguardingMetrics.Releases.Endpoints;

/// <summary>The latest release of an indicator's month, quarter or financial year. Every column is always present.</summary>
public sealed record ReleaseListRow
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }

    /// <summary>month, quarter or financial-year.</summary>
    public required string Interval { get; init; }

    /// <summary>The interval's label, such as 2026-10.</summary>
    public required string Period { get; init; }

    /// <summary>The interval's first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The interval's last day.</summary>
    public required DateOnly To { get; init; }

    /// <summary>1, 2 or 3: at most three releases are made.</summary>
    public required int Number { get; init; }

    /// <summary>The instant whose knowledge it shows, and from which on it is shown.</summary>
    public required DateTimeOffset ReleasedAt { get; init; }

    /// <summary>False where a return was missing or held.</summary>
    public required bool IsComplete { get; init; }

    /// <summary>The day of the next release; null where there is none.</summary>
    public required DateOnly? NextReleaseOn { get; init; }

    /// <summary>Creates the row.</summary>
    internal static ReleaseListRow Create(FigureRelease release)
    {
        var interval = Datasets.Calendar.Interval.Find(release.IntervalName)!;
        var settled = IndicatorCatalogue.Find(release.Indicator)?.SettledAfterDays;
        return new()
        {
            Indicator = release.Indicator,
            Interval = release.IntervalName,
            Period = interval.Split(Datasets.Calendar.Period.FromDay(release.FromDay)).First().Label,
            From = release.FromDay,
            To = release.ToDay,
            Number = release.Number,
            ReleasedAt = release.ReleasedAt,
            IsComplete = release.IsComplete,
            NextReleaseOn = settled is { } days ? release.FindNext(days) : null,
        };
    }
}
