using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Collects the findings of one return on one thread. The caller writes them to the database in batches, because one
/// connection can bulk-load either records or findings at a time. Counts and the first hundred findings stay for the
/// receipt.
/// </summary>
public sealed class FindingCollector
{
    /// <summary>The most findings that a receipt lists.</summary>
    public const int InReceipt = 100;

    /// <summary>The number of unwritten findings at which <see cref="IsFull"/> becomes true.</summary>
    public const int MostWaiting = 5_000;

    /// <summary>The longest sentence of a single finding, in characters.</summary>
    public const int LongestDetail = 400;

    private readonly Dictionary<(Rule Rule, string? Field), RuleTally> tallies = [];
    private readonly List<Finding> first = [];
    private readonly List<Finding> waiting = [];
    private int taken;

    /// <summary>True where the caller should write the waiting findings before it reads the next record.</summary>
    public bool IsFull => waiting.Count >= MostWaiting;

    /// <summary>The first findings of the return, at most <see cref="InReceipt"/>.</summary>
    public IReadOnlyList<Finding> First => first;

    /// <summary>The broken rules, ordered by code.</summary>
    public IReadOnlyList<RuleBreach> Breaches =>
    [
        .. tallies.GroupBy(tally => tally.Key.Rule).OrderBy(rule => rule.Key.Code, StringComparer.Ordinal).Select(rule => new RuleBreach
        {
            Code = rule.Key.Code,
            Severity = ApiEnumNames.ToText(rule.Key.Severity),
            Dimension = ApiEnumNames.ToText(rule.Key.Dimension),
            Message = rule.Key.Summary,
            Findings = rule.Sum(tally => tally.Value.Count),
            Explained = rule.Sum(tally => tally.Value.Explained),
        }),
    ];

    /// <summary>Adds a finding.</summary>
    /// <param name="record">The record's number, counted from 1; null for a finding about the whole return.</param>
    /// <param name="line">The line on which the record begins, where the format has lines.</param>
    /// <param name="key">The record's key, where it could be read.</param>
    /// <param name="rule">The broken rule.</param>
    /// <param name="field">The field at fault.</param>
    /// <param name="hint">Returns the text that follows the rule's sentence, or null. Called once for each rule and
    /// field.</param>
    /// <param name="value">The value where it may be shown; otherwise null.</param>
    /// <param name="detail">A sentence of this finding alone, cut after <see cref="LongestDetail"/> characters; null for none.</param>
    /// <param name="explained">Why the record is right, where it is a query that was explained; otherwise null.</param>
    public void Add(
        int? record, int? line, string? key, Rule rule, string? field, Func<string?> hint, string? value, string? detail = null,
        string? explained = null)
    {
        if (!tallies.TryGetValue((rule, field), out var tally))
            tallies[(rule, field)] = tally = new RuleTally(hint() is { } more ? $"{rule.Summary.TrimEnd('.')}: {more}" : rule.Summary);
        tally.Count++;
        if (explained is not null) tally.Explained++;

        // Where many words or fields are named, the sentence could be longer than its column.
        if (detail is { Length: > LongestDetail }) detail = $"{detail[..(LongestDetail - 1)]}…";
        var finding = new Finding
        {
            Record = record, Line = line, Key = key, Field = field, Rule = rule.Code,
            Severity = ApiEnumNames.ToText(rule.Severity), Message = Finding.CreateMessage(detail, tally.Message), Value = value,
            Explained = explained,
        }.WithDetail(detail);
        if (first.Count < InReceipt) first.Add(finding);
        waiting.Add(finding);
    }

    /// <summary>
    /// The number of findings for each rule and field, how many of them are explained, and the message that they carry.
    /// </summary>
    public IEnumerable<(Rule Rule, string? Field, string Message, int Count, int Explained)> CountsByField =>
        tallies.Select(tally => (tally.Key.Rule, tally.Key.Field, tally.Value.Message, tally.Value.Count, tally.Value.Explained));

    /// <summary>
    /// Returns the findings collected since the last call, each with its number in the return, counted from 1, and
    /// removes them from the waiting list. Enumerate to the end before adding more.
    /// </summary>
    public IEnumerable<(int Number, Finding Finding)> TakeWaiting()
    {
        foreach (var finding in waiting) yield return (++taken, finding);
        waiting.Clear();
    }

    private sealed class RuleTally(string message)
    {
        public string Message => message;

        public int Count { get; set; }

        public int Explained { get; set; }
    }
}
