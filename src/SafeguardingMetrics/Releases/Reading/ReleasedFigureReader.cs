using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Reading;

/// <summary>Reads figures as readers of protected figures see them: from releases, and from nothing else.</summary>
public sealed class ReleasedFigureReader
{
    private readonly FigureSelection selection;
    private readonly ILookup<(string Indicator, string Interval), FigureRelease> releases;
    private readonly Dictionary<string, ILookup<string, ReleasedFigure>> figures = [];

    private ReleasedFigureReader(FigureSelection selection, IEnumerable<FigureRelease> releases)
    {
        this.selection = selection;
        this.releases = releases.ToLookup(release => (release.Indicator, release.IntervalName));
    }

    /// <summary>Why an indicator's figures are not released so, in a sentence; null where they are.</summary>
    public static string? FindRefusal(FigureSelection selection, Indicator indicator)
    {
        if (!indicator.IsAboutChildren) return null;
        if (!selection.Interval.IsWholeMonths) return "Days and weeks are not released.";
        if (selection.SecondBy is not null) return "Two breakdowns at a time are not released.";
        if (selection.By == Dimension.All) return null;
        if (selection.Agency is not null) return "An agency's figures are released without a breakdown.";
        var told = ReleasedBreakdowns.Intervals
            .Where(interval => ReleasedBreakdowns.IsReleased(indicator, selection.By, interval)).ToList();
        return IsToldBy(selection.Interval, told)
            ? null
            : $"By {selection.By}, figures of {indicator.Code} are released by {string.Join(" and by ", told.Select(one => one.Name))}.";
    }

    /// <summary>True where every figure of a selection is read from releases.</summary>
    public static bool IsOfReleases(FigureSelection selection) =>
        selection.Interval.IsWholeMonths && selection.SecondBy is null && (selection.Agency is null || selection.By == Dimension.All);

    /// <summary>The figures, by indicator, interval and member; an interval that is not released is one row of the total.</summary>
    public static async Task<IReadOnlyList<ShownFigure>> Read(
        ReadSession reading, FigureSelection selection, IReadOnlyList<Indicator> indicators)
    {
        var reach = selection.Reach;
        // A quarter of which a rolling year has a part is not asked for, and is not read.
        var reader = new ReleasedFigureReader(
            selection, await ReleaseStore.ListLatest(reading, reach.From, reach.To, selection.KnownAt));
        var shown = new List<ShownFigure>();
        foreach (var indicator in indicators) shown.AddRange(await reader.Read(reading, indicator));
        return shown;
    }

    // Where there are no months, only intervals that are made of whole quarters.
    private static bool IsToldBy(Interval asked, IReadOnlyCollection<Interval> told) =>
        told.Contains(asked) || told.Contains(Interval.Month) || (asked == Interval.Year && told.Contains(Interval.Quarter));

    private async Task<IEnumerable<ShownFigure>> Read(ReadSession reading, Indicator indicator)
    {
        var (by, member) = selection is { By: Dimension.All, Agency: { } agency } ? (Dimension.Agency, agency) : (selection.By, null);
        var dimension = ReleasedBreakdowns.GetDimension(indicator, by);
        var rows = await ListRows(reading, dimension);
        var known = ReleasedBreakdowns.Intervals.ToDictionary(
            interval => interval.Name,
            interval => releases[(indicator.Code, interval.Name)].ToDictionary(release => release.FromDay),
            StringComparer.Ordinal);
        var shown = new List<ShownFigure>();
        foreach (var (label, days) in selection.Intervals)
        {
            var parts = ReleasedParts
                .Split(selection.Interval, days, quarter => known[Interval.Quarter.Name].ContainsKey(quarter.From))
                .Select(part => (part, Release: known[part.Interval.Name].GetValueOrDefault(part.Days.From)))
                .ToList();
            // Released with its last month.
            if (parts[^1].Release is not { } last)
            {
                shown.Add(new ShownFigure(indicator, label, days, null) { NextReleaseOn = FindFirstRelease(indicator, days) });
                continue;
            }

            if (parts.Any(one => !ReleasedBreakdowns.IsReleased(indicator, dimension, one.part.Interval))) continue;
            var made = parts.Select(one => one.Release).OfType<FigureRelease>().ToList();
            var figure = new ShownFigure(indicator, label, days, null)
            {
                ReleasedAt = made.Max(release => release.ReleasedAt),
                MadeAt = made.Max(release => release.MadeAt),
                NextReleaseOn = last.FindNext(indicator.SettledAfterDays),
                IsComplete = made.TrueForAll(release => release.IsComplete) && made.Count == parts.Count,
            };
            foreach (var ofMember in made.SelectMany(release => rows[release.ReleaseId])
                .Where(row => member is null || row.Member == member)
                .GroupBy(row => row.Member, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
            {
                var counted = ofMember.ToList();
                shown.Add(ShownFigureBuilder.AddNumbers(
                    figure with
                    {
                        Member = dimension == Dimension.All || member is not null ? null : ofMember.Key,
                        Coverage = GetCoverage(counted),
                    },
                    ReleasedPart.Combine(indicator, counted)));
            }
        }

        return shown;
    }

    private async Task<ILookup<string, ReleasedFigure>> ListRows(ReadSession reading, string dimension)
    {
        if (figures.TryGetValue(dimension, out var known)) return known;
        var reach = selection.Reach;
        var rows = await ReleaseStore.ListFigures(reading, reach.From, reach.To, dimension, selection.KnownAt);
        return figures[dimension] = rows.ToLookup(row => row.ReleaseId, StringComparer.Ordinal);
    }

    private DateOnly? FindFirstRelease(Indicator indicator, Period days)
    {
        var planned = ReleaseDays.List(days.To, indicator.SettledAfterDays)[0];
        var today = London.DayOf(selection.Knowledge);
        // Then it waits for a return, or nothing is known of the interval.
        return planned > today ? planned : planned.AddDays(ReleaseDays.LongestWait) is var latest && latest >= today ? latest : null;
    }

    // Of several intervals, agencies as of the last one, and all periods.
    private static FigureCoverage GetCoverage(IReadOnlyList<ReleasedFigure> rows) => new(
        rows[^1].AgenciesExpected,
        rows.Max(row => row.AgenciesReported),
        rows.Sum(row => row.PeriodsDue),
        rows.Sum(row => row.PeriodsCovered),
        0, 0, 0);
}
