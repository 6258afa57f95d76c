using System.Text.Json.Serialization;

namespace SafeguardingMetrics.Retention;

/// <summary>The child whose records are to be erased: by the agency's own id, by NHS number or by UPN.</summary>
/// <param name="Agency" example="EXA-CSC">With <c>childId</c>: the code of the agency whose returns bear that
/// id.</param>
/// <param name="ChildId" example="C-1042">The id of the child in that agency's returns.</param>
/// <param name="NhsNumber">Or the NHS number, in every agency's returns.</param>
/// <param name="Upn">Or the unique pupil number, in every agency's returns.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ErasureRequest(string? Agency, string? ChildId, string? NhsNumber, string? Upn)
{
    /// <summary>
    /// The type's name without the members, so that a request that is logged by accident shows nothing of the child.
    /// </summary>
    public override string ToString() => nameof(ErasureRequest);
}

/// <summary>How much was erased.</summary>
/// <param name="ErasedAt">The instant, UTC.</param>
/// <param name="Returns">Returns that lost something.</param>
/// <param name="Records">Records removed.</param>
/// <param name="Findings">Findings removed.</param>
/// <param name="GoneFromFilesAt">The instant, UTC, from which on nothing of it is left in the embedded database's files. Null where
/// somebody still read what was there before: it is tried again every minute, and the same request sent again says when. Null on SQL
/// Server, which keeps its log and its backups by its own settings.</param>
public sealed record Erasure(DateTimeOffset ErasedAt, int Returns, int Records, int Findings, DateTimeOffset? GoneFromFilesAt = null);
