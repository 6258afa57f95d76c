using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameters by which figures are asked for, read in one place for every endpoint that takes them.</summary>
/// <param name="From">The first day; the day eleven months before the month of <see cref="To"/> unless given.</param>
/// <param name="To">The last day; today in England unless given.</param>
/// <param name="Interval">One of <see cref="SafeguardingMetrics.Datasets.Calendar.Interval.All"/>; month unless given. Every whole interval that shares a day with from to to is answered.</param>
/// <param name="By">A dimension, or two with a comma between; the whole partnership unless given.</param>
/// <param name="Agency">Only what this agency sent.</param>
/// <param name="KnownAt">What was known at an instant, or at the end of a day; now unless given.</param>
public sealed record FigureParameters(string? From, string? To, string? Interval, string? By, string? Agency, string? KnownAt)
{
    /// <summary>What to say of an agency that the partnership does not have.</summary>
    public const string UnknownAgency = "agency is the code of an agency of the partnership.";

    internal const int MostIntervals = 5000;

    /// <summary>Only intervals whose figures may have become others since an instant, or since the beginning of a day; all unless given.</summary>
    public string? UpdatedSince { get; init; }

    /// <summary>Why an indicator cannot be broken down so; null where it can, and where by is no breakdown at all, of which <see cref="ToQuery"/> speaks.</summary>
    public static string? ValidateBreakdown(string? by, (Dataset Dataset, Indicator Indicator) of)
    {
        if (ParseDimensions(by) is not { } names) return null;
        var known = of.Dataset.GetDimensions(of.Indicator);
        List<string?> dimensions = [.. names.Select(of.Dataset.FindDimension)];
        if (!dimensions.All(known.Contains!))
            return $"{of.Indicator.Code} can be broken down by {string.Join(", ", known.Union(of.Dataset.GetBreakdowns(of.Indicator).Select(breakdown => breakdown.Name)))}.";
        return dimensions.Distinct().Count() < dimensions.Count ? $"{string.Join(" and ", names)} are the same breakdown of {of.Indicator.Code}." : null;
    }

    /// <summary>Why members cannot be asked for so; null where they can.</summary>
    public static string? ValidateMember(string? by, string? member, string? secondMember)
    {
        if (member is not null && by is null) return "member needs by, which says what it is a member of.";
        return secondMember is not null && ParseDimensions(by) is not { Count: 2 } ? "member2 needs two breakdowns in by, and is a member of the second." : null;
    }

    /// <summary>The dimensions that by names: none, one, or two with a comma between; null where it is no breakdown.</summary>
    public static IReadOnlyList<string>? ParseDimensions(string? by)
    {
        if (by is null) return [];
        var named = by.Split(',', StringSplitOptions.TrimEntries);
        // A sector says no more of an agency than the agency itself does.
        return named.Length <= 2 && named.Distinct().Count() == named.Length && named.All(DatasetCatalogue.BreakdownNames.Contains) && named.Count(Dimension.ForReturns.Contains) < 2 ? named : null;
    }

    /// <summary>What is asked for, of indicators of one dataset; or why it cannot be.</summary>
    public (FigureQuery? Query, string? Why) ToQuery(Dataset dataset, IReadOnlyList<Indicator> indicators, IRequestClock clock)
    {
        if (!QueryParameters.TryParseDay(From, out var from)) return (null, QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(To, out var to)) return (null, QueryParameters.InvalidDayDetail("to"));
        if (!QueryParameters.TryParseKnownAt(KnownAt, out var knownAt)) return (null, QueryParameters.InvalidInstantDetail("knownAt"));
        if (!QueryParameters.TryParseSince(UpdatedSince, out var updatedSince)) return (null, QueryParameters.InvalidInstantDetail("updatedSince"));
        if (updatedSince is not null && knownAt is not null) return (null, "updatedSince is of what is known now, and is not given together with knownAt.");
        if (SafeguardingMetrics.Datasets.Calendar.Interval.Find(Interval ?? "month") is not { } interval) return (null, $"interval is one of {string.Join(", ", SafeguardingMetrics.Datasets.Calendar.Interval.All.Select(known => known.Name))}.");
        if (ParseDimensions(By) is not { } dimensions) return (null, $"by is one of {string.Join(", ", DatasetCatalogue.BreakdownNames)}, or two of them with a comma between; agency and sector are not crossed with one another.");

        // Nothing is known of days outside these, and the ends of the calendar are no place to count from.
        var (earliest, latest) = (WorkingDayCalendar.FirstDay, WorkingDayCalendar.LastDay);
        var last = to ?? clock.Today;
        var first = from ?? Period.MonthOf(last < earliest ? earliest : last).AddMonths(-11);
        if (first < earliest || last > latest) return (null, $"from and to lie between {earliest:yyyy-MM-dd} and {latest:yyyy-MM-dd}.");
        if (last < first) return (null, "to is not before from.");
        var days = new Period(first, last);
        if (interval.Split(days).Take(MostIntervals + 1).Count() > MostIntervals) return (null, $"at most {MostIntervals} intervals are answered at once.");
        var asked = new FigureQuery(dataset, indicators, days, interval, dimensions is [var single, ..] ? single : Dimension.All, Agency, knownAt, clock.GetUtcNow())
        {
            SecondBy = dimensions is [_, var second] ? second : null,
            UpdatedSince = updatedSince,
        };
        return (asked.WithDataset(dataset, indicators), null);
    }
}
