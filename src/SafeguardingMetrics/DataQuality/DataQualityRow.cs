namespace SafeguardingMetrics.DataQuality;

/// <summary>
/// The data quality of the returns of one agency, dataset or month, or the breaches of one rule. Every column is always
/// present.
/// </summary>
public sealed record DataQualityRow
{
    /// <summary>agency, dataset, rule or month.</summary>
    public required string By { get; init; }

    /// <summary>The agency's code, the dataset, the rule's code or the month.</summary>
    public required string Member { get; init; }

    /// <summary>Returns that figures use: stored, not withdrawn and not wholly superseded. Null by rule.</summary>
    public required int? Returns { get; init; }

    /// <summary>Submissions that were rejected. Null by rule.</summary>
    public required int? ReturnsRejected { get; init; }

    /// <summary>
    /// Records received in both. Null by rule. Null also for readers of protected figures, as is every number of records and of findings
    /// of datasets about children.
    /// </summary>
    public required int? RecordsReceived { get; init; }

    /// <summary>Records stored.</summary>
    public required int? RecordsAccepted { get; init; }

    /// <summary>Records left out: records with an error, and all records of a rejected return.</summary>
    public required int? RecordsRejected { get; init; }

    /// <summary>Stored records with at least one query that nobody has explained.</summary>
    public required int? RecordsQueried { get; init; }

    /// <summary>Findings: each is one breach of a rule. Explained queries are not among them.</summary>
    public required int? Findings { get; init; }

    /// <summary>Findings of rules for completeness.</summary>
    public required int? Completeness { get; init; }

    /// <summary>Findings of rules for validity.</summary>
    public required int? Validity { get; init; }

    /// <summary>Findings of rules for uniqueness.</summary>
    public required int? Uniqueness { get; init; }

    /// <summary>Findings of rules for consistency.</summary>
    public required int? Consistency { get; init; }

    /// <summary>Findings of rules for timeliness.</summary>
    public required int? Timeliness { get; init; }

    /// <summary>Findings of rules for accuracy.</summary>
    public required int? Accuracy { get; init; }

    /// <summary>error or query, by rule; otherwise null.</summary>
    public required string? Severity { get; init; }

    /// <summary>The rule's dimension of the Government Data Quality Framework, by rule; otherwise null.</summary>
    public required string? Dimension { get; init; }

    /// <summary>The rule's sentence, by rule; otherwise null.</summary>
    public required string? Sentence { get; init; }

    /// <summary>
    /// Returns that are held: they are in none of the other counts until somebody confirms them. Null by rule.
    /// </summary>
    public required int? ReturnsHeld { get; init; }

    /// <summary>
    /// Returns that were sent with <c>confirmed=true</c>, so that nothing of them could be held, whether figures use
    /// them still or not. Null by rule.
    /// </summary>
    public required int? ReturnsConfirmed { get; init; }

    /// <summary>Stored records whose queries are all explained: they are not among <c>recordsQueried</c>. Null by rule.</summary>
    public required int? RecordsExplained { get; init; }

    /// <summary>
    /// Queries of which somebody has said that the record is right: they are not among <c>findings</c>, and not among the
    /// findings of a dimension.
    /// </summary>
    public required int? FindingsExplained { get; init; }

    /// <summary>The row without what is counted of records, for readers of protected figures.</summary>
    public DataQualityRow WithoutCounts() => this with
    {
        RecordsReceived = null,
        RecordsAccepted = null,
        RecordsRejected = null,
        RecordsQueried = null,
        RecordsExplained = null,
        Findings = null,
        Completeness = null,
        Validity = null,
        Uniqueness = null,
        Consistency = null,
        Timeliness = null,
        Accuracy = null,
        FindingsExplained = null,
    };
}
