using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>One breach of a validation rule.</summary>
public sealed record Finding
{
    // A method and no property gives it: it is no column of its own in what the API answers.
    private string? detail;

    /// <summary>
    /// The record's number in the return, counted from 1; null where the finding concerns the whole return.
    /// </summary>
    public required int? Record { get; init; }

    /// <summary>The line on which the record begins, counted from 1; null where the format has no lines.</summary>
    public required int? Line { get; init; }

    /// <summary>The record's key; null where it could not be read.</summary>
    public required string? Key { get; init; }

    /// <summary>The API name of the field at fault; null where the finding concerns no field.</summary>
    public required string? Field { get; init; }

    /// <summary>The rule's code.</summary>
    public required string Rule { get; init; }

    /// <summary><c>error</c> or <c>query</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>
    /// What is wrong with this value where that can be said, then the rule's sentence, and what the field expects.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>
    /// The value, for codes, dates, numbers and booleans only: never an identifier, free text or a date of birth. Null
    /// otherwise. Of a value that could not be read, only what <see cref="ShownValue"/> allows.
    /// </summary>
    public required string? Value { get; init; }

    /// <summary>
    /// Why the record is right, where it is a query that somebody has explained: <c>confirmed-with-source</c>,
    /// <c>awaiting-information</c> or <c>outside-our-control</c>. Null otherwise.
    /// </summary>
    public string? Explained { get; init; }

    /// <summary>The same finding with a beginning of <see cref="Message"/> that is of it alone; null for none.</summary>
    public Finding WithDetail(string? text) => this with { detail = text };

    /// <summary>The beginning of <see cref="Message"/> that is of this finding alone; null where there is none.</summary>
    public string? GetDetail() => detail;

    /// <summary>A message: what is of one finding, then what every finding of the rule and field says.</summary>
    public static string CreateMessage(string? detail, string message) => detail is null ? message : $"{detail} {message}";
}
