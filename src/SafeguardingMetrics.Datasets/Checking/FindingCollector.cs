using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Collects the findings of one return on one thread, to be written to the database at its end. Counts by rule and field are exact; of the
/// findings themselves the first are kept: at least <see cref="LeastKept"/>, at most <see cref="MostKept"/>, and beyond the least so
/// many as take <see cref="BytesForByte"/> bytes for each byte of the return.
/// </summary>
/// <param name="bytes">How many bytes the return has, unpacked.</param>
public sealed class FindingCollector(long bytes = FindingCollector.AnyLength)
{
    /// <summary>The most findings that a receipt lists.</summary>
    public const int InReceipt = 100;

    /// <summary>So many findings are kept, however small the return is.</summary>
    public const int LeastKept = 100;

    /// <summary>No more findings are kept, however large the return is.</summary>
    public const int MostKept = 10_000;

    /// <summary>How many bytes the kept findings take for each byte of the return.</summary>
    public const int BytesForByte = 10;

    /// <summary>What a wholly rejected return keeps of its findings, in bytes of its receipt.</summary>
    public const int BytesOfRejected = 24 * 1024;

    /// <summary>The length of a return that is so long that it limits nothing.</summary>
    public const long AnyLength = long.MaxValue / BytesForByte;

    /// <summary>The longest sentence of a single finding, in characters.</summary>
    public const int LongestDetail = 400;

    private readonly Dictionary<(Rule Rule, string? Field), RuleTally> tallies = [];
    private readonly List<Finding> kept = [];
    private long room = bytes * BytesForByte;
    private bool isFull;

    /// <summary>The findings that are kept, in their order.</summary>
    public IReadOnlyList<Finding> Kept => kept;

    /// <summary>The first findings of the return, at most <see cref="InReceipt"/>.</summary>
    public IReadOnlyList<Finding> First => kept.Count <= InReceipt ? kept : kept[..InReceipt];

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
        // Once one was left out, none that would fit is kept: the kept ones are the first.
        if (isFull && record is not null) return;
        Keep(new Finding
        {
            Record = record, Line = line, Key = key, Field = field, Rule = rule.Code,
            Severity = ApiEnumNames.ToText(rule.Severity), Message = Finding.CreateMessage(detail, tally.Message), Value = value,
            Explained = explained,
        }.WithDetail(detail));
    }

    /// <summary>Adds a finding about the whole return as the first of all.</summary>
    /// <param name="rule">The broken rule.</param>
    /// <param name="detail">A sentence of this finding alone.</param>
    public void AddFirst(Rule rule, string detail)
    {
        Add(null, null, null, rule, null, static () => null, null, detail);
        var last = kept[^1];
        kept.RemoveAt(kept.Count - 1);
        kept.Insert(0, last);
    }

    /// <summary>
    /// Leaves of the kept findings the first that a receipt lists, and of these so many as take <see cref="BytesOfRejected"/> bytes
    /// of it.
    /// </summary>
    public void LeaveThoseOfRejected()
    {
        var (left, count) = ((long)BytesOfRejected, 0);
        while (count < Math.Min(kept.Count, InReceipt) && (left -= MeasureInReceipt(kept[count])) >= 0) count++;
        kept.RemoveRange(count, kept.Count - count);
    }

    private void Keep(Finding finding)
    {
        var size = MeasureStored(finding);
        if (isFull || (kept.Count >= LeastKept && (kept.Count >= MostKept || size > room)))
        {
            isFull = true;
            // What is said of the whole return takes the place of the last that is said of a record.
            var last = finding.Record is null ? kept.FindLastIndex(static one => one.Record is not null) : -1;
            if (last < 0) return;
            room += MeasureStored(kept[last]);
            kept.RemoveAt(last);
        }

        room -= size;
        kept.Add(finding);
    }

    // About what a row takes: the return's id, the numbers, and each letter in up to two bytes.
    private static int MeasureStored(Finding finding) =>
        100 + 2 * (Length(finding.Key) + Length(finding.Field) + Length(finding.Value) + Length(finding.GetDetail()));

    private static int MeasureInReceipt(Finding finding) =>
        120 + Length(finding.Key) + Length(finding.Field) + Length(finding.Value) + finding.Message.Length + Length(finding.Explained);

    private static int Length(string? text) => text?.Length ?? 0;

    /// <summary>
    /// The number of findings for each rule and field, how many of them are explained, and the message that they carry.
    /// </summary>
    public IEnumerable<(Rule Rule, string? Field, string Message, int Count, int Explained)> CountsByField =>
        tallies.Select(tally => (tally.Key.Rule, tally.Key.Field, tally.Value.Message, tally.Value.Count, tally.Value.Explained));

    private sealed class RuleTally(string message)
    {
        public string Message => message;

        public int Count { get; set; }

        public int Explained { get; set; }
    }
}
