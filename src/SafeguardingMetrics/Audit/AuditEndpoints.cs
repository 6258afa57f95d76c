using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Audit;

/// <summary>Reads audit lines.</summary>
public static class AuditEndpoints
{
    /// <summary>Maps the route.</summary>
    public static void MapAudit(this IEndpointRouteBuilder v1) =>
        v1.MapGroup("/audit").WithTags("Audit").RequireAuthorization(Permission.Administer)
            .MapGet("", List).WithName("listAudit").Audited(AuditAction.AuditRead);

    /// <summary>Read who did what</summary>
    /// <remarks>
    /// Newest first: sign-ins (a key's first request of a day from an address), refusals, returns sent, checked and
    /// withdrawn, receipts, findings, cases and lineage read, settings changed, records erased and removed at the end
    /// of the retention period. Reading figures has no line. Lines hold ids and counts, nothing of a child; nobody can
    /// change or delete one. In pages as JSON; as CSV or NDJSON, all that match at once.
    /// </remarks>
    /// <response code="200">The lines; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<AuditLine>>, AuditExport, ProblemHttpResult>> List(
        [AsParameters] AuditListParameters asked, HttpContext http, Database database, AuditQueue queue)
    {
        if (asked.Parse(out var query, out var after, out var size) is { } problem) return problem;

        // So that lines which still wait in the queue are read as well.
        await queue.Flush(http.RequestAborted);
        http.Response.Headers.CacheControl = "no-store";
        var isNdjson =
            asked.Format == AuditExport.NdjsonFormat || (asked.Format is null && http.Request.Headers.Accept == AuditExport.Ndjson);
        var format = isNdjson ? AuditExport.NdjsonFormat : RowFormat.GetRequested(http.Request);
        if (format != RowFormat.Json) return new AuditExport(database, query, isCsv: format == RowFormat.Csv);

        var found = await database.Read(reading => AuditStore.List(reading, query, after, size + 1), http.RequestAborted);
        string NextCursor(AuditLine line) => Cursor.Encode(line.OccurredAt.ToString("O", CultureInfo.InvariantCulture), line.LineId);
        return TypedResults.Ok(Page.Create(http, found, size, NextCursor));
    }
}
