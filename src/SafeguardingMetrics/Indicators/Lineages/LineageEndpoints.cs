using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Lineages;

/// <summary>Where figures came from.</summary>
public static class LineageEndpoints
{
    /// <summary>Read what an indicator's figures came from</summary>
    /// <remarks>
    /// For every interval the returns that its figure rests on, which of their days it took and since when these belonged to them, the rules that their records broke, and
    /// by which version of the definition the figure was worked out. The parameters are those of the figures. With <c>by</c> and <c>member</c> of an agency or a sector
    /// only its returns are given; of any other member all are, since each of them was looked through for it.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter or year; month unless given.</param>
    /// <param name="by">What <c>member</c> is a member of, as for the figures; or two with a comma between, of which <c>member2</c> is a member of the second.</param>
    /// <param name="member">Only this member of the breakdown, or of the first of two.</param>
    /// <param name="member2">Only this member of the second breakdown.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <response code="200">What each figure rests on.</response>
    public static async Task<Results<Ok<Lineage>, ProblemHttpResult>> Get(
        string code, string? from, string? to, string? interval, string? by, string? member, string? member2, string? agency, string? knownAt, HttpContext http, Database database, IRequestClock clock)
    {
        if (DatasetCatalogue.FindIndicator(code) is not var (dataset, indicator)) return ProblemCatalogue.NoSuchIndicator;
        if (FigureParameters.ValidateMember(by, member, member2) is { } whyNotMember) return ProblemCatalogue.InvalidParameter.ToResult(whyNotMember);
        if (FigureParameters.ValidateBreakdown(by, (dataset, indicator)) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.ToResult(whyNotBy);
        var (query, why) = new FigureParameters(from, to, interval, by, agency, knownAt).ToQuery(dataset, [indicator], clock);
        if (query is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        var figures = await database.ReadForReports(async reading =>
            agency is not null && (await AgencyStore.List(reading)).All(known => known.Code != agency) ? null : await LineageReader.Read(reading, query, member, member2), http.RequestAborted);
        if (figures is null) return ProblemCatalogue.InvalidParameter.ToResult(FigureParameters.UnknownAgency);
        return TypedResults.Ok(new Lineage(code, dataset.Name, indicator.Version, by is null ? null : query.AskedBy, member, query.AskedSecondBy, member2, query.Knowledge, figures));
    }
}
