using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Conditional;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Releases.Making;
using SafeguardingMetrics.Releases.Store;
using SafeguardingMetrics.Releases.Timetable;

namespace SafeguardingMetrics.Releases.Endpoints;

/// <summary>What was released when, and bringing a release forward.</summary>
public static class ReleaseEndpoints
{
    /// <summary>Maps them.</summary>
    public static void MapReleases(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/releases").WithTags("Figures");
        group.MapGet("", List).WithName("listReleases").RequireAuthorization(Permission.ReadFigures).Conditional(isOfFigures: true);
        group.MapPost("", BringForward).WithName("bringReleaseForward").RequireAuthorization(Permission.Administer)
            .Audited(AuditAction.ReleaseBroughtForward).Problems(ProblemCatalogue.OfJsonBodies)
            .Problems(ProblemCatalogue.UnknownIndicator, ProblemCatalogue.NothingToRelease);
    }

    /// <summary>List releases</summary>
    /// <remarks>
    /// Readers of protected figures read each month, quarter and financial year as it was released last. This is when that was, and when
    /// the next release is due. Figures in full are of now and follow no release.
    /// </remarks>
    /// <param name="knownAt">
    /// As of an instant (2026-03-01T09:00:00Z) or the end of a day (2026-03-01). If you leave it out: now.
    /// </param>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header <c>Accept</c> prefers.</param>
    /// <param name="services">The endpoint's services.</param>
    /// <response code="200">The latest release of each interval, by indicator.</response>
    public static async Task<Results<Rows<ReleaseListRow>, ProblemHttpResult>> List(
        string? knownAt, string? format, [AsParameters] ReadServices services)
    {
        if (QueryParameters.ParseKnownAt("knownAt", knownAt, services.Clock, out var at) is { } whyNot)
            return ProblemCatalogue.InvalidParameter.ToResult(whyNot);
        var releases = await services.ReadForReports(reading => ReleaseStore.ListLatest(reading, at));
        return new Rows<ReleaseListRow>([.. releases.Select(ReleaseListRow.Create)]);
    }

    /// <summary>Bring a release forward</summary>
    /// <remarks>
    /// Makes the next release of an interval that is over now, from what is known now: after a correction that the board must see before
    /// the planned day. It is one of the three that an interval has at most, and the one after it keeps its day.
    /// </remarks>
    /// <response code="200">The releases that were made.</response>
    public static async Task<Results<Ok<IReadOnlyList<ReleaseListRow>>, ProblemHttpResult>> BringForward(
        ReleaseRequest asked, [AsParameters] AuditedRequest request, [FromServices] ReleaseMaker releases)
    {
        if (ReleasedBreakdowns.Intervals.FirstOrDefault(one => one.Name == asked.Interval) is not { } interval)
            return ProblemCatalogue.InvalidParameter.ToResult(
                $"interval is one of {string.Join(", ", ReleasedBreakdowns.Intervals.Select(one => one.Name))}.");
        var unknown = asked.Indicators?.Where(code => IndicatorCatalogue.Find(code) is null).ToList() ?? [];
        if (unknown.Count > 0) return ProblemCatalogue.UnknownIndicator.ToResult(IndicatorAdvice.DescribeUnknown(unknown));

        var days = interval.GetPeriodContaining(asked.Day);
        if (days.To >= London.Today(request.Time))
            return ProblemCatalogue.NothingToRelease.ToResult($"The interval is over on {days.To.AddDays(1):yyyy-MM-dd}.");
        var indicators = IndicatorCatalogue.All.Where(indicator => asked.Indicators?.Contains(indicator.Code) != false).ToList();
        request.Audit.SetResult(subject: $"{interval.Name}/{days.From:yyyy-MM-dd}");
        var made = await releases.BringForward(interval, days, indicators, request.GetNow(), request.Audit, request.Cancel);
        return made.Count == 0
            ? ProblemCatalogue.NothingToRelease.ToResult("No return covers a day of the interval, or it has had its three releases.")
            : TypedResults.Ok<IReadOnlyList<ReleaseListRow>>([.. made.Select(ReleaseListRow.Create)]);
    }
}
