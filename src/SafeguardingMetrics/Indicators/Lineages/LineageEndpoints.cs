using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Lineages;

/// <summary>What figures are made of, down to the returns.</summary>
public static class LineageEndpoints
{
    /// <summary>Read what an indicator's figures came from</summary>
    /// <remarks>
    /// For every interval the returns that its figure rests on, which of their days it took and since when these
    /// belonged to them, the rules that their records broke, and by which version of the definition the figure was
    /// worked out. The parameters are those of the figures. With <c>by</c> and <c>member</c> of an agency or a sector
    /// only its returns are given; of any other member all are, since each return was looked through for it.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="members">Of which members.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">What each figure rests on.</response>
    public static async Task<Results<Ok<Lineage>, ProblemHttpResult>> Get(
        string code, [AsParameters] FigureParameters asked, [AsParameters] MemberParameters members, [AsParameters] ReadServices services)
    {
        if (IndicatorCatalogue.Find(code) is not { } indicator) return ProblemCatalogue.NoSuchIndicator(code);
        members = members.WithCurrentNames();
        if (members.Validate(indicator) is { } whyNot) return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        var (selection, why) = asked.ToSelection(services.Clock, members.By);
        if (selection is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        var (figures, problem) = await services.ReadForReports<(IReadOnlyList<FigureLineage>?, ProblemHttpResult?)>(async reading =>
        {
            if (await AgencyLookup.FindUnknown(reading, selection.Agency) is { } unknown) return (null, unknown);
            return await MemberLookup.FindUnknown(reading, selection, indicator, members) is { } unknownMember
                ? (null, unknownMember)
                : (await LineageReader.Read(reading, selection, indicator, members.Member, members.Member2), null);
        });
        if (figures is null) return problem!;
        return TypedResults.Ok(new Lineage(
            code, string.Join(", ", indicator.Datasets.Select(dataset => dataset.Name)), indicator.Version,
            members.By is null ? null : selection.By, members.Member, selection.SecondBy, members.Member2, selection.Knowledge, figures));
    }
}
