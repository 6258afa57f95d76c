using Microsoft.AspNetCore.Http.HttpResults;
using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Agencies;

/// <summary>The administration of agencies.</summary>
public static class AgencyEndpoints
{
    /// <summary>Maps the routes.</summary>
    public static void MapAgencies(this IEndpointRouteBuilder v1)
    {
        var group = v1.MapGroup("/agencies").WithTags("Agencies and keys").RequireAuthorization(Permission.Administer);
        group.MapGet("", List).WithName("listAgencies");
        group.MapPut("/{code}", Set).WithName("setAgency").CreatesAt("/v1/agencies/{code}").Audited(AuditAction.CallersChanged)
            .Problems(ProblemCatalogue.OfJsonBodies).Problems(ProblemCatalogue.InvalidAgency);
    }

    /// <summary>List the agencies</summary>
    /// <remarks>Flat rows, as a JSON array or as CSV.</remarks>
    /// <param name="format"><c>json</c>, <c>csv</c> or <c>xlsx</c>. If you leave it out: what the header
    /// <c>Accept</c> prefers.</param>
    /// <response code="200">The agencies, by code.</response>
    public static async Task<Rows<Agency>> List(string? format, HttpContext http, Database database) =>
        new(await database.Read(AgencyStore.List, http.RequestAborted));

    /// <summary>Add or rename an agency</summary>
    /// <remarks>
    /// A new agency is expected to send the datasets of its sector from now on. An agency is never removed: what it
    /// sent stays. Where its ids of a dataset begin again, such as a school's incident numbers each September, name the dataset in
    /// <c>idsBeginAgain</c>: then the days alone decide which of its records count, from the next return on. Where its ids of a dataset
    /// have ten digits, or otherwise the form of an NHS number or UPN, name the dataset in <c>idsLikeIdentifiers</c>: else one in eleven is
    /// refused as an NHS number. A return is then refused only where more than a third of its ids pass for one.
    /// </remarks>
    /// <param name="code">The agency's code: 1 to 20 capital letters, digits and hyphens.</param>
    /// <response code="201">The agency was added.</response>
    /// <response code="200">The agency existed and has this name now.</response>
    public static async Task<Results<Created<Agency>, Ok<Agency>, ProblemHttpResult>> Set(
        string code, AgencySetting setting, AgencyStore agencies, [AsParameters] AuditedRequest request)
    {
        if (setting.Validate(code) is [_, ..] faults) return ProblemCatalogue.InvalidAgency.ToResult(string.Join(' ', faults));
        var agency = new Agency
        {
            Code = code,
            Name = setting.Name!.Trim(),
            Sector = setting.Sector!,
            IdsBeginAgain = setting.IdsBeginAgain,
            IdsLikeIdentifiers = setting.IdsLikeIdentifiers,
        };
        var (before, now) = await agencies.Set(agency, request.Audit, request.Cancel);
        if (before is null) return TypedResults.Created($"/v1/agencies/{code}", now);
        return before.Sector == agency.Sector
            ? TypedResults.Ok(now)
            : ProblemCatalogue.InvalidAgency.ToResult(
                $"{code} belongs to {before.Sector}, and what it sent is of that sector: add another agency.");
    }
}
