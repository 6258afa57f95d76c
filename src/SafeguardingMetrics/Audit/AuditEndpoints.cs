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
    public static void MapAudit(this IEndpointRouteBuilder v1) => v1.MapGroup("/audit").WithTags("Audit").RequireAuthorization(Permission.Administer)
        .MapGet("", List).WithName("listAudit").Audited(AuditAction.AuditRead);

    /// <summary>Read who did what</summary>
    /// <remarks>
    /// Newest first: sign-ins (a key's first request of a day from an address), refusals, returns sent, checked and withdrawn, receipts, findings, cases and lineage read, settings
    /// changed, records erased and forgotten. Figures are read without a line. Lines hold ids and counts, nothing of a child; nobody can change or delete one. In pages as JSON; as CSV or NDJSON all that match at once.
    /// </remarks>
    /// <param name="from">Only from this day on, in England, YYYY-MM-DD.</param>
    /// <param name="to">Only up to this day.</param>
    /// <param name="actor">Only what the key or client with this id did.</param>
    /// <param name="act">Only this act, such as <c>read-cases</c>.</param>
    /// <param name="limit">How many a page has, 1 to 1000; 100 unless given.</param>
    /// <param name="cursor">The place where the page begins: take it from the address in <c>next</c>.</param>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>ndjson</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The lines; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<AuditLine>>, AuditExport, ProblemHttpResult>> List(
        string? from, string? to, string? actor, string? act, string? limit, string? cursor, string? format, HttpContext http, Database database, AuditQueue queue)
    {
        if (!Page.TryParseSize(limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (!QueryParameters.TryParseDay(from, out var first)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(to, out var last) || last == DateOnly.MaxValue) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to"));
        if (act is not null && !AuditAction.All.Contains(act)) return ProblemCatalogue.InvalidParameter.ToResult($"act is one of {string.Join(", ", AuditAction.All)}.");
        if (format is not (null or RowFormat.Json or RowFormat.Csv or AuditExport.NdjsonFormat)) return ProblemCatalogue.InvalidParameter.ToResult("format is json, csv or ndjson.");
        var after = (At: (DateTimeOffset?)null, Id: (string?)null);
        if (cursor is not null)
        {
            if (Cursor.Decode(cursor, 2) is not [var at, var id] || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
            after = (instant, id);
        }

        // Whoever reads sees what has happened, not what has been written.
        await queue.Flush(http.RequestAborted);
        var query = new AuditQuery(first is { } day ? London.StartOf(day) : null, last is { } end ? London.StartOf(end.AddDays(1)) : null, actor, act);
        http.Response.Headers.CacheControl = "no-store";
        var asked = format == AuditExport.NdjsonFormat || (format is null && http.Request.Headers.Accept == AuditExport.Ndjson) ? AuditExport.NdjsonFormat : RowFormat.GetRequested(http.Request);
        if (asked != RowFormat.Json) return new AuditExport(database, query, asked == RowFormat.Csv);

        var found = await database.Read(reading => AuditStore.List(reading, query, after, size + 1), http.RequestAborted);
        return TypedResults.Ok(Page.Create(http, found, size, line => Cursor.Encode(line.OccurredAt.ToString("O", CultureInfo.InvariantCulture), line.LineId)));
    }
}
