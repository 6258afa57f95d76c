using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>Reading and withdrawing returns.</summary>
public static class ReturnEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapReturns(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/returns").WithTags("Returns");
        group.MapGet("", List).WithName("listReturns").RequireAuthorization(Permission.ReadReturns);

        var one = group.MapGroup("/{id}").Problems(ProblemCatalogue.UnknownReturn);
        one.MapGet("", Get).WithName("getReturn").Audited(AuditAction.ReceiptRead).RequireAuthorization(Permission.ReadReturns);
        one.MapGet("/findings", Findings).WithName("listFindings").Audited(AuditAction.FindingsRead)
            .RequireAuthorization(Permission.ReadReturns).Problems(ProblemCatalogue.NoLongerKept);
        one.MapDelete("", Withdraw).WithName("withdrawReturn").Audited(AuditAction.Withdrawal).RequireAuthorization(Permission.Submit)
            .Problems(ProblemCatalogue.NotWithdrawable);
    }

    /// <summary>List returns</summary>
    /// <remarks>Newest first. An agency sees its own; a key of the partnership sees all.</remarks>
    /// <response code="200">The returns; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<ReturnSummary>>, ProblemHttpResult>> List(
        [AsParameters] ReturnListParameters asked, HttpContext http, Database database)
    {
        if (asked.Parse(out var query, out var size) is { } problem) return problem;
        var own = http.User.GetAgency()?.Code;
        var found = await database.Read(reading => ReturnQueries.List(reading, own, query, size + 1), http.RequestAborted);
        string NextCursor(ReturnSummary last) => Cursor.Encode(last.ReceivedAt.ToString("O", CultureInfo.InvariantCulture), last.ReturnId);
        return TypedResults.Ok(Page.Create(http, found, size, NextCursor));
    }

    /// <summary>Get the receipt of a return</summary>
    /// <remarks>The receipt as it was given, with the present status of the return.</remarks>
    /// <param name="id">The return's id.</param>
    /// <response code="200">The receipt.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Get(string id, HttpContext http, Database database, AuditEntry audit)
    {
        var own = http.User.GetAgency()?.Code;
        if (await database.Read(reading => ReturnQueries.FindReceipt(reading, id, own), http.RequestAborted) is not { } receipt)
            return Unknown;
        audit.SetResult(records: receipt.Findings.Count);
        return TypedResults.Ok(receipt);
    }

    /// <summary>List every finding of a return</summary>
    /// <remarks>
    /// In the order in which they were found: by record, then by rule. As JSON in pages, or as CSV with all of them at
    /// once.
    /// </remarks>
    /// <param name="id">The return's id.</param>
    /// <param name="limit">How many findings a page has, 1 to 1000. If you leave it out: 100.</param>
    /// <param name="cursor">Where the page begins: take it from the address in <c>next</c> of the page before.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>. If you leave it out: what the header <c>Accept</c>
    /// prefers.</param>
    /// <response code="200">The findings; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<Finding>>, Rows<Finding>, ProblemHttpResult>> Findings(
        string id, string? limit, string? cursor, string? format, [AsParameters] AuditedRequest request)
    {
        var http = request.Http;
        if (!Page.TryParseSize(limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        var after = 0;
        if (cursor is not null && (Cursor.Decode(cursor, 1) is not [var number] || !int.TryParse(number, out after)))
            return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
        if (format is not (null or RowFormat.Json or RowFormat.Csv))
            return ProblemCatalogue.InvalidParameter.ToResult("format is json or csv.");

        var isCsv = RowFormat.GetRequested(http.Request) == RowFormat.Csv;
        var (first, most) = isCsv ? (0, int.MaxValue) : (after, size + 1);
        var isPurged = false;
        var found = await request.Read(async reading =>
        {
            if (await ReturnQueries.Find(reading, id, http.User.GetAgency()?.Code) is null) return null;
            isPurged = await PurgedReturns.IsPurged(reading, id);
            return isPurged ? null : await ReturnQueries.ListFindings(reading, id, first, most);
        });
        if (isPurged)
        {
            return ProblemCatalogue.NoLongerKept.ToResult(
                "The return is no longer in force, and its findings were removed at the end of the retention period; its receipt still "
                + "counts them.");
        }

        if (found is null) return Unknown;
        request.Audit.SetResult(records: Math.Min(found.Count, isCsv ? int.MaxValue : size));
        if (isCsv) return new Rows<Finding>([.. found.Select(finding => finding.Finding)]);
        var page = Page.Create(http, found, size, last => Cursor.Encode(last.Number.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new Page<Finding>([.. page.Items.Select(item => item.Finding)], page.Next));
    }

    /// <summary>Withdraw a return</summary>
    /// <remarks>
    /// Its days go back to the returns that they belonged to before, and the figures to what they were. Nothing is
    /// erased: with <c>knownAt</c>
    /// the figures can still be read as they were known before. A held return that is withdrawn is held no longer.
    /// </remarks>
    /// <param name="id">The return's id.</param>
    /// <response code="200">The receipt, with the status withdrawn.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Withdraw(
        string id, ReturnWithdrawal withdrawal, [AsParameters] AuditedRequest request)
    {
        if (request.Http.User.GetAgency() is not { Code: var agency }) return Unknown;
        if (await request.Read(reading => ReturnQueries.Find(reading, id, agency)) is not { } stored) return Unknown;
        try
        {
            if (!await withdrawal.Withdraw(id, agency, DatasetCatalogue.Find(stored.Dataset)!, request.Audit, request.Cancel))
                return ProblemCatalogue.NotWithdrawable.ToResult($"Its status is {stored.Status}.");
        }
        catch (ReturnPurgedException gone)
        {
            return ProblemCatalogue.NotWithdrawable.ToResult(gone.Message);
        }

        return TypedResults.Ok((await request.Read(reading => ReturnQueries.FindReceipt(reading, id, agency)))!);
    }

    private static ProblemHttpResult Unknown => ProblemCatalogue.UnknownReturn.ToResult("No return of yours has this id.");
}
