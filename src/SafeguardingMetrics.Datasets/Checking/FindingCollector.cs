using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Collects findings as they are made, and holds some thousands until the caller takes them, since a connection loads either records or
/// findings; the counts and the first hundred stay for the receipt. One return, one thread.
/// </summary>
public sealed class FindingCollector
{
    /// <summary>How many findings a receipt holds.</summary>
    public const int InReceipt = 100;

    /// <summary>With so many waiting, <see cref="IsFull"/> asks the caller to take them before the next record is read.</summary>
    public const int MostWaiting = 5_000;

    private readonly Dictionary<(Rule Rule, string? Field), RuleTally> tallies = [];
    private readonly List<Finding> first = [];
    private readonly List<Finding> waiting = [];
    private int taken;

    /// <summary>True where the waiting findings are to be taken before it collects more.</summary>
    public bool IsFull => waiting.Count >= MostWaiting;

    /// <summary>The first findings, at most <see cref="InReceipt"/>.</summary>
    public IReadOnlyList<Finding> First => first;

    /// <summary>The rules broken, in the order of their codes.</summary>
    public IReadOnlyList<RuleBreach> Breaches =>
    [
        .. tallies.GroupBy(tally => tally.Key.Rule).OrderBy(rule => rule.Key.Code, StringComparer.Ordinal).Select(rule => new RuleBreach
        {
            Code = rule.Key.Code,
            Severity = ApiEnumNames.ToText(rule.Key.Severity),
            Dimension = ApiEnumNames.ToText(rule.Key.Dimension),
            Message = rule.Key.Summary,
            Findings = rule.Sum(tally => tally.Value.Count),
        }),
    ];

    /// <summary>Takes a finding.</summary>
    /// <param name="record">The record, or null where it is of the whole return.</param>
    /// <param name="line">Its line.</param>
    /// <param name="key">Its key.</param>
    /// <param name="rule">The rule broken.</param>
    /// <param name="field">The field at fault.</param>
    /// <param name="hint">What follows the rule's sentence; asked for once for a rule and field.</param>
    /// <param name="value">The value as it may be shown.</param>
    public void Add(int? record, int? line, string? key, Rule rule, string? field, Func<string?> hint, string? value)
    {
        if (!tallies.TryGetValue((rule, field), out var tally))
            tallies[(rule, field)] = tally = new RuleTally(hint() is { } more ? $"{rule.Summary.TrimEnd('.')}: {more}" : rule.Summary);
        tally.Count++;

        var finding = new Finding { Record = record, Line = line, Key = key, Field = field, Rule = rule.Code, Severity = ApiEnumNames.ToText(rule.Severity), Message = tally.Message, Value = value };
        if (first.Count < InReceipt) first.Add(finding);
        waiting.Add(finding);
    }

    /// <summary>The number of findings of each rule and field, with the message that its findings bear.</summary>
    public IEnumerable<(Rule Rule, string? Field, string Message, int Count)> CountsByField => tallies.Select(tally => (tally.Key.Rule, tally.Key.Field, tally.Value.Message, tally.Value.Count));

    /// <summary>Gives out the findings collected since the last call, each with its number in the return, counted from 1. Read them to the end before collecting more.</summary>
    public IEnumerable<(int Number, Finding Finding)> TakeWaiting()
    {
        foreach (var finding in waiting) yield return (++taken, finding);
        waiting.Clear();
    }

    private sealed class RuleTally(string message)
    {
        public string Message => message;

        public int Count { get; set; }
    }
}
