using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// The explained queries of one agency and dataset that hold on the day of receipt. One return, one thread.
/// </summary>
public sealed class ExplainedQueries
{
    private readonly Dictionary<(string Rule, string Field, string Key), ExplainedQuery> queries = [];
    private readonly Dictionary<(string Rule, int Field), FieldSet> fieldsRead = [];
    private readonly IdentifierHasher hash;

    /// <summary>Creates the set of some.</summary>
    /// <param name="explained">The explained queries; of two of the same rule, field and key the last holds.</param>
    /// <param name="hash">Hashes under the partnership's keys.</param>
    public ExplainedQueries(IEnumerable<ExplainedQuery> explained, IdentifierHasher hash)
    {
        this.hash = hash;
        foreach (var query in explained) queries[(query.Rule, query.Field, query.Key)] = query;
    }

    /// <summary>
    /// Why the query of a record is right; null where nobody has said so, where a value that the rule reads has changed
    /// since, or could not be read.
    /// </summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="rule">The rule, a query.</param>
    /// <param name="field">The place of the field that the finding names.</param>
    /// <param name="key">The record's key.</param>
    /// <param name="record">The record, wholly read.</param>
    /// <param name="unusable">The fields whose value is missing though required, or could not be read.</param>
    internal string? FindReason<TRecord>(
        Dataset<TRecord> dataset, Rule rule, int field, string key, TRecord record, in FieldSet unusable) where TRecord : class, new()
    {
        if (!queries.TryGetValue((rule.Code, dataset.Fields[field].Name, key), out var query)) return null;
        if (!fieldsRead.TryGetValue((rule.Code, field), out var read))
            fieldsRead[(rule.Code, field)] = read = RuleFields.Find(dataset, rule, field);
        return !read.Overlaps(unusable) && RuleValues.ComputeHash(dataset, read, record, hash) == query.ValuesHash ? query.Reason : null;
    }
}
