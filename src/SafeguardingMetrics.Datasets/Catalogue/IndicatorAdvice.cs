using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Datasets.Catalogue;

/// <summary>Says that a code is no indicator's, and which is most likely meant.</summary>
public static class IndicatorAdvice
{
    /// <summary>What to say of a parameter or a member of a body that is the code of no indicator.</summary>
    public static string DescribeUnknown(string name, string code) =>
        NameAdvice.Describe($"{name} is the code of one that GET /v1/indicators lists", code, Codes);

    /// <summary>What to say of codes that are no indicator's, one sentence each.</summary>
    public static string DescribeUnknown(IEnumerable<string> codes) => string.Join(' ', codes.Select(DescribeUnknown));

    /// <summary>What to say of a code that is no indicator's.</summary>
    public static string DescribeUnknown(string code) =>
        $"No indicator has "
        + $"{(NameAdvice.Quote(code, Codes) is { } quoted ? $"the code {quoted}" : "this code")}.{NameAdvice.FindMeant(code, Codes)}";

    private static IEnumerable<string> Codes => IndicatorCatalogue.All.Select(indicator => indicator.Code);
}
