using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Collects the rule breaches of the current record until they are written as findings. Fields are identified by their
/// index in the dataset.
/// </summary>
/// <param name="dataset">The dataset of the return.</param>
/// <param name="findings">Receives the findings.</param>
internal sealed class RecordErrors<TRecord>(Dataset<TRecord> dataset, FindingCollector findings) where TRecord : class, new()
{
    private readonly Field<TRecord>[] fields = [.. dataset.Fields];
    private readonly Func<string?>[] typeHints =
        [.. dataset.Fields.Select(field => (Func<string?>)(() => $"{field.Name} is {field.Expectation}."))];
    private readonly List<(Rule Rule, int Field, string? Shown, string? Detail, string? Explained)> faults = [];

    /// <summary>True where the record breaks at least one rule.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>True where at least one breach is an error and not a query.</summary>
    public bool AnyError { get; private set; }

    /// <summary>True where every breach is a query that somebody has explained.</summary>
    public bool AreAllExplained => faults.TrueForAll(static fault => fault.Explained is not null);

    /// <summary>The fields with at least one breach that nobody has explained.</summary>
    public FieldSet Fields
    {
        get
        {
            var found = default(FieldSet);
            foreach (var fault in faults)
                if (fault.Explained is null) found.Add(fault.Field);
            return found;
        }
    }

    /// <summary>Removes all breaches, before the next record.</summary>
    public void Clear()
    {
        faults.Clear();
        AnyError = false;
    }

    /// <summary>Adds a breach.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field.</param>
    /// <param name="shown">The value as sent, where it could not be read and may be shown; otherwise null.</param>
    /// <param name="detail">What is wrong with the value, in a sentence; null where the rule says it all.</param>
    public void Add(Rule rule, int field, string? shown, string? detail = null)
    {
        faults.Add((rule, field, shown, detail, null));
        AnyError |= rule.Severity == Severity.Error;
    }

    /// <summary>Marks the queries that somebody has explained. Called once the record is checked.</summary>
    public void Explain(ExplainedQueries explained, string key, TRecord record, in FieldSet unusable)
    {
        for (var i = 0; i < faults.Count; i++)
        {
            var fault = faults[i];
            if (fault.Rule.Severity != Severity.Query) continue;
            faults[i] = fault with { Explained = explained.FindReason(dataset, fault.Rule, fault.Field, key, record, unusable) };
        }
    }

    /// <summary>Leaves the record out for what a finding of the whole return says.</summary>
    public void Reject() => AnyError = true;

    /// <summary>Writes the breaches as findings.</summary>
    /// <param name="number">The record's number in the return, counted from 1.</param>
    /// <param name="line">The line on which the record begins, where the format has lines.</param>
    /// <param name="key">The record's key; null where it could not be read.</param>
    /// <param name="record">The record with all values that could be read.</param>
    /// <param name="unusable">The fields whose value could not be read.</param>
    public void Flush(int number, int? line, string? key, TRecord record, FieldSet unusable)
    {
        // Ordered by rule code, as in the rule book: missing values first, doubtful ones last.
        faults.Sort(static (a, b) =>
            string.CompareOrdinal(a.Rule.Code, b.Rule.Code) is not 0 and var order ? order : a.Field.CompareTo(b.Field));
        foreach (var (rule, field, shown, detail, explained) in faults)
        {
            var value = shown ?? (fields[field].IsShown && IsUsable(field) ? Text(fields[field].GetStoredValue(record)) : null);
            findings.Add(number, line, key, rule, fields[field].Name, GetHint(rule, field), value, detail, explained);
        }

        bool IsUsable(int field) => !unusable.Contains(field);
    }

    /// <summary>What follows the sentence of a rule in every finding of a field.</summary>
    public Func<string?> GetHint(Rule rule, int field) =>
        rule == CommonRules.ValidType || rule == CommonRules.InBounds ? typeHints[field]
        : rule == CommonRules.Required ? () => $"{fields[field].Name} is missing."
        : static () => null;

    // The value as it was read, in the notation of the API.
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => $"{day:yyyy-MM-dd}",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}
