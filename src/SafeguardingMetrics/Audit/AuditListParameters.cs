using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Http.Problems;

namespace SafeguardingMetrics.Audit;

/// <summary>The query parameters of the list of audit lines.</summary>
public sealed record AuditListParameters
{
    /// <summary>Only from this day on, in England, YYYY-MM-DD.</summary>
    [FromQuery(Name = "from")]
    public string? From { get; init; }

    /// <summary>Only up to this day, in England, YYYY-MM-DD.</summary>
    [FromQuery(Name = "to")]
    public string? To { get; init; }

    /// <summary>Only what the key or client with this id did.</summary>
    [FromQuery(Name = "actor")]
    public string? Actor { get; init; }

    /// <summary>Only this act, such as <c>read-cases</c>.</summary>
    [FromQuery(Name = "act")]
    public string? Act { get; init; }

    /// <summary>How many lines a page has, 1 to 1000. If you leave it out: 100.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    /// <summary>Where the page begins: take it from the address in <c>next</c> of the page before.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>
    /// <c>json</c>, <c>csv</c> or <c>ndjson</c>. If you leave it out: what the header <c>Accept</c> prefers.
    /// </summary>
    [FromQuery(Name = "format")]
    public string? Format { get; init; }

    /// <summary>Reads the parameters, except the format.</summary>
    /// <param name="query">Which lines are asked for.</param>
    /// <param name="after">The line after which the page begins; nulls for the first page.</param>
    /// <param name="size">How many lines the page has.</param>
    /// <returns>Null, or the problem with a parameter.</returns>
    internal ProblemHttpResult? Parse(out AuditQuery query, out (DateTimeOffset? At, string? Id) after, out int size)
    {
        (query, after) = (new AuditQuery(null, null, Actor, Act), (null, null));
        if (!Page.TryParseSize(Limit, out size)) return ProblemCatalogue.InvalidParameter.ToResult(Page.InvalidSizeDetail);
        if (!QueryParameters.TryParseDay(From, out var first))
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("from", From));
        if (!QueryParameters.TryParseDay(To, out var last) || last == DateOnly.MaxValue)
            return ProblemCatalogue.InvalidParameter.ToResult(QueryParameters.InvalidDayDetail("to", To));
        if (Act is not null && !AuditAction.All.Contains(Act))
            return ProblemCatalogue.InvalidParameter.ToResult(
                NameAdvice.Describe($"act is one of {string.Join(", ", AuditAction.All)}", Act, AuditAction.All));
        if (Format is not (null or RowFormat.Json or RowFormat.Csv or AuditExport.NdjsonFormat))
            return ProblemCatalogue.InvalidParameter.ToResult("format is json, csv or ndjson.");
        if (Cursor is not null)
        {
            if (SafeguardingMetrics.Http.Answers.Cursor.Decode(Cursor, 2) is not [var at, var id]
                || !DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
                return ProblemCatalogue.InvalidParameter.ToResult(SafeguardingMetrics.Http.Answers.Cursor.InvalidCursorDetail);
            after = (instant, id);
        }

        query = query with
        {
            From = first is { } day ? London.StartOf(day) : null,
            Before = last is { } end ? London.StartOf(end.AddDays(1)) : null,
        };
        return null;
    }
}
