using System.Linq.Expressions;
using System.Reflection;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>Which fields a clause of a rule is about, read from its expressions.</summary>
internal static class ClauseFields
{
    /// <summary>The place of the field that a finding names, and the fields whose values the clause reads.</summary>
    /// <exception cref="InvalidDeclarationException">The clause reads what is no field.</exception>
    public static (int Named, FieldSet Read) Find<TRecord>(Dataset<TRecord> dataset, Clause<TRecord> clause) where TRecord : class, new()
    {
        var visitor = new Visitor<TRecord>(dataset, clause.Holds.Parameters[0]);
        visitor.Visit(clause.Holds.Body);
        return (dataset.GetFieldIndex(clause.Field), visitor.Fields);
    }

    private sealed class Visitor<TRecord>(
        Dataset<TRecord> dataset, ParameterExpression record) : ExpressionVisitor where TRecord : class, new()
    {
        private FieldSet fields;

        public FieldSet Fields => fields;

        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression != record) return base.VisitMember(node);
            fields.Add(dataset.GetFieldIndex((PropertyInfo)node.Member));
            return node;
        }

        // A method that takes the whole record could read a value unseen, and the rule would be evaluated on values
        // that are not there.
        protected override Expression VisitParameter(ParameterExpression node) => node == record
            ? throw new InvalidDeclarationException(
                $"{dataset.Name}: a rule passes the whole record to a method: let it name the properties it reads")
            : node;
    }
}
