using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Hosting;
using SafeguardingMetrics.Hosting.Conditional;
using SafeguardingMetrics.Hosting.Problems;
using SafeguardingMetrics.Indicators.Cases;
using SafeguardingMetrics.Indicators.Charts;
using SafeguardingMetrics.Indicators.Lineages;
using SafeguardingMetrics.Indicators.Targets;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators;

/// <summary>The catalogue of indicators, their figures, and the cases behind them.</summary>
public static class IndicatorEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder v1)
    {
        var catalogue = v1.MapGroup("/indicators").WithTags("Indicators").RequireAuthorization().ProducesProblem(401).ProducesProblem(500).ProducesProblem(503);
        catalogue.MapGet("", List).WithName("listIndicators").Conditional();
        catalogue.MapGet("/{code}", Get).WithName("getIndicator").Conditional().ProducesProblem(404);

        var figures = v1.MapGroup("").WithTags("Figures").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(500).ProducesProblem(503);
        figures.MapGet("/indicators/{code}/values", Values).WithName("listValues").Conditional().RequireAuthorization(Permission.ReadFigures).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);
        figures.MapGet("/indicators/{code}/chart", ChartEndpoints.Chart).WithName("getChart").Conditional().RequireAuthorization(Permission.ReadFigures).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);
        figures.MapGet("/indicator-values", ValuesOfMany).WithName("listIndicatorValues").Conditional().RequireAuthorization(Permission.ReadFigures).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);
        figures.MapGet("/indicators/{code}/cases", CaseEndpoints.Cases).WithName("listCases").Audited(Act.CasesRead).RequireAuthorization(Permission.ReadFullFigures, Permission.ReadCases).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410);
        figures.MapGet("/indicators/{code}/lineage", LineageEndpoints.Get).WithName("getLineage").Audited(Act.LineageRead).RequireAuthorization(Permission.ReadFullFigures, Permission.ReadCases).ProducesProblem(404);
    }

    /// <summary>List the indicators</summary>
    /// <remarks>The catalogue: what each figure means, in words.</remarks>
    /// <response code="200">The indicators, in the order of their datasets.</response>
    public static async Task<Ok<IReadOnlyList<IndicatorDescription>>> List(HttpContext http, Database database, TimeProvider time)
    {
        var targets = await TargetsOfNow(http, database);
        return TypedResults.Ok<IReadOnlyList<IndicatorDescription>>([.. DatasetCatalogue.Indicators.Select(pair => Describe(pair.Dataset, pair.Indicator, targets, time))]);
    }

    /// <summary>Get an indicator's definition</summary>
    /// <remarks>Meaning, numerator, denominator, unit, which way is better, source and limits.</remarks>
    /// <param name="code">The indicator's code.</param>
    /// <response code="200">The indicator.</response>
    public static async Task<Results<Ok<IndicatorDescription>, ProblemHttpResult>> Get(string code, HttpContext http, Database database, TimeProvider time) => DatasetCatalogue.FindIndicator(code) is { } found
        ? TypedResults.Ok(Describe(found.Dataset, found.Indicator, await TargetsOfNow(http, database), time))
        : ProblemCatalogue.NoSuchIndicator;

    /// <summary>Read an indicator's figures</summary>
    /// <remarks>
    /// Flat rows, oldest first, as a JSON array or as CSV with the same columns. Every whole interval that shares a day with <c>from</c> to <c>to</c> is answered,
    /// so a month has one figure however it is asked for. A snapshot takes each agency's last day reported in the interval; an activity sums its days.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">
    /// agency, sector, locality, team or category, or, where the catalogue's <c>dimensions</c> say so, ethnicity, sex, age or disability; or two of them with a comma between
    /// (<c>locality,ethnicity</c>), agency and sector with another only. The whole partnership unless given.
    /// </param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Values(
        string code, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, string? format, HttpContext http, Database database, TimeProvider time)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.NoSuchIndicator;
        if (FigureParameters.WhyNotBy(by, found) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.Because(whyNotBy);
        return await Answer([found], new FigureParameters(from, to, interval, by, agency, knownAt), http, database, time);
    }

    /// <summary>Read the figures of many indicators</summary>
    /// <remarks>One flat list for a BI tool: the rows of each indicator, one after another. An indicator that cannot be broken down as asked has no rows.</remarks>
    /// <param name="codes">Codes of indicators, with commas between; all unless given.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">
    /// agency, sector, locality, team or category, or, where the catalogue's <c>dimensions</c> say so, ethnicity, sex, age or disability; or two of them with a comma between
    /// (<c>locality,ethnicity</c>), agency and sector with another only. The whole partnership unless given.
    /// </param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> ValuesOfMany(
        string? codes, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, string? format, HttpContext http, Database database, TimeProvider time)
    {
        var wanted = DatasetCatalogue.Indicators;
        if (!string.IsNullOrEmpty(codes))
        {
            var found = codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(DatasetCatalogue.FindIndicator).ToList();
            if (found.Contains(null)) return ProblemCatalogue.UnknownIndicator.Because("One of the codes is no indicator's.");
            wanted = [.. found.Select(pair => pair!.Value)];
        }

        return await Answer([.. wanted.Where(pair => FigureParameters.WhyNotBy(by, pair) is null)], new FigureParameters(from, to, interval, by, agency, knownAt), http, database, time);
    }

    private static async Task<TargetBook> TargetsOfNow(HttpContext http, Database database) => new(await database.Report(reading => TargetStore.Of(reading, null), http.RequestAborted));

    private static IndicatorDescription Describe(Dataset dataset, Indicator indicator, TargetBook targets, TimeProvider time) =>
        IndicatorDescription.Of(dataset, indicator, targets.For(indicator, null, null, null, London.Today(time))?.Target.Value);

    private static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Answer(
        IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureParameters parameters, HttpContext http, Database database, TimeProvider time)
    {
        // One instant for all of them, and a first look at the parameters where nothing is wanted.
        var (any, why) = parameters.For(DatasetCatalogue.All[0], [], time);
        if (any is null) return ProblemCatalogue.InvalidParameter.Because(why!);

        return await database.Report<Results<Rows<IndicatorValue>, ProblemHttpResult>>(async reading =>
        {
            var (rows, problem) = await IndicatorRows.Read(reading, wanted, any, http);
            return rows is null ? problem! : new Rows<IndicatorValue>(rows);
        }, http.RequestAborted);
    }
}
