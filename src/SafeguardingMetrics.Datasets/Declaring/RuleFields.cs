using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>Which values of a record a finding rests on.</summary>
internal static class RuleFields
{
    /// <summary>The fields whose values a rule reads, with the field that the finding names.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="rule">One of its rules, common or its own.</param>
    /// <param name="named">The place of the field that the finding names.</param>
    public static FieldSet Find<TRecord>(Dataset<TRecord> dataset, Rule rule, int named) where TRecord : class, new()
    {
        var fields = default(FieldSet);
        fields.Add(named);
        if (rule is Rule<TRecord> own)
            foreach (var clause in own.Clauses) fields |= ClauseFields.Find(dataset, clause).Read;
        else if (rule == CommonRules.UnlikelyDate)
            AddWhere(field => field is DateField<TRecord> { IsShown: false } || field.Column == NearestDate());
        else if (rule == CommonRules.OneChild)
            AddWhere(field => field is { IsOfChild: true, IsHashed: false });
        return fields;

        // The date that the named one is compared with.
        string? NearestDate() => (dataset.Fields[named] as DateField<TRecord>)?.Near;

        void AddWhere(Func<Field<TRecord>, bool> isRead)
        {
            for (var i = 0; i < dataset.Fields.Count; i++)
                if (isRead(dataset.Fields[i])) fields.Add(i);
        }
    }
}
