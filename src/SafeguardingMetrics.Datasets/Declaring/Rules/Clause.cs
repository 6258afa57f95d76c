using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring.Rules;

/// <summary>
/// One thing that must hold of a record. It is an expression, so that the fields it reads are known without being said
/// twice: a clause that reads a field which is missing though required, or could not be read, is not judged.
/// </summary>
/// <param name="Field">The property that a finding names.</param>
/// <param name="Holds">True where the record keeps the rule.</param>
public sealed record Clause<TRecord>(LambdaExpression Field, Expression<Func<TRecord, ReturnContext, bool>> Holds);
