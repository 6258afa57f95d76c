namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>What a breach of a rule means for the record, in the Department for Education's words.</summary>
public enum Severity
{
    /// <summary>The record is left out and listed.</summary>
    Error,

    /// <summary>The record is kept and flagged: someone should look at it.</summary>
    Query,
}
