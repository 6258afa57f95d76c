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
    /// <summary>Maps them.</summary>
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
    /// <param name="agency">Only this agency's.</param>
    /// <param name="dataset">Only this dataset.</param>
    /// <param name="status">Only with this status: accepted, accepted-with-findings, rejected, superseded or withdrawn.</param>
    /// <param name="from">Only those whose period ends on this day or later.</param>
    /// <param name="to">Only those whose period begins on this day or earlier.</param>
    /// <param name="limit">How many a page has, 1 to 1000; 100 unless given.</param>
    /// <param name="cursor">The place where the page begins: take it from the address in <c>next</c>.</param>
    /// <response code="200">The returns; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<ReturnSummary>>, ProblemHttpResult>> List(
        string? agency, string? dataset, string? status, string? from, string? to, string? limit, string? cursor, HttpContext http, Database database)
    {
        if (!Page.TryParseSize(limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (!QueryParameters.TryParseDay(from, out var fromDay)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from"));
        if (!QueryParameters.TryParseDay(to, out var toDay)) return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to"));
        if (dataset is not null && DatasetCatalogue.Find(dataset) is null) return ProblemCatalogue.InvalidParameter.ToResult("dataset is one that GET /v1/datasets lists.");
        if (status is not null && !ReturnStatus.All.Contains(status)) return ProblemCatalogue.InvalidParameter.ToResult($"status is one of {string.Join(", ", ReturnStatus.All)}.");
        var after = (At: (DateTimeOffset?)null, Id: (string?)null);
        if (cursor is not null)
        {
            if (Cursor.Decode(cursor, 2) is not [var at, var id] || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
            after = (instant, id);
        }

        var found = await database.Read(reading => ReturnQueries.List(reading, http.User.GetAgency()?.Code, agency, dataset, status, fromDay, toDay, after, size + 1), http.RequestAborted);
        return TypedResults.Ok(Page.Create(http, found, size, last => Cursor.Encode(last.ReceivedAt.ToString("O", CultureInfo.InvariantCulture), last.ReturnId)));
    }

    /// <summary>Get the receipt of a return</summary>
    /// <remarks>The receipt as it was given, with the status that the return has now.</remarks>
    /// <param name="id">The return's id.</param>
    /// <response code="200">The receipt.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Get(string id, HttpContext http, Database database)
    {
        var receipt = await database.Read(async reading => await ReturnQueries.Find(reading, id, http.User.GetAgency()?.Code) is { } stored ? await ReturnQueries.ReadReceipt(reading, stored) : null, http.RequestAborted);
        AuditEntry.SetResult(records: receipt?.Findings.Count);
        return receipt is null ? ProblemCatalogue.UnknownReturn.ToResult("No return of yours has this id.") : TypedResults.Ok(receipt);
    }

    /// <summary>List every finding of a return</summary>
    /// <remarks>In the order in which they were found: by record, then by rule. As JSON in pages, or as CSV with all of them at once.</remarks>
    /// <param name="id">The return's id.</param>
    /// <param name="limit">How many a page has, 1 to 1000; 100 unless given.</param>
    /// <param name="cursor">The place where the page begins: take it from the address in <c>next</c>.</param>
    /// <param name="format"><c>json</c> or <c>csv</c>; otherwise what the header <c>Accept</c> prefers.</param>
    /// <response code="200">The findings; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<Finding>>, Rows<Finding>, ProblemHttpResult>> Findings(string id, string? limit, string? cursor, string? format, HttpContext http, Database database)
    {
        if (!Page.TryParseSize(limit, out var size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        var after = 0;
        if (cursor is not null && (Cursor.Decode(cursor, 1) is not [var number] || !int.TryParse(number, out after)))
            return ProblemCatalogue.InvalidParameter.ToResult(Cursor.InvalidCursorDetail);
        if (format is not (null or RowFormat.Json or RowFormat.Csv)) return ProblemCatalogue.InvalidParameter.ToResult("format is json or csv.");

        var isCsv = RowFormat.GetRequested(http.Request) == RowFormat.Csv;
        var isGone = false;
        var found = await database.Read(async reading => await ReturnQueries.Find(reading, id, http.User.GetAgency()?.Code) is null || (isGone = await PurgedReturns.IsPurged(reading, id))
            ? null
            : await ReturnQueries.ListFindings(reading, id, isCsv ? 0 : after, isCsv ? int.MaxValue : size + 1), http.RequestAborted);
        if (isGone) return ProblemCatalogue.NoLongerKept.ToResult("The return ceased to be in force, and its findings' time is over; its receipt still counts them.");
        if (found is null) return ProblemCatalogue.UnknownReturn.ToResult("No return of yours has this id.");
        AuditEntry.SetResult(records: Math.Min(found.Count, isCsv ? int.MaxValue : size));
        if (isCsv) return new Rows<Finding>([.. found.Select(finding => finding.Finding)]);
        var page = Page.Create(http, found, size, last => Cursor.Encode(last.Number.ToString(CultureInfo.InvariantCulture)));
        return TypedResults.Ok(new Page<Finding>([.. page.Items.Select(item => item.Finding)], page.Next));
    }

    /// <summary>Withdraw a return</summary>
    /// <remarks>Its days go back to the returns beneath it, and the figures to what they were. Nothing is erased: what was known before stays known.</remarks>
    /// <param name="id">The return's id.</param>
    /// <response code="200">The receipt, with the status withdrawn.</response>
    public static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Withdraw(string id, HttpContext http, Database database, ReturnIntake intake)
    {
        var stored = http.User.GetAgency() is { } agency ? await database.Read(reading => ReturnQueries.Find(reading, id, agency.Code), http.RequestAborted) : null;
        if (stored is null) return ProblemCatalogue.UnknownReturn.ToResult("No return of yours has this id.");
        try
        {
            if (!await intake.Withdraw(id, stored.Agency, DatasetCatalogue.Find(stored.Dataset)!, http.RequestAborted))
                return ProblemCatalogue.NotWithdrawable.ToResult($"Its status is {stored.Status}.");
        }
        catch (ReturnPurgedException gone)
        {
            return ProblemCatalogue.NotWithdrawable.ToResult(gone.Message);
        }

        return await Get(id, http, database);
    }
}
