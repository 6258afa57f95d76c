using System.Linq.Expressions;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>A dataset's rules, compiled: says which of them a record breaks.</summary>
public sealed class RuleEvaluator<TRecord> where TRecord : class, new()
{
    private readonly (Rule<TRecord> Rule, Compiled[] Clauses)[] rules;

    /// <summary>Compiles the rules of the dataset. At most 64 fields, a bit each.</summary>
    public RuleEvaluator(Dataset<TRecord> dataset)
    {
        if (dataset.Fields.Count > 64) throw new InvalidOperationException($"{dataset.Name} has more than 64 fields.");
        rules = [.. dataset.Rules.Select(rule => (rule, rule.Clauses.Select(clause => new Compiled(dataset, clause)).ToArray()))];
    }

    /// <summary>Tells <paramref name="breach"/> of each rule that the record breaks, with the place of the field at fault.</summary>
    /// <param name="record">The record.</param>
    /// <param name="unusable">A bit for each field whose value is missing though required, or could not be read: a clause that needs it is not judged.</param>
    /// <param name="facts">The return it came in.</param>
    /// <param name="breach">Told of each breach.</param>
    public void Evaluate(TRecord record, ulong unusable, ReturnContext facts, Action<Rule, int> breach)
    {
        foreach (var (rule, clauses) in rules)
        {
            foreach (var clause in clauses)
            {
                if ((clause.Reads & unusable) != 0 || clause.Holds(record, facts)) continue;
                breach(rule, clause.Field);
                break;
            }
        }
    }

    private sealed class Compiled
    {
        public Compiled(Dataset<TRecord> dataset, Clause<TRecord> clause)
        {
            Field = dataset.Fields.ToList().IndexOf(dataset.GetField(clause.Field));
            Holds = clause.Holds.Compile();
            var reads = new FieldUsageVisitor(dataset, clause.Holds.Parameters[0]);
            reads.Visit(clause.Holds.Body);
            Reads = reads.Bits;
        }

        public int Field { get; }

        public Func<TRecord, ReturnContext, bool> Holds { get; }

        public ulong Reads { get; }
    }

    private sealed class FieldUsageVisitor(Dataset<TRecord> dataset, ParameterExpression record) : ExpressionVisitor
    {
        public ulong Bits { get; private set; }

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != record) return base.VisitMember(node);
            Bits |= 1ul << dataset.FieldIndex((PropertyInfo)node.Member);
            return node;
        }

        // Handed whole to a method, the record could be read unseen, and the rule judged on values that are not there.
        protected override Expression VisitParameter(ParameterExpression node) => node == record
            ? throw new InvalidOperationException($"A rule of {dataset.Name} hands the whole record to a method; let it name the properties it reads.")
            : node;
    }
}
