using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Http;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Cases;
using SafeguardingMetrics.Indicators.Catalogue;
using SafeguardingMetrics.Indicators.Charts;
using SafeguardingMetrics.Indicators.Lineages;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Endpoints;

/// <summary>The catalogue of indicators, their figures, and the cases behind them.</summary>
public static class IndicatorEndpoints
{
    private const string ValuesPath = "v1/indicator-values";

    /// <summary>Maps them.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder v1)
    {
        var catalogue = v1.MapGroup("/indicators").WithTags("Indicators").RequireAuthorization();
        catalogue.MapGet("", List).WithName("listIndicators").Conditional();
        catalogue.MapGet("/{code}", Get).WithName("getIndicator").Conditional().Problems(ProblemCatalogue.UnknownIndicator);

        var any = v1.MapGroup("").WithTags("Figures").Problems(ProblemCatalogue.UnknownIndicator);
        any.MapGet("/indicator-values/powerquery", PowerQuery).WithName("getPowerQuery").RequireAuthorization(Permission.ReadFigures)
            .Produces<string>(200, MediaTypeNames.Text.Plain).Problems(ProblemCatalogue.FullFiguresOnly);

        var figures = any.MapGroup("").RequireAuthorization(Permission.ReadFigures).Problems(FigureReader.Problems);
        figures.MapGet("/indicators/{code}/values", Values).WithName("listValues").Conditional(isOfFigures: true);
        figures.MapGet("/indicators/{code}/chart", ChartEndpoints.Chart).WithName("getChart").Conditional(isOfFigures: true);
        figures.MapGet("/indicator-values", ValuesOfMany).WithName("listIndicatorValues").Conditional(isOfFigures: true);

        var cases = any.MapGroup("").RequireAuthorization(Permission.ReadFullFigures, Permission.ReadCases);
        cases.MapGet("/indicators/{code}/cases", CaseEndpoints.Cases).WithName("listCases").Audited(AuditAction.CasesRead)
            .Problems(ProblemCatalogue.DefinitionChanged, ProblemCatalogue.NoLongerKept);
        cases.MapGet("/indicators/{code}/lineage", LineageEndpoints.Get).WithName("getLineage").Audited(AuditAction.LineageRead);
    }

    /// <summary>List the indicators</summary>
    /// <remarks>The catalogue: what each figure means, in words, and what it is about.</remarks>
    /// <response code="200">The indicators, in the order of their datasets.</response>
    public static async Task<Ok<IReadOnlyList<IndicatorDescription>>> List([AsParameters] ReadServices services)
    {
        var targets = await ReadCurrentTargets(services);
        return TypedResults.Ok<IReadOnlyList<IndicatorDescription>>([
            .. IndicatorCatalogue.All.Select(indicator => Describe(indicator, targets, services.Clock)),
        ]);
    }

    /// <summary>Get an indicator's definition</summary>
    /// <remarks>Meaning, topic, numerator, denominator, unit, which way is better, source and limits.</remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The indicator.</response>
    public static async Task<Results<Ok<IndicatorDescription>, ProblemHttpResult>> Get(
        string code, [AsParameters] ReadServices services) =>
        IndicatorCatalogue.Find(code) is { } indicator
            ? TypedResults.Ok(Describe(indicator, await ReadCurrentTargets(services), services.Clock))
            : ProblemCatalogue.NoSuchIndicator(code);

    /// <summary>Read an indicator's figures</summary>
    /// <remarks>
    /// Flat rows, oldest first, as a JSON array, as CSV, as an Excel workbook (xlsx) or as Parquet with the same
    /// columns. Every whole interval that shares a day with <c>from</c> to <c>to</c> is answered, so a month has one
    /// figure however it is asked for. A snapshot takes each agency's last day reported in the interval; an activity
    /// sums its days.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="breakdown">The breakdown.</param>
    /// <param name="format">In which form.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Values(
        string code, [AsParameters] FigureParameters asked, [AsParameters] BreakdownParameters breakdown,
        [AsParameters] FormatParameters format, [AsParameters] FigureServices services)
    {
        if (IndicatorCatalogue.Find(code) is not { } indicator) return ProblemCatalogue.NoSuchIndicator(code);
        if (BreakdownParameters.ValidateBreakdown(breakdown.By, indicator) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        return await ReadValues(services, [indicator], asked.ToSelection(services.Clock, breakdown.By));
    }

    /// <summary>Read the figures of many indicators</summary>
    /// <remarks>
    /// One flat list for a BI tool: the rows of each indicator, one after another, oldest first. An indicator that
    /// cannot be broken down as asked has no rows. JSON, CSV, xlsx and Parquet (<c>application/vnd.apache.parquet</c>)
    /// have the same columns in the same order, also where there are no rows.
    /// </remarks>
    /// <param name="codes">Codes of indicators, with commas between. If you leave it out: all.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="breakdown">The breakdown.</param>
    /// <param name="list">Since when, and in which format.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> ValuesOfMany(
        string? codes, [AsParameters] FigureParameters asked, [AsParameters] BreakdownParameters breakdown,
        [AsParameters] FigureListParameters list, [AsParameters] FigureServices services)
    {
        var (indicators, unknown) = ParseIndicators(codes, breakdown.By);
        return indicators is null
            ? unknown!
            : await ReadValues(services, indicators, asked.ToSelection(services.Clock, breakdown.By, list.UpdatedSince));
    }

    /// <summary>Get the Power Query that reads these figures</summary>
    /// <remarks>
    /// The query in M for the same filters, to be pasted into the Advanced Editor of Power BI or Excel. The address is
    /// fixed and the filters are parameters, so that Power BI's service can refresh it; every column has its type, also
    /// where there are no rows. There is no secret in it: sign in with Basic, the key's id as user name and the key as
    /// password. Days that you leave out are counted from the day of each refresh.
    /// </remarks>
    /// <param name="codes">Codes of indicators, with commas between. If you leave it out: all.</param>
    /// <param name="asked">Which figures.</param>
    /// <param name="breakdown">The breakdown.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The query, as text.</response>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> PowerQuery(
        string? codes,
        [AsParameters] FigureParameters asked,
        [AsParameters] BreakdownParameters breakdown,
        [AsParameters] FigureServices services)
    {
        var (indicators, unknown) = ParseIndicators(codes, breakdown.By);
        if (indicators is null) return unknown!;
        var (selection, why) = asked.ToSelection(services.Clock, breakdown.By);
        if (selection is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        if (await services.Read(reading => FigureReader.FindRefusal(
            reading, selection, indicators, services.SeesFullFigures())) is { } refusal)
            return refusal;

        var given = new[]
        {
            ("codes", codes), ("from", asked.From), ("to", asked.To), ("interval", asked.Interval), ("by", breakdown.By),
            ("agency", asked.Agency), ("knownAt", asked.KnownAt),
        };
        var request = services.Http.Request;
        var filters = given.Where(filter => !string.IsNullOrEmpty(filter.Item2)).Select(filter => (filter.Item1, filter.Item2!));
        var text = PowerQueryText.Create<IndicatorValue>(PublicAddress.Get(request), ValuesPath, filters);
        return TypedResults.Text(text, MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    // The indicators that are named, or all, of those that can be broken down so; the problem where a code is no
    // indicator's.
    private static (IReadOnlyList<Indicator>? Indicators, ProblemHttpResult? Problem) ParseIndicators(string? codes, string? by)
    {
        var wanted = IndicatorCatalogue.All;
        if (!string.IsNullOrEmpty(codes))
        {
            var named = codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
            var unknown = named.Where(code => IndicatorCatalogue.Find(code) is null).ToList();
            if (unknown.Count > 0) return (null, ProblemCatalogue.UnknownIndicator.ToResult(IndicatorAdvice.DescribeUnknown(unknown)));
            wanted = [.. named.Select(code => IndicatorCatalogue.Find(code)!)];
        }

        return ([.. wanted.Where(indicator => BreakdownParameters.ValidateBreakdown(by, indicator) is null)], null);
    }

    // Agencies read the catalogue, and not the partnership's targets.
    private static async Task<TargetLookup> ReadCurrentTargets(ReadServices services) =>
        new(services.Caller.Agency is not null ? [] : await services.ReadForReports(reading => TargetStore.List(reading, null)));

    private static IndicatorDescription Describe(Indicator indicator, TargetLookup targets, IRequestClock clock) =>
        IndicatorDescription.FromIndicator(indicator, targets.Find(indicator, null, null, null, clock.Today)?.Target.Value);

    private static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> ReadValues(
        FigureServices services, IReadOnlyList<Indicator> indicators, (FigureSelection? Selection, string? Why) asked)
    {
        if (asked.Selection is not { } selection) return ProblemCatalogue.InvalidParameter.ToResult(asked.Why!);
        return await services.Read<Results<Rows<IndicatorValue>, ProblemHttpResult>>(async reading =>
        {
            var (rows, problem) = await services.Figures.Read(reading, selection, indicators, services.SeesFullFigures());
            return rows is null ? problem! : new Rows<IndicatorValue>(rows);
        });
    }
}
