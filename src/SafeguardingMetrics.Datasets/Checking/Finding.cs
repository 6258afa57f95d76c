namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>One breach of a rule.</summary>
public sealed record Finding
{
    /// <summary>The record, counted from 1; null where the finding is of the whole return.</summary>
    public required int? Record { get; init; }

    /// <summary>The line on which the record begins, counted from 1, where the format has lines.</summary>
    public required int? Line { get; init; }

    /// <summary>The record's key, where it could be read.</summary>
    public required string? Key { get; init; }

    /// <summary>The field at fault.</summary>
    public required string? Field { get; init; }

    /// <summary>The rule's code.</summary>
    public required string Rule { get; init; }

    /// <summary><c>error</c> or <c>query</c>.</summary>
    public required string Severity { get; init; }

    /// <summary>The rule's sentence, and what the field takes.</summary>
    public required string Message { get; init; }

    /// <summary>The value, for codes, dates, numbers and booleans only: never an identifier, free text or a date of birth.</summary>
    public required string? Value { get; init; }
}
