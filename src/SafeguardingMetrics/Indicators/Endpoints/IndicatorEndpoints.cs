using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
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
using SafeguardingMetrics.Storage;

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
        figures.MapGet("/indicators/{code}/values", Values).WithName("listValues").Conditional();
        figures.MapGet("/indicators/{code}/chart", ChartEndpoints.Chart).WithName("getChart").Conditional();
        figures.MapGet("/indicator-values", ValuesOfMany).WithName("listIndicatorValues").Conditional();

        var cases = any.MapGroup("").RequireAuthorization(Permission.ReadFullFigures, Permission.ReadCases);
        cases.MapGet("/indicators/{code}/cases", CaseEndpoints.Cases).WithName("listCases").Audited(AuditAction.CasesRead)
            .Problems(ProblemCatalogue.DefinitionChanged, ProblemCatalogue.NoLongerKept);
        cases.MapGet("/indicators/{code}/lineage", LineageEndpoints.Get).WithName("getLineage").Audited(AuditAction.LineageRead);
    }

    /// <summary>List the indicators</summary>
    /// <remarks>The catalogue: what each figure means, in words.</remarks>
    /// <response code="200">The indicators, in the order of their datasets.</response>
    public static async Task<Ok<IReadOnlyList<IndicatorDescription>>> List(HttpContext http, Database database, IRequestClock clock)
    {
        var targets = await ReadCurrentTargets(http, database);
        return TypedResults.Ok<IReadOnlyList<IndicatorDescription>>([.. DatasetCatalogue.Indicators.Select(pair => Describe(pair.Dataset, pair.Indicator, targets, clock))]);
    }

    /// <summary>Get an indicator's definition</summary>
    /// <remarks>Meaning, numerator, denominator, unit, which way is better, source and limits.</remarks>
    /// <param name="code">The indicator's code.</param>
    /// <response code="200">The indicator.</response>
    public static async Task<Results<Ok<IndicatorDescription>, ProblemHttpResult>> Get(string code, HttpContext http, Database database, IRequestClock clock) => DatasetCatalogue.FindIndicator(code) is { } found
        ? TypedResults.Ok(Describe(found.Dataset, found.Indicator, await ReadCurrentTargets(http, database), clock))
        : ProblemCatalogue.NoSuchIndicator;

    /// <summary>Read an indicator's figures</summary>
    /// <remarks>
    /// Flat rows, oldest first, as a JSON array, as CSV or as Parquet with the same columns. Every whole interval that shares a day with <c>from</c> to <c>to</c> is answered,
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
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>parquet</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Values(
        string code, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, string? format, HttpContext http, Database database, IRequestClock clock)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.NoSuchIndicator;
        if (FigureParameters.ValidateBreakdown(by, found) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.ToResult(whyNotBy);
        return await ReadValues([found], new FigureParameters(from, to, interval, by, agency, knownAt), http, database, clock);
    }

    /// <summary>Read the figures of many indicators</summary>
    /// <remarks>
    /// One flat list for a BI tool: the rows of each indicator, one after another, oldest first. An indicator that cannot be broken down as asked has no rows. JSON, CSV and Parquet (<c>application/vnd.apache.parquet</c>)
    /// have the same columns in the same order, also where there are no rows.
    /// </remarks>
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
    /// <param name="updatedSince">
    /// Only periods whose figures may have become others since an instant, or since the beginning of a day: give the <c>knownAt</c> of what you have, and put what you get in the place of the same indicators' and periods' rows. A period
    /// is answered whole, for every member, where anything of its dataset was received, withdrawn or worked out again or became due, and where it was not over by then; all are answered when targets, the schedule, agencies or populations changed. Some that changed a little
    /// before are answered as well. Not together with <c>knownAt</c>.
    /// </param>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>parquet</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> ValuesOfMany(
        string? codes, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, string? updatedSince, string? format, HttpContext http, Database database, IRequestClock clock) => ParseIndicators(codes, by) is { } wanted
        ? await ReadValues(wanted, new FigureParameters(from, to, interval, by, agency, knownAt) { UpdatedSince = updatedSince }, http, database, clock)
        : UnknownCode;

    /// <summary>Get the Power Query that reads these figures</summary>
    /// <remarks>
    /// The query in M for the same filters, to be pasted into the Advanced Editor of Power BI or Excel. The address is fixed and the filters are parameters, so that Power BI's service can refresh it; every column has its type, also where
    /// there are no rows. There is no secret in it: sign in with Basic, the key's id as user name and the key as password.
    /// </remarks>
    /// <param name="codes">Codes of indicators, with commas between; all unless given.</param>
    /// <param name="from">The first day, YYYY-MM-DD; unless given, at each refresh, the first of the month eleven months before <c>to</c>.</param>
    /// <param name="to">The last day, YYYY-MM-DD; unless given, the day of each refresh.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">A breakdown, or two with a comma between, as for the figures. The whole partnership unless given.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <response code="200">The query, as text.</response>
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> PowerQuery(
        string? codes, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, HttpContext http, Database database, IRequestClock clock)
    {
        if (ParseIndicators(codes, by) is not { } wanted) return UnknownCode;
        var (any, why) = new FigureParameters(from, to, interval, by, agency, knownAt).ToQuery(DatasetCatalogue.All[0], [], clock);
        if (any is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);
        if (await database.ReadForReports(reading => FigureReader.FindRefusal(reading, wanted, any, http), http.RequestAborted) is { } refusal) return refusal;

        var given = new[] { ("codes", codes), ("from", from), ("to", to), ("interval", interval), ("by", by), ("agency", agency), ("knownAt", knownAt) };
        var service = $"{http.Request.Scheme}://{http.Request.Host}{http.Request.PathBase}/";
        return TypedResults.Text(PowerQueryText.Create<IndicatorValue>(service, ValuesPath, given.Where(filter => !string.IsNullOrEmpty(filter.Item2)).Select(filter => (filter.Item1, filter.Item2!))), MediaTypeNames.Text.Plain, Encoding.UTF8);
    }

    private static ProblemHttpResult UnknownCode => ProblemCatalogue.UnknownIndicator.ToResult("One of the codes is no indicator's.");

    // The indicators that are named, or all, of those that can be broken down so; null where a code is no indicator's.
    private static IReadOnlyList<(Dataset Dataset, Indicator Indicator)>? ParseIndicators(string? codes, string? by)
    {
        var wanted = DatasetCatalogue.Indicators;
        if (!string.IsNullOrEmpty(codes))
        {
            var found = codes.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Select(DatasetCatalogue.FindIndicator).ToList();
            if (found.Contains(null)) return null;
            wanted = [.. found.Select(pair => pair!.Value)];
        }

        return [.. wanted.Where(pair => FigureParameters.ValidateBreakdown(by, pair) is null)];
    }

    private static async Task<TargetLookup> ReadCurrentTargets(HttpContext http, Database database) => new(await database.ReadForReports(reading => TargetStore.List(reading, null), http.RequestAborted));

    private static IndicatorDescription Describe(Dataset dataset, Indicator indicator, TargetLookup targets, IRequestClock clock) =>
        IndicatorDescription.FromIndicator(dataset, indicator, targets.Find(indicator, null, null, null, clock.Today)?.Target.Value);

    private static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> ReadValues(
        IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureParameters parameters, HttpContext http, Database database, IRequestClock clock)
    {
        // One instant for all of them, and a first look at the parameters where nothing is wanted.
        var (any, why) = parameters.ToQuery(DatasetCatalogue.All[0], [], clock);
        if (any is null) return ProblemCatalogue.InvalidParameter.ToResult(why!);

        return await database.ReadForReports<Results<Rows<IndicatorValue>, ProblemHttpResult>>(async reading =>
        {
            var (rows, problem) = await FigureReader.Read(reading, wanted, any, http);
            return rows is null ? problem! : new Rows<IndicatorValue>(rows);
        }, http.RequestAborted);
    }
}
