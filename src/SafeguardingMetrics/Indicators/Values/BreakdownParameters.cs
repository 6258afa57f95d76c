using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Indicators.Values;

/// <summary>The query parameter of endpoints that show figures by a breakdown.</summary>
public sealed record BreakdownParameters
{
    /// <summary>
    /// The breakdown: <c>agency</c>, <c>sector</c>, <c>locality</c>, <c>team</c> or <c>category</c>, and where the
    /// indicator's <c>dimensions</c> in the catalogue say so <c>ethnicity</c>, <c>sex</c>, <c>age</c> or
    /// <c>disability</c>. Two with a comma between (<c>locality,ethnicity</c>) give each pair of members; <c>agency</c>
    /// and <c>sector</c> do not go together. If you leave it out: no breakdown.
    /// </summary>
    [FromQuery(Name = "by")]
    public string? By { get; init; }

    /// <summary>
    /// Why an indicator cannot be broken down so; null where it can, and where <c>by</c> is no breakdown at all, which
    /// makes no selection.
    /// </summary>
    public static string? ValidateBreakdown(string? by, Indicator indicator)
    {
        if (ParseDimensions(by) is not { } names) return null;
        if (!names.All(indicator.BreakdownNames.Contains))
            return NameAdvice.Describe(
                $"{indicator.Code} can be broken down by {string.Join(", ", indicator.BreakdownNames)}",
                names.First(name => !indicator.BreakdownNames.Contains(name)),
                indicator.BreakdownNames);
        return indicator.Datasets.Any(dataset => names.Select(dataset.FindDimension).Distinct().Count() < names.Count)
            ? $"{string.Join(" and ", names)} are the same breakdown of {indicator.Code}."
            : null;
    }

    /// <summary>Why <c>by</c> names no breakdown, or none that go together.</summary>
    public static string DescribeInvalid(string by)
    {
        var known = DatasetCatalogue.BreakdownNames;
        var sentence = $"by is one of {string.Join(", ", known)}, or two of them with a comma between; agency and sector are not crossed "
            + "with one another";
        return by.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? NameAdvice.Describe(sentence, unknown, known)
            : $"{sentence}.";
    }

    /// <summary>
    /// The breakdowns that <c>by</c> names: none, one, or two with a comma between; null where it is no breakdown.
    /// </summary>
    public static IReadOnlyList<string>? ParseDimensions(string? by)
    {
        if (by is null) return [];
        var named = by.Split(',', StringSplitOptions.TrimEntries);
        // A sector says no more of an agency than the agency itself does.
        return named.Length <= 2
            && named.Distinct().Count() == named.Length
            && named.All(DatasetCatalogue.BreakdownNames.Contains)
            && named.Count(Dimension.ForReturns.Contains) < 2
            ? named
            : null;
    }
}
