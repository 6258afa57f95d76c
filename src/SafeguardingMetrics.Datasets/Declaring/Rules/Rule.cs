namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>A sentence that records must satisfy.</summary>
/// <param name="Code">The standard's code, such as <c>SV02</c>.</param>
/// <param name="Severity">What a breach means.</param>
/// <param name="Dimension">The side of data quality it guards.</param>
/// <param name="Summary">The rule in words, as a finding gives it.</param>
public record Rule(string Code, Severity Severity, QualityDimension Dimension, string Summary);

/// <summary>
/// A rule of one dataset. It is broken where one of its clauses is; the first that is broken names the field.
/// </summary>
public sealed record Rule<TRecord>(
    string Code,
    Severity Severity,
    QualityDimension Dimension,
    string Sentence,
    IReadOnlyList<Clause<TRecord>> Clauses)
    : Rule(Code, Severity, Dimension, Sentence);
