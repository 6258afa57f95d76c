using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Rules;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Findings;

/// <summary>Takes findings as they are made: each goes to the database at once, the counts and the first hundred stay for the receipt.</summary>
public sealed class FindingLedger(string returnId, IRowLoad load) : IDisposable
{
    /// <summary>How many findings a receipt holds.</summary>
    public const int InReceipt = 100;

    private readonly Dictionary<(Rule Rule, string? Field), Tally> tallies = [];
    private readonly List<Finding> first = [];
    private readonly object?[] row = new object?[Columns.Count];
    private int number;

    /// <summary>The columns of the table, in the order in which rows are loaded.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["ReturnId", "FindingNumber", "RecordNumber", "LineNumber", "RecordKey", "RuleCode", "Field", "Severity", "FoundValue"];

    /// <summary>The columns of the table of counts, in the order in which <see cref="Complete"/> loads rows.</summary>
    public static IReadOnlyList<string> BreachColumns { get; } = ["ReturnId", "RuleCode", "Field", "Severity", "Dimension", "Message", "Findings"];

    /// <summary>The first findings, at most <see cref="InReceipt"/>.</summary>
    public IReadOnlyList<Finding> First => first;

    /// <summary>The rules broken, in the order of their codes.</summary>
    public IReadOnlyList<RuleBreach> Breaches =>
    [
        .. tallies.GroupBy(tally => tally.Key.Rule).OrderBy(rule => rule.Key.Code, StringComparer.Ordinal).Select(rule => new RuleBreach
        {
            Code = rule.Key.Code,
            Severity = Words.Of(rule.Key.Severity),
            Dimension = Words.Of(rule.Key.Dimension),
            Message = rule.Key.Sentence,
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
            tallies[(rule, field)] = tally = new Tally(hint() is { } more ? $"{rule.Sentence.TrimEnd('.')}: {more}" : rule.Sentence);
        tally.Count++;

        if (first.Count < InReceipt)
            first.Add(new Finding { Record = record, Line = line, Key = key, Field = field, Rule = rule.Code, Severity = Words.Of(rule.Severity), Message = tally.Message, Value = value });

        row[0] = returnId;
        row[1] = ++number;
        row[2] = record;
        row[3] = line;
        row[4] = key;
        row[5] = rule.Code;
        row[6] = field ?? "";
        row[7] = Words.Of(rule.Severity);
        row[8] = value;
        load.Add(row);
    }

    /// <summary>Sends what is held back, and the counts.</summary>
    public void Complete(IRowLoad breaches)
    {
        load.Complete();
        foreach (var ((rule, field), tally) in tallies)
            breaches.Add([returnId, rule.Code, field ?? "", Words.Of(rule.Severity), Words.Of(rule.Dimension), tally.Message, tally.Count]);
        breaches.Complete();
    }

    /// <inheritdoc/>
    public void Dispose() => load.Dispose();

    private sealed class Tally(string message)
    {
        public string Message => message;

        public int Count { get; set; }
    }
}
