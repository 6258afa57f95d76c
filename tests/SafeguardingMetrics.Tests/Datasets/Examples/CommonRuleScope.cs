using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Tests.Datasets.Examples;

/// <summary>
/// Which of the rules that every dataset has cannot be broken in one, since it has no field of that kind.
/// </summary>
internal static class CommonRuleScope
{
    /// <summary>Each such rule, with the reason.</summary>
    public static IEnumerable<(Rule Rule, string Reason)> FindInapplicable(Dataset dataset)
    {
        if (dataset.FieldList.All(field => field.Type != FieldType.HashedIdentifier))
            yield return (CommonRules.CheckDigit, "It has neither an NHS number nor a UPN.");
        yield return (CommonRules.LikeBefore, "It compares a return with others, and no record breaks it.");
        if (dataset.FieldList.All(field => field.Type != FieldType.Date)) yield return (CommonRules.NotInFuture, "It has no date.");
    }
}
