using System.Globalization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>What is wrong with the record at hand, until it is told as findings. Fields are known by their place.</summary>
/// <param name="dataset">What the records are of.</param>
/// <param name="findings">Where findings go.</param>
internal sealed class RecordErrors<TRecord>(Dataset<TRecord> dataset, FindingCollector findings) where TRecord : class, new()
{
    private readonly Field<TRecord>[] fields = [.. dataset.Fields];
    private readonly Func<string?>[] typeHints = [.. dataset.Fields.Select(field => (Func<string?>)(() => $"{field.Name} is {field.Expectation}."))];
    private readonly List<(Rule Rule, int Field, string? Shown)> faults = [];

    /// <summary>True where there is any.</summary>
    public bool Any => faults.Count > 0;

    /// <summary>True where one is an error, and not a query alone.</summary>
    public bool AnyError { get; private set; }

    /// <summary>The fields on which there is one, a bit each.</summary>
    public ulong Fields
    {
        get
        {
            ulong found = 0;
            foreach (var fault in faults) found |= 1ul << fault.Field;
            return found;
        }
    }

    /// <summary>Begins the next record.</summary>
    public void Clear()
    {
        faults.Clear();
        AnyError = false;
    }

    /// <summary>Notes that a field breaks a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="field">The field.</param>
    /// <param name="shown">The value as it stands in the return, where it may be shown and was not understood.</param>
    public void Add(Rule rule, int field, string? shown)
    {
        faults.Add((rule, field, shown));
        AnyError |= rule.Severity == Severity.Error;
    }

    /// <summary>Tells them as findings.</summary>
    /// <param name="number">The record's number.</param>
    /// <param name="line">Its line.</param>
    /// <param name="key">Its key; null where that was not understood.</param>
    /// <param name="record">The record as it was understood.</param>
    /// <param name="unusable">The fields whose value was not understood, a bit each.</param>
    public void Flush(int number, int? line, string? key, TRecord record, ulong unusable)
    {
        // In the order of the rules' codes, which is also the order of the rule book: what is missing first, what is doubtful last.
        faults.Sort(static (a, b) => string.CompareOrdinal(a.Rule.Code, b.Rule.Code) is not 0 and var order ? order : a.Field.CompareTo(b.Field));
        foreach (var (rule, field, shown) in faults)
            findings.Add(number, line, key, rule, fields[field].Name, GetHint(rule, field), shown ?? (fields[field].IsShown && IsUsable(field) ? Text(fields[field].GetStoredValue(record)) : null));

        bool IsUsable(int field) => (unusable & (1ul << field)) == 0;
    }

    private Func<string?> GetHint(Rule rule, int field) => rule == CommonRules.ValidType || rule == CommonRules.InBounds ? typeHints[field]
        : rule == CommonRules.Required ? () => $"{fields[field].Name} is missing."
        : static () => null;

    // The value that a rule was judged on, as it was understood.
    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => $"{day:yyyy-MM-dd}",
        bool truth => truth ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}
