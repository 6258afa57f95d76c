using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace SafeguardingMetrics.Http.Problems;

/// <summary>
/// One way in which a request can fail (RFC 9457): a stable code, its status and title, and what to do.
/// </summary>
/// <param name="Code">Stable; also the last part of the problem's <c>type</c>.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Remedy">What the caller can do.</param>
/// <param name="Members">Which members it has beside the standard ones.</param>
public sealed record Problem(
    string Code,
    int Status,
    string Title,
    string Remedy,
    [property: JsonIgnore] ProblemMembers Members = ProblemMembers.None)
{
    /// <summary>The problem's type: an address of this service that explains it.</summary>
    public string Type => $"/problems/{Code}";

    /// <summary>An occurrence of the problem.</summary>
    /// <param name="detail">What happened this time; never anything of a child's data.</param>
    /// <param name="more">Members beside the standard ones.</param>
    public ProblemHttpResult ToResult(string detail, params (string Name, object? Value)[] more)
    {
        var details = new ProblemDetails { Type = Type, Title = Title, Status = Status, Detail = detail };
        details.Extensions["code"] = Code;
        foreach (var (name, value) in more) details.Extensions[name] = value;
        return TypedResults.Problem(details);
    }
}
