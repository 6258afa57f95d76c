using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Returns.Explanations;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns;

/// <summary>Saying of a query that the record is right.</summary>
public static class ExplanationEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapExplanations(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/explanations").WithTags("Returns");
        group.MapGet("", List).WithName("listExplanations").Audited(AuditAction.ExplanationsRead)
            .RequireAuthorization(Permission.ReadReturns);
        group.MapPost("", Explain).WithName("explainQuery").CreatesAt("/v1/explanations/{id}").Audited(AuditAction.QueryExplained)
            .RequireAuthorization(Permission.SubmitOrAdminister).Problems(ProblemCatalogue.OfJsonBodies)
            .Problems(ProblemCatalogue.UnknownQuery, ProblemCatalogue.InvalidExplanation, ProblemCatalogue.NotExplainable);
        var one = group.MapGroup("/{id}").Problems(ProblemCatalogue.UnknownExplanation);
        one.MapGet("", Get).WithName("getExplanation").Audited(AuditAction.ExplanationsRead).RequireAuthorization(Permission.ReadReturns);
        one.MapDelete("", End).WithName("endExplanation").Audited(AuditAction.ExplanationEnded)
            .RequireAuthorization(Permission.SubmitOrAdminister).Problems(ProblemCatalogue.ExplanationEnded);
    }

    /// <summary>List explained queries</summary>
    /// <remarks>Newest first. An agency sees its own; a key of the partnership sees all.</remarks>
    /// <response code="200">The explanations; <c>next</c> is the address of the page after this one, or null.</response>
    public static async Task<Results<Ok<Page<Explanation>>, ProblemHttpResult>> List(
        [AsParameters] ExplanationListParameters asked, [AsParameters] AuditedRequest request)
    {
        if (asked.Parse(London.Today(request.Time), out var query, out var size) is { } problem) return problem;
        var own = request.Http.User.GetAgency()?.Code;
        var (found, unknown) = await request.Read<(IReadOnlyList<Explanation>, ProblemHttpResult?)>(async reading =>
            own is null && await AgencyLookup.FindUnknown(reading, asked.Agency) is { } none
                ? ([], none)
                : (await ExplanationStore.List(reading, own, query, size + 1), null));
        if (unknown is not null) return unknown;
        request.Audit.SetResult(records: Math.Min(found.Count, size));
        return TypedResults.Ok(Page.Create(
            request.Http, found, size, last => Cursor.Encode(last.SetAt.ToString("O", CultureInfo.InvariantCulture), last.ExplanationId)));
    }

    /// <summary>Get an explained query</summary>
    /// <remarks>Also one that has ended.</remarks>
    /// <param name="id">The explanation's id.</param>
    /// <param name="request">The request.</param>
    /// <response code="200">The explanation.</response>
    public static async Task<Results<Ok<Explanation>, ProblemHttpResult>> Get(string id, [AsParameters] AuditedRequest request) =>
        await request.Read(reading => ExplanationStore.Find(reading, id, request.Http.User.GetAgency()?.Code)) is { } explanation
            ? TypedResults.Ok(explanation)
            : Unknown;

    /// <summary>Explain a query</summary>
    /// <remarks>
    /// Says of a query that the record is right, and why. Returns that are stored from then on, and have the record with
    /// the same finding, show it as explained, until a value that the rule reads changes, the day passes or the
    /// explanation is ended. An explained query does not count against the agency in counts, scores and quality marks.
    /// Receipts of returns that were stored before stay as they are; the same body sent again is checked again. An error
    /// cannot be explained. The same again changes nothing and answers 200.
    /// </remarks>
    /// <param name="said">Which query, and why the record is right.</param>
    /// <param name="hash">Hashes under the partnership's keys.</param>
    /// <param name="request">The request.</param>
    /// <response code="201">The query is explained.</response>
    /// <response code="200">It was explained already, in the same words.</response>
    public static async Task<Results<Created<Explanation>, Ok<Explanation>, ProblemHttpResult>> Explain(
        ExplanationRequest said, IdentifierHasher hash, [AsParameters] AuditedRequest request)
    {
        var own = request.Http.User.GetAgency()?.Code;
        // As an agency that is not there: nobody is told what another agency has.
        if (own is not null && said.Agency is not null && said.Agency != own) return UnknownQuery;
        if (DatasetCatalogue.Find(said.Dataset ?? "") is not { } dataset) return Invalid(DescribeDataset(said.Dataset ?? ""));
        var faults = said.Validate(dataset, London.Today(request.Time));
        if (faults.Count > 0) return Invalid(string.Join(' ', faults));
        var agencies = await request.Read(AgencyStore.List);
        if ((own ?? said.Agency) is not { } agency || agencies.All(one => one.Code != agency))
            return Invalid(AgencyLookup.DescribeUnknown(said.Agency ?? "", agencies.Select(one => one.Code)));
        var rule = said.FindRule(dataset)!;
        if (FindReasonAgainst(rule) is { } why) return ProblemCatalogue.NotExplainable.ToResult(why);

        var id = Guid.CreateVersion7(request.GetNow()).ToString();
        request.Audit.SetResult(subject: $"{dataset.Name}/{rule.Code}/{id}");
        return await request.Database.Write<Results<Created<Explanation>, Ok<Explanation>, ProblemHttpResult>>(
            WriteScope.WithoutChange(WriteLocks.ForReturns(agency, dataset.Name), request.Audit),
            async work =>
            {
                var query = await ExplainableQuery.Find(work, dataset, (agency, rule, said.Key!.Trim(), said.Field), hash);
                if (query is null) return UnknownQuery;
                if (query.Fields.Count > 1)
                    return Invalid($"The record has findings of {rule.Code} in several fields: field is one of {ListFields(query)}.");
                if (query.ValuesHash is not { } values)
                    return ProblemCatalogue.NotExplainable.ToResult(
                        "The record has an error as well, so that it is not stored. Correct the error and send the record again.");
                var explanation = said.ToExplanation(id, agency, query, request.GetNow(), request.GetKeyId());
                var (stored, isNew) = await ExplanationStore.Set(work, explanation, values);
                return isNew ? TypedResults.Created($"/v1/explanations/{stored.ExplanationId}", stored) : TypedResults.Ok(stored);
            },
            request.Cancel);
    }

    /// <summary>End an explanation</summary>
    /// <remarks>
    /// Returns that are stored from now on show the query as one that nobody has explained. What receipts said before
    /// stays.
    /// </remarks>
    /// <param name="id">The explanation's id.</param>
    /// <param name="request">The request.</param>
    /// <response code="200">The explanation, with the instant at which it ended.</response>
    public static async Task<Results<Ok<Explanation>, ProblemHttpResult>> End(string id, [AsParameters] AuditedRequest request)
    {
        var (at, own, tries) = (request.GetNow(), request.Http.User.GetAgency()?.Code, 0);
        if (await request.Read(reading => ExplanationStore.Find(reading, id, own)) is not { } found) return Unknown;
        return await request.Database.Write<Results<Ok<Explanation>, ProblemHttpResult>>(
            WriteScope.WithoutChange(WriteLocks.ForReturns(found.Agency, found.Dataset), request.Audit),
            async work =>
            {
                var isAgain = tries++ > 0;
                if (await ExplanationStore.Find(work, id, own) is not { } explanation) return Unknown;
                // A request that is tried again may find its own end: kept, although the answer was lost.
                if (explanation.EndedAt is { } ended)
                    return isAgain && ended == at
                        ? TypedResults.Ok(explanation)
                        : ProblemCatalogue.ExplanationEnded.ToResult("Another took its place, or it was ended before.");
                return TypedResults.Ok(await ExplanationStore.End(work, id, at, request.GetKeyId()));
            },
            request.Cancel);
    }

    // Why findings of a rule cannot be explained; null where they can.
    private static string? FindReasonAgainst(Rule rule) => rule switch
    {
        { Severity: Severity.Error } =>
            $"{rule.Code} is an error, and a record with an error is not stored. Correct the record and send it again.",
        _ when CommonRules.OfWholeReturn.Contains(rule) =>
            $"{rule.Code} is of the whole return and of no record. Change how the return is written, and send it again.",
        _ => null,
    };

    private static string ListFields(ExplainableQuery query) => string.Join(", ", query.Fields);

    private static string DescribeDataset(string name) =>
        NameAdvice.Describe(
            "dataset is one that GET /v1/datasets lists", name, DatasetCatalogue.All.Select(dataset => dataset.Name));

    private static ProblemHttpResult Invalid(string detail) => ProblemCatalogue.InvalidExplanation.ToResult(detail);

    private static ProblemHttpResult Unknown => ProblemCatalogue.UnknownExplanation.ToResult("No explanation of yours has this id.");

    private static ProblemHttpResult UnknownQuery => ProblemCatalogue.UnknownQuery.ToResult(
        "No return of yours that is in force or held has a record of this key with such a finding.");
}
