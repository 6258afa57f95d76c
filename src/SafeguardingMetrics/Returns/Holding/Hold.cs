using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>Why a return is held, or was until it was confirmed.</summary>
/// <param name="Message">Why, in sentences, and what to do.</param>
/// <param name="Period">The days of the records that it was compared with.</param>
/// <param name="Records">How many records these days have.</param>
/// <param name="ExpiresAt">
/// The instant at which it is no longer held, and counts for nothing, unless it is confirmed before. UTC.
/// </param>
/// <param name="Reasons">Why, in numbers.</param>
public sealed record Hold(string Message, Period Period, int Records, DateTimeOffset ExpiresAt, IReadOnlyList<HoldReason> Reasons);

/// <summary>One reason for which a return is held.</summary>
/// <param name="Code">
/// <c>fewer-records</c>, <c>records-rejected</c>, <c>field-empty</c>, <c>other-keys</c>, <c>reused-keys</c> or
/// <c>records-purged</c>.
/// </param>
/// <param name="Field">The field that is empty; null for another reason.</param>
/// <param name="Sent">
/// A number of records of the return: the accepted ones, the rejected ones, those with a value in the field, those with a
/// key of a record before, those whose key seems to belong to another record, or the purged ones.
/// </param>
/// <param name="ComparedWith">
/// What that number is compared with: the records before, the records received, the records before with a value in the
/// field, the keys before, the records with the key of a record on another day, or the records in force in the months of the
/// purged ones.
/// </param>
/// <param name="Message">The reason in a sentence.</param>
public sealed record HoldReason(string Code, string? Field, int Sent, int ComparedWith, string Message)
{
    /// <summary>Fewer records were accepted than the share of those before.</summary>
    public const string FewerRecords = "fewer-records";

    /// <summary>The share of the records were rejected.</summary>
    public const string RecordsRejected = "records-rejected";

    /// <summary>A field that had values before has none.</summary>
    public const string FieldEmpty = "field-empty";

    /// <summary>Fewer of the keys before are in it than the share.</summary>
    public const string OtherKeys = "other-keys";

    /// <summary>Many keys of records on other days seem to be used again, for other records.</summary>
    public const string ReusedKeys = "reused-keys";

    /// <summary>A return of changes purges the share of the records in force in their months.</summary>
    public const string RecordsPurged = "records-purged";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> Codes { get; } =
        [FewerRecords, RecordsRejected, FieldEmpty, OtherKeys, ReusedKeys, RecordsPurged];
}
