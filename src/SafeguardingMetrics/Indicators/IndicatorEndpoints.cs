using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Agencies;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Hosting;
using SafeguardingMetrics.Hosting.Problems;
using SafeguardingMetrics.Indicators.Cases;
using SafeguardingMetrics.Indicators.Disclosure;
using SafeguardingMetrics.Indicators.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators;

/// <summary>The catalogue of indicators, their figures, and the cases behind them.</summary>
public static class IndicatorEndpoints
{
    private const int MostRows = 50_000;

    /// <summary>Maps them.</summary>
    public static void MapIndicators(this IEndpointRouteBuilder v1)
    {
        var catalogue = v1.MapGroup("/indicators").WithTags("Indicators").RequireAuthorization().ProducesProblem(401).ProducesProblem(500).ProducesProblem(503);
        catalogue.MapGet("", List).WithName("listIndicators");
        catalogue.MapGet("/{code}", Get).WithName("getIndicator").ProducesProblem(404);

        var figures = v1.MapGroup("").WithTags("Figures").ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(500).ProducesProblem(503);
        figures.MapGet("/indicators/{code}/values", Values).WithName("listValues").RequireAuthorization(Permission.ReadFigures).ProducesProblem(404);
        figures.MapGet("/indicator-values", ValuesOfMany).WithName("listIndicatorValues").RequireAuthorization(Permission.ReadFigures).ProducesProblem(404);
        figures.MapGet("/indicators/{code}/cases", CaseEndpoints.Cases).WithName("listCases").RequireAuthorization(Permission.ReadFullFigures, Permission.ReadCases).ProducesProblem(404);
    }

    /// <summary>List the indicators</summary>
    /// <remarks>The catalogue: what each figure means, in words.</remarks>
    /// <response code="200">The indicators, in the order of their datasets.</response>
    public static Ok<IReadOnlyList<IndicatorDescription>> List() =>
        TypedResults.Ok<IReadOnlyList<IndicatorDescription>>([.. DatasetCatalogue.Indicators.Select(pair => IndicatorDescription.Of(pair.Dataset, pair.Indicator))]);

    /// <summary>Get an indicator's definition</summary>
    /// <remarks>Meaning, numerator, denominator, unit, which way is better, source and limits.</remarks>
    /// <param name="code">The indicator's code.</param>
    /// <response code="200">The indicator.</response>
    public static Results<Ok<IndicatorDescription>, ProblemHttpResult> Get(string code) => DatasetCatalogue.FindIndicator(code) is { } found
        ? TypedResults.Ok(IndicatorDescription.Of(found.Dataset, found.Indicator))
        : ProblemCatalogue.UnknownIndicator.Because("No indicator has this code.");

    /// <summary>Read an indicator's figures</summary>
    /// <remarks>
    /// Flat rows, oldest first, as a JSON array or as CSV with the same columns. Every whole interval that shares a day with <c>from</c> to <c>to</c> is answered,
    /// so a month has one figure however it is asked for. A snapshot takes each agency's last day reported in the interval; an activity sums its days.
    /// </remarks>
    /// <param name="code">The indicator's code.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">agency, sector, locality, team or category; the whole partnership unless given.</param>
    /// <param name="agency">Only what this agency sent.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01); now unless given.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The figures, a row each. Where <c>value</c> is null, <c>symbol</c> says why.</response>
    public static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Values(
        string code, string? from, string? to, string? interval, string? by, string? agency, string? knownAt, string? format, HttpContext http, Database database, TimeProvider time)
    {
        if (DatasetCatalogue.FindIndicator(code) is not { } found) return ProblemCatalogue.UnknownIndicator.Because("No indicator has this code.");
        if (FigureParameters.WhyNotBy(by, found.Indicator) is { } whyNotBy) return ProblemCatalogue.InvalidParameter.Because(whyNotBy);
        return await Answer([found], new FigureParameters(from, to, interval, by, agency, knownAt), http, database, time);
    }

    /// <summary>Read the figures of many indicators</summary>
    /// <remarks>One flat list for a BI tool: the rows of each indicator, one after another. An indicator that cannot be broken down as asked has no rows.</remarks>
    /// <param name="codes">Codes of indicators, with commas between; all unless given.</param>
    /// <param name="from">The first day, YYYY-MM-DD; the first of the month eleven months before <c>to</c> unless given.</param>
    /// <param name="to">The last day, YYYY-MM-DD; today in England unless given.</param>
    /// <param name="interval">day, week (ISO), month, quarter, year, financial-year (from April), academic-year (from September), rolling-12-months (to the end of each month) or to-date (the financial year to the end of each month); month unless given.</param>
    /// <param name="by">agency, sector, locality, team or category; the whole partnership unless given.</param>
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

        return await Answer([.. wanted.Where(pair => FigureParameters.WhyNotBy(by, pair.Indicator) is null)], new FigureParameters(from, to, interval, by, agency, knownAt), http, database, time);
    }

    private static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Answer(
        IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureParameters parameters, HttpContext http, Database database, TimeProvider time)
    {
        // One instant for all of them, and a first look at the parameters where nothing is wanted.
        var (any, why) = parameters.For(DatasetCatalogue.All[0], [], time);
        if (any is null) return ProblemCatalogue.InvalidParameter.Because(why!);

        if (Protection.Refuses(http, any)) return ProblemCatalogue.FullFiguresOnly.Because($"This takes the permission {Permission.ReadFullFigures}.");
        return await database.Report(reading => Answer(reading, wanted, any, http), http.RequestAborted);
    }

    private static async Task<Results<Rows<IndicatorValue>, ProblemHttpResult>> Answer(Reading reading, IReadOnlyList<(Dataset Dataset, Indicator Indicator)> wanted, FigureQuery any, HttpContext http)
    {
        if (any.Agency is { } agency && (await AgencyStore.All(reading)).All(known => known.Code != agency)) return ProblemCatalogue.InvalidParameter.Because(FigureParameters.UnknownAgency);

        var rows = new Dictionary<string, List<IndicatorValue>>();
        foreach (var dataset in wanted.GroupBy(pair => pair.Dataset))
        {
            var query = any with { Dataset = dataset.Key, Indicators = [.. dataset.Select(pair => pair.Indicator)] };
            var protection = await Protection.For(reading, query, http);
            foreach (var figure in await FigureReading.Read(reading, query))
            {
                if (!rows.TryGetValue(figure.Indicator.Code, out var ofIndicator)) rows[figure.Indicator.Code] = ofIndicator = [];
                ofIndicator.Add(protection.Applied(figure, IndicatorValue.Of(query, figure)));
            }

            if (rows.Values.Sum(list => list.Count) > MostRows) return ProblemCatalogue.TooManyFigures.Because($"At most {MostRows} rows are given at once.");
        }

        return new Rows<IndicatorValue>([.. wanted.SelectMany(pair => rows.GetValueOrDefault(pair.Indicator.Code) ?? [])]);
    }
}
