using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>Reading the audit.</summary>
public static class AuditEndpoints
{
    /// <summary>Maps it.</summary>
    public static void MapAudit(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/audit").WithTags("Audit").RequireAuthorization(Permission.Administer)
        .ProducesProblem(400).ProducesProblem(401).ProducesProblem(403).ProducesProblem(500).ProducesProblem(503)
        .MapGet("", List).WithName("listAudit").Audited(AuditAction.AuditRead).Produces<string>(200, "text/csv", AuditExport.Ndjson);

    /// <summary>Read who did what</summary>
    /// <remarks>
    /// Newest first: sign-ins (a key's first request of a day from an address), refusals, returns sent, checked and withdrawn, receipts, findings, cases and lineage read, settings
    /// changed, records erased and forgotten. Figures are read without a line. Lines hold ids and counts, nothing of a child; nobody can change or delete one. In pages as JSON; as CSV or NDJSON all that match at once.
    /// </remarks>
    /// <response code="200">The lines; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<AuditLine>>, AuditExport, ProblemHttpResult>> List(
        [AsParameters] AuditParameters asked, HttpContext http, Database database, AuditQueue queue)
    {
        var (act, format) = (asked.Act, asked.Format);
        if (!Page.TryParseSize(asked.Limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (!QueryParameters.TryParseDay(asked.From, out var first))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(asked.To, out var last) || last == DateOnly.MaxValue)
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to"));
        if (act is not null && !AuditAction.All.Contains(act))
            return ProblemCatalogue.InvalidParameter.ToResult($"act is one of {string.Join(", ", AuditAction.All)}.");
        if (format is not (null or RowFormat.Json or RowFormat.Csv or AuditExport.NdjsonFormat))
            return ProblemCatalogue.InvalidParameter.ToResult("format is json, csv or ndjson.");
        var after = (At: (DateTimeOffset?)null, Id: (string?)null);
        if (asked.Cursor is { } cursor)
        {
            if (Cursor.Decode(cursor, 2) is not [var at, var id] || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
            after = (instant, id);
        }

        // Whoever reads sees what has happened, not what has been written.
        await queue.Flush(http.RequestAborted);
        var query = new AuditQuery(first is { } day ? London.StartOf(day) : null, last is { } end ? London.StartOf(end.AddDays(1)) : null, asked.Actor, act);
        http.Response.Headers.CacheControl = "no-store";
        var shown = format == AuditExport.NdjsonFormat || (format is null && http.Request.Headers.Accept == AuditExport.Ndjson)
            ? AuditExport.NdjsonFormat
            : RowFormat.GetRequested(http.Request);
        if (shown != RowFormat.Json) return new AuditExport(database, query, shown == RowFormat.Csv);

        var found = await database.Read(reading => AuditStore.List(reading, query, after, size + 1), http.RequestAborted);
        return TypedResults.Ok(Page.Create(http, found, size, line => Cursor.Encode(line.OccurredAt.ToString("O", CultureInfo.InvariantCulture), line.LineId)));
    }
}
