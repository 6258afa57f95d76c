using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A dataset's rules, compiled: finds which of them a record breaks.</summary>
public sealed class RuleEvaluator<TRecord> where TRecord : class, new()
{
    private readonly (Rule<TRecord> Rule, CompiledClause[] Clauses)[] rules;

    /// <summary>Compiles the rules of the dataset.</summary>
    public RuleEvaluator(Dataset<TRecord> dataset) =>
        rules = [.. dataset.Rules.Select(rule => (rule, rule.Clauses.Select(clause => new CompiledClause(dataset, clause)).ToArray()))];

    /// <summary>
    /// Calls <paramref name="breach"/> with each rule that the record breaks, and the place of the field at fault.
    /// </summary>
    /// <param name="record">The record.</param>
    /// <param name="unusable">The fields whose value is missing though required, or could not be read: a clause that
    /// needs one is left out.</param>
    /// <param name="facts">The return it came in.</param>
    /// <param name="breach">Called for each breach.</param>
    public void Evaluate(TRecord record, in FieldSet unusable, ReturnContext facts, Action<Rule, int> breach)
    {
        // Nearly every record is whole, and then no clause is asked what it reads.
        var isWhole = unusable.IsEmpty;
        foreach (var (rule, clauses) in rules)
        {
            foreach (var clause in clauses)
            {
                if ((!isWhole && clause.Reads.Overlaps(unusable)) || clause.Holds(record, facts)) continue;
                breach(rule, clause.Field);
                break;
            }
        }
    }

    private sealed class CompiledClause
    {
        private readonly FieldSet reads;

        public CompiledClause(Dataset<TRecord> dataset, Clause<TRecord> clause)
        {
            (Field, reads) = ClauseFields.Find(dataset, clause);
            Holds = clause.Holds.Compile();
        }

        public int Field { get; }

        public Func<TRecord, ReturnContext, bool> Holds { get; }

        public ref readonly FieldSet Reads => ref reads;
    }
}
