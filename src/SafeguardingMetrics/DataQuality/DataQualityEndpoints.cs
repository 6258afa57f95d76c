using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Schedule;

namespace SafeguardingMetrics.DataQuality;

/// <summary>The quality of the data: findings and scores.</summary>
public static class DataQualityEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapDataQuality(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/data-quality").WithTags("Data quality").RequireAuthorization(Permission.ReadDataQuality);
        group.MapGet("", Get).WithName("listDataQuality").Conditional().Problems(ProblemCatalogue.FullFiguresOnly);
        group.MapGet("/scores", Score).WithName("listScores").Conditional().Problems(ProblemCatalogue.FullFiguresOnly);
        group.MapGet("/held", Held).WithName("listHeld").Conditional();
    }

    /// <summary>Read data quality</summary>
    /// <remarks>
    /// Records received, accepted, rejected and queried, and findings by rule and by the six dimensions of the
    /// Government Data Quality Framework. The returns that figures use count, and rejected submissions; held returns have
    /// a count of their own. An agency sees its own data quality. Readers of protected figures see the numbers of returns, and
    /// the numbers of records and findings only of datasets that are not about children.
    /// </remarks>
    /// <param name="by">agency, dataset, rule or month (of the period's last day). If you leave it out: agency.</param>
    /// <response code="200">A row for each agency, dataset, rule or month.</response>
    public static async Task<Results<Rows<DataQualityRow>, ProblemHttpResult>> Get(
        string? by, [AsParameters] DataQualityParameters asked, [AsParameters] ReadServices services)
    {
        if (by is not (null or "agency" or "dataset" or "rule" or "month"))
            return ProblemCatalogue.InvalidParameter.ToResult("by must be agency, dataset, rule or month.");
        if (asked.Parse(services.Clock, out var days, out var known) is { } why) return why;

        var caller = services.Caller;
        if (by == "rule" && !caller.SeesRecordCounts) return NotReleased("Findings by rule");
        var rows = await services.ReadForReports(
            reading => DataQualityReader.Read(reading, days, by ?? "agency", caller.Agency?.Code, known));
        return new Rows<DataQualityRow>(caller.SeesRecordCounts
            ? rows
            : [.. rows.Select(row => CountsChildren(row.By, row.Member) ? row.WithoutCounts() : row)]);
    }

    /// <summary>List held returns</summary>
    /// <remarks>
    /// Returns that differ so much from the records before them that they were stored and changed no figure. They wait
    /// for somebody to confirm or withdraw them. An agency sees its own. Readers of protected figures do not see the
    /// reasons, which have numbers of records.
    /// </remarks>
    /// <response code="200">The held returns, the newest first.</response>
    public static async Task<Results<Rows<HeldReturn>, ProblemHttpResult>> Held(
        [AsParameters] DataQualityParameters asked, [AsParameters] ReadServices services)
    {
        if (asked.Parse(services.Clock, out var days, out var known) is { } why) return why;
        var caller = services.Caller;
        var rows = await services.Database.ReadForReports(
            reading => HeldReturnReader.List(reading, null, caller.Agency?.Code, days, known), services.Cancel);
        return new Rows<HeldReturn>(caller.SeesRecordCounts ? rows : [.. rows.Select(row => row.WithoutCounts())]);
    }

    /// <summary>Read data quality scores</summary>
    /// <remarks>
    /// The score follows NHS England's Data Quality Maturity Index: the mean of the item scores times the mean of the
    /// item coverages. An item is a field of a dataset. Its score is the share of expected values that are present and
    /// without a finding, less the default codes beyond their threshold, over the stored returns that figures use. Its
    /// coverage is the share of the periods due from <c>from</c> to <c>to</c> whose return had arrived. Where nothing
    /// was due there is no score. An agency sees its own scores.
    /// </remarks>
    /// <param name="by">agency, dataset or field. If you leave it out: agency.</param>
    /// <response code="200">A row for each agency, dataset or field.</response>
    public static async Task<Results<Rows<ScoreRow>, ProblemHttpResult>> Score(
        string? by, [AsParameters] DataQualityParameters asked, [AsParameters] ReadServices services)
    {
        if (by is not (null or "agency" or "dataset" or "field"))
            return ProblemCatalogue.InvalidParameter.ToResult("by must be agency, dataset or field.");
        if (asked.Parse(services.Clock, out var days, out var known) is { } why) return why;
        if (!WorkingDayCalendar.Knows(days.From) || !WorkingDayCalendar.Knows(days.To))
            return ProblemCatalogue.InvalidParameter.ToResult($"from and to must be days {WorkingDayCalendar.KnownDays}.");

        if (by == "field" && !services.Caller.SeesRecordCounts) return NotReleased("Scores by field");
        var (caller, at) = (services.Caller, known ?? services.Clock.GetUtcNow());
        var rows = await services.ReadForReports(
            reading => ScoreReader.Read(reading, days, by ?? "agency", caller.Agency?.Code, known, at));
        return new Rows<ScoreRow>(caller.SeesRecordCounts
            ? rows
            : [.. rows.Select(row => CountsChildren(row.By, row.Member) ? row.WithoutCounts() : row)]);
    }

    // Which rules were broken, and which fields had values, tells of single records.
    private static ProblemHttpResult NotReleased(string what) =>
        ProblemCatalogue.FullFiguresOnly.ToResult($"{what} are not released. This takes the permission {Permission.ReadFullFigures}.");

    // Only a dataset by itself is told apart from those about children.
    private static bool CountsChildren(string by, string member) =>
        by != "dataset" || DatasetCatalogue.Find(member)?.IsAboutChildren != false;
}
