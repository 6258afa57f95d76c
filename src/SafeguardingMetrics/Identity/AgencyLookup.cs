using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Identity;

/// <summary>Says that the partnership has no agency of a code, and which is most likely meant.</summary>
public static class AgencyLookup
{
    /// <summary>What to say where the partnership has no agency of the code that was given.</summary>
    public static string DescribeUnknown(string code, IEnumerable<string> known) =>
        NameAdvice.Describe("agency is the code of an agency of the partnership", code, known);

    /// <summary>
    /// The problem where the partnership has no agency of this code; null where it has, or none is asked for.
    /// </summary>
    public static async Task<ProblemHttpResult?> FindUnknown(ReadSession reading, string? code)
    {
        if (code is null) return null;
        var known = (await AgencyStore.List(reading)).Select(agency => agency.Code).ToList();
        return known.Contains(code) ? null : ProblemCatalogue.InvalidParameter.ToResult(DescribeUnknown(code, known));
    }
}
