namespace SafeguardingMetrics.DataQuality;

/// <summary>How good the returns of one agency, dataset or month were, or how often one rule was broken. Flat: all columns always.</summary>
public sealed record DataQualityRow
{
    /// <summary>agency, dataset, rule or month.</summary>
    public required string By { get; init; }

    /// <summary>The agency, the dataset, the rule's code or the month.</summary>
    public required string Member { get; init; }

    /// <summary>Returns that count: stored, not withdrawn and not wholly superseded.</summary>
    public required int? Returns { get; init; }

    /// <summary>Submissions that were rejected.</summary>
    public required int? ReturnsRejected { get; init; }

    /// <summary>Records received in both; null, as the next, by rule and for readers of protected figures.</summary>
    public required int? RecordsReceived { get; init; }

    /// <summary>Records stored.</summary>
    public required int? RecordsAccepted { get; init; }

    /// <summary>Records left out: those with an error, and all of a return that was rejected.</summary>
    public required int? RecordsRejected { get; init; }

    /// <summary>Stored records with a query.</summary>
    public required int? RecordsQueried { get; init; }

    /// <summary>Breaches of rules.</summary>
    public required int Findings { get; init; }

    /// <summary>Breaches of rules that guard completeness.</summary>
    public required int Completeness { get; init; }

    /// <summary>Breaches of rules that guard validity.</summary>
    public required int Validity { get; init; }

    /// <summary>Breaches of rules that guard uniqueness.</summary>
    public required int Uniqueness { get; init; }

    /// <summary>Breaches of rules that guard consistency.</summary>
    public required int Consistency { get; init; }

    /// <summary>Breaches of rules that guard timeliness.</summary>
    public required int Timeliness { get; init; }

    /// <summary>Breaches of rules that guard accuracy.</summary>
    public required int Accuracy { get; init; }

    /// <summary>error or query, where the row is a rule's.</summary>
    public required string? Severity { get; init; }

    /// <summary>The dimension of the Government Data Quality Framework, where the row is a rule's.</summary>
    public required string? Dimension { get; init; }

    /// <summary>The rule's sentence, where the row is a rule's.</summary>
    public required string? Sentence { get; init; }

    /// <summary>The same without how many records came, for readers of protected figures.</summary>
    public DataQualityRow WithoutCounts() => this with { RecordsReceived = null, RecordsAccepted = null };
}
