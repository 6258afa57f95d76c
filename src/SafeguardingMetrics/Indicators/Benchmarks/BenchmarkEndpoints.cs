using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Populations;
using SafeguardingMetrics.Indicators.Reading;
using SafeguardingMetrics.Indicators.Tables;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>Upload and reading of benchmarks and populations.</summary>
public static class BenchmarkEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapBenchmarks(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("").WithTags("Benchmarks");
        group.MapGet("/benchmarks", List).WithName("listBenchmarks").RequireAuthorization(Permission.ReadFigures);
        group.MapGet("/populations", ListPopulations).WithName("listPopulations").RequireAuthorization(Permission.ReadFigures);
        group
            .MapGet("/indicators/{code}/comparison", ComparisonEndpoint.Get)
            .WithName("getComparison")
            .Conditional(isOfFigures: true)
            .RequireAuthorization(Permission.ReadFigures)
            .Problems(FigureReader.Problems).Problems(ProblemCatalogue.UnknownIndicator);

        var loads = group.MapGroup("").RequireAuthorization(Permission.Administer)
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(TableUpload.MostBytes)).Problems(TableUpload.Problems);
        loads.MapPost("/benchmarks", ImportBenchmarks).WithName("loadBenchmarks").Audited(AuditAction.BenchmarksLoaded)
            .Accepts<string>("text/csv");
        loads.MapPost("/populations", ImportPopulations).WithName("loadPopulations").Audited(AuditAction.PopulationsLoaded)
            .Accepts<string>("text/csv");
    }

    /// <summary>List benchmarks</summary>
    /// <remarks>Flat rows, as a JSON array or as CSV.</remarks>
    /// <response code="200">The benchmarks, by indicator, period and area.</response>
    public static async Task<Results<Rows<Benchmark>, ProblemHttpResult>> List(
        [AsParameters] BenchmarkListParameters asked, [AsParameters] ReadServices services)
    {
        if (asked.Indicator is not null && IndicatorCatalogue.Find(asked.Indicator) is null)
            return ProblemCatalogue.InvalidParameter.ToResult(IndicatorAdvice.DescribeUnknown("indicator", asked.Indicator));
        if (QueryParameters.ParseKnownAt("knownAt", asked.KnownAt, services.Clock, out var at) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        return new Rows<Benchmark>(await services.ReadForReports(
            reading => BenchmarkStore.List(reading, at, asked.Indicator, asked.Period)));
    }

    /// <summary>List populations</summary>
    /// <remarks>Flat rows, as a JSON array or as CSV.</remarks>
    /// <param name="dimension">Only populations by this breakdown: ethnicity, sex, age or disability.</param>
    /// <param name="knownAt">What was known at an instant (2026-03-01T09:00:00Z) or at the end of a day (2026-03-01).
    /// If you leave it out: now.</param>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header
    /// <c>Accept</c> prefers.</param>
    /// <response code="200">The populations, by breakdown and day.</response>
    public static async Task<Results<Rows<Population>, ProblemHttpResult>> ListPopulations(
        string? dimension, string? knownAt, string? format, [AsParameters] ReadServices services)
    {
        if (dimension is not null && !Population.Dimensions.Contains(dimension))
            return ProblemCatalogue.InvalidParameter.ToResult($"dimension is one of {string.Join(", ", Population.Dimensions)}.");
        if (QueryParameters.ParseKnownAt("knownAt", knownAt, services.Clock, out var at) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        return new Rows<Population>(await services.ReadForReports(reading => PopulationStore.List(reading, at, dimension)));
    }

    /// <summary>Load benchmarks</summary>
    /// <remarks>
    /// CSV with a header, in UTF-8: <c>indicator,areaType,areaCode,areaName,period,from,to,value,rank,closeness</c>.
    /// The last two are optional and for statistical neighbours only. <c>areaType</c> is england, region,
    /// statistical-neighbour or local-authority (all of them, for the quartiles). An empty value, or c, k, low, u, x or
    /// z, means that the area publishes none. Either all rows are stored or none. The rows of an indicator, a kind of
    /// area and a period replace all rows that were loaded of these before; other rows stay.
    /// </remarks>
    /// <response code="200">The table was stored.</response>
    public static async Task<Results<Ok<TableLoad>, ProblemHttpResult>> ImportBenchmarks([AsParameters] AuditedRequest request)
    {
        var (rows, problem) = await TableUpload.ReadTable(
            request.Http, BenchmarkTable.Columns, BenchmarkTable.Required, BenchmarkTable.Read);
        return rows is null
            ? problem!
            : TypedResults.Ok(await SaveImport(request, (work, loadId, at, by) => BenchmarkStore.Save(work, loadId, at, by, rows)));
    }

    /// <summary>Load populations</summary>
    /// <remarks>
    /// CSV with a header, in UTF-8: <c>dimension,member,validFrom,people</c>. <c>dimension</c> is ethnicity, sex, age
    /// or disability; <c>member</c> is as in figures by that breakdown. Either all rows are stored or none. The rows of
    /// a breakdown and a day replace all rows that were loaded of these before, so always send a whole breakdown.
    /// </remarks>
    /// <response code="200">The table was stored.</response>
    public static async Task<Results<Ok<TableLoad>, ProblemHttpResult>> ImportPopulations([AsParameters] AuditedRequest request)
    {
        var (rows, problem) = await TableUpload.ReadTable(
            request.Http, PopulationTable.Columns, PopulationTable.Columns, PopulationTable.Read);
        return rows is null
            ? problem!
            : TypedResults.Ok(await SaveImport(request, (work, loadId, at, by) => PopulationStore.Save(work, loadId, at, by, rows)));
    }

    private static Task<TableLoad> SaveImport(
        AuditedRequest request,
        Func<UnitOfWork, string, DateTimeOffset, string, Task<TableLoad>> save)
    {
        var (loadId, at, by) = (Guid.CreateVersion7().ToString(), request.GetNow(), request.GetKeyId());
        return request.WriteSettings(WriteLocks.Benchmarks, work => save(work, loadId, at, by));
    }
}
