using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Reading;

/// <summary>
/// Finds out whether an indicator's figures ever had a member. A misspelt member would otherwise be answered like one
/// without any case.
/// </summary>
internal static class MemberLookup
{
    private static readonly Sql Members = new("""
        SELECT DISTINCT c.Member
        FROM Segment s
        JOIN Cell c ON c.SegmentId = s.SegmentId AND c.Indicator = @Indicator AND c.Dimension = @Dimension
        WHERE s.Dataset = @Dataset
        """);

    /// <summary>The problem that names a member that never was, and the nearest; null where all are known.</summary>
    public static async Task<ProblemHttpResult?> FindUnknown(
        ReadSession reading, FigureSelection selection, Indicator indicator, MemberParameters asked, bool seesFullFigures = true) =>
        await FindUnknown(reading, indicator, "member", selection.By, asked.Member, seesFullFigures)
            ?? await FindUnknown(reading, indicator, "member2", selection.SecondBy, asked.Member2, seesFullFigures);

    private static async Task<ProblemHttpResult?> FindUnknown(
        ReadSession reading, Indicator indicator, string parameter, string? by, string? member, bool seesFullFigures)
    {
        if (member is null || by is null) return null;
        // Whose key is protected learns of a new team with the release that has it.
        var known = seesFullFigures || !Dimension.IsOfRecords(by)
            ? await ListMembers(reading, indicator, by)
            : await ReleaseStore.ListMembers(reading, indicator.Code, ReleasedBreakdowns.GetDimension(indicator, by));
        // Before the first return nothing tells a misspelt name from another.
        if (known.Count == 0 || known.Contains(member)) return null;
        return ProblemCatalogue.InvalidParameter.ToResult(
            NameAdvice.Describe($"{parameter} is a member of {by} that figures of {indicator.Code} have", member, known));
    }

    private static async Task<IReadOnlyCollection<string>> ListMembers(ReadSession reading, Indicator indicator, string by)
    {
        if (by == Dimension.Agency) return [.. (await AgencyStore.List(reading)).Select(agency => agency.Code)];
        if (by == Dimension.Sector) return [.. Sector.All];
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var input in indicator.Inputs)
        {
            var parameters = new
            {
                Dataset = input.Dataset.Name,
                Indicator = input.Indicator.Code,
                Dimension = input.Dataset.FindDimension(by),
            };
            members.UnionWith(await reading.Query<string>(Members, parameters));
        }

        return members;
    }
}
