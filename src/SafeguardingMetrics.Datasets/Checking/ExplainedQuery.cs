namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>A query of which somebody said that the record is right.</summary>
/// <param name="Rule">The rule's code.</param>
/// <param name="Field">The field that the finding names.</param>
/// <param name="Key">The record's key.</param>
/// <param name="ValuesHash">The hash of the values that the rule read then, see <see cref="RuleValues"/>.</param>
/// <param name="Reason">Why it is right, as a code.</param>
public sealed record ExplainedQuery(string Rule, string Field, string Key, string ValuesHash, string Reason);
