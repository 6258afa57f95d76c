using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Takes findings as they are made, and holds some thousands until they are stored, since a connection loads either records or
/// findings; the counts and the first hundred stay for the receipt.
/// </summary>
public sealed class FindingLedger(string returnId)
{
    /// <summary>How many findings a receipt holds.</summary>
    public const int InReceipt = 100;

    /// <summary>With so many waiting it asks to be stored before the next record is read.</summary>
    public const int MostWaiting = 5_000;

    private readonly Dictionary<(Rule Rule, string? Field), Tally> tallies = [];
    private readonly List<Finding> first = [];
    private readonly List<object?[]> waiting = [];
    private int number;

    /// <summary>The columns of the table, in the order in which rows are loaded.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["ReturnId", "FindingNumber", "RecordNumber", "LineNumber", "RecordKey", "RuleCode", "Field", "Severity", "FoundValue"];

    /// <summary>The columns of the table of counts, in the order in which <see cref="Complete"/> loads rows.</summary>
    public static IReadOnlyList<string> BreachColumns { get; } = ["ReturnId", "RuleCode", "Field", "Severity", "Dimension", "Message", "Findings"];

    /// <summary>True where it is to be stored before it takes more.</summary>
    public bool IsFull => waiting.Count >= MostWaiting;

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

        waiting.Add([returnId, ++number, record, line, key, rule.Code, field ?? "", Words.Of(rule.Severity), value]);
    }

    /// <summary>Stores what waits.</summary>
    public void Store(UnitOfWork work)
    {
        work.Load("Finding", Columns, waiting);
        waiting.Clear();
    }

    /// <summary>Stores what waits, and the counts.</summary>
    public void Complete(UnitOfWork work)
    {
        Store(work);
        work.Load("RuleBreach", BreachColumns, tallies.Select(tally => new object?[]
        {
            returnId, tally.Key.Rule.Code, tally.Key.Field ?? "", Words.Of(tally.Key.Rule.Severity), Words.Of(tally.Key.Rule.Dimension), tally.Value.Message, tally.Value.Count,
        }));
    }

    private sealed class Tally(string message)
    {
        public string Message => message;

        public int Count { get; set; }
    }
}
