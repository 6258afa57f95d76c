using System.Text;
using System.Text.Json.Serialization;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using SafeguardingMetrics.Datasets.Texts;
using SafeguardingMetrics.Http.Answers;
using SafeguardingMetrics.Returns.Explanations;

namespace SafeguardingMetrics.Returns;

/// <summary>What is said of a query: that the record is right, and why.</summary>
/// <param name="Agency">The agency that the record is of. Administrators give it; an agency leaves it out.</param>
/// <param name="Dataset" example="statutory-visits">The dataset.</param>
/// <param name="Rule" example="SV06">The code of the rule, a query.</param>
/// <param name="Key" example="V-2">The record's key, as the finding gives it.</param>
/// <param name="Field" example="visitedOn">
/// The field that the finding names. If you leave it out: the one that findings of the rule name in the record.
/// </param>
/// <param name="Reason" example="confirmed-with-source">
/// <c>confirmed-with-source</c>, <c>awaiting-information</c> or <c>outside-our-control</c>.
/// </param>
/// <param name="Note" example="The family was abroad; seen on return.">
/// A short text for whoever reads it later, at most 400 characters. No names or numbers of children.
/// </param>
/// <param name="Until" example="2027-03-31">
/// The last day on which it holds, YYYY-MM-DD: today or later, and at most 400 days ahead.
/// </param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record ExplanationRequest(
    string? Agency, string? Dataset, string? Rule, string? Key, string? Field, string? Reason, string? Note, string? Until)
{
    /// <summary>The most characters of the note.</summary>
    public const int LongestNote = 400;

    /// <summary>How many days ahead the last day can be.</summary>
    public const int MostDays = 400;

    private const int LongestKey = 36;

    /// <summary>The members that must be there.</summary>
    public static IReadOnlyList<string> Required { get; } = ["dataset", "rule", "key", "reason", "until"];

    /// <summary>Everything that keeps it from being said of a query of a dataset; empty where nothing does.</summary>
    /// <param name="dataset">The dataset that it names.</param>
    /// <param name="today">The present day in England.</param>
    internal IReadOnlyList<string> Validate(Dataset dataset, DateOnly today)
    {
        var faults = new List<string>();
        void Unless(bool holds, string fault)
        {
            if (!holds) faults.Add(fault);
        }

        var codes = dataset.AllRules.Select(rule => rule.Code).ToList();
        Unless(
            FindRule(dataset) is not null,
            NameAdvice.Describe($"rule is one that GET /v1/datasets/{dataset.Name}/rules lists", Rule ?? "", codes));
        Unless(Key?.Trim().Length is > 0 and <= LongestKey, $"key is the key of a record, 1 to {LongestKey} characters.");
        var fields = dataset.FieldList.Select(field => field.Name).ToList();
        if (Field is not null && !fields.Contains(Field))
            faults.Add(NameAdvice.Describe($"field is a field of {dataset.Name}, or left out", Field, fields));
        Unless(
            Reason is not null && ExplanationReason.All.Contains(Reason),
            NameAdvice.Describe($"reason is one of {string.Join(", ", ExplanationReason.All)}", Reason ?? "", ExplanationReason.All));
        Unless(
            ParseNote() is null or { Length: <= LongestNote } && ParseNote()?.Any(char.IsControl) != true,
            $"note is a text of at most {LongestNote} characters on one line, or left out.");
        Unless(
            ParseNote() is not { } note || !RawIdentifier.ContainsIdentifier(Encoding.UTF8.GetBytes(note)),
            "note must not have an NHS number or UPN in it.");
        var last = today.AddDays(MostDays);
        Unless(
            ParseUntil() is { } until && until >= today && until <= last,
            $"until is a day, YYYY-MM-DD, from {today:yyyy-MM-dd} to {last:yyyy-MM-dd}: an explanation holds for {MostDays} days at most.");
        return faults;
    }

    /// <summary>The rule that it names; null where the dataset has none of the code.</summary>
    internal Rule? FindRule(Dataset dataset) => dataset.AllRules.FirstOrDefault(rule => rule.Code == Rule);

    /// <summary>The explanation that it makes of a query. Only where <see cref="Validate"/> finds nothing.</summary>
    internal Explanation ToExplanation(string id, string agency, ExplainableQuery query, DateTimeOffset at, string by) => new()
    {
        ExplanationId = id,
        Agency = agency,
        Dataset = Dataset!,
        Rule = Rule!,
        Field = query.Fields[0],
        Key = query.Key,
        Reason = Reason!,
        Note = ParseNote(),
        Until = ParseUntil()!.Value,
        SetAt = at,
        SetBy = by,
        EndedAt = null,
        EndedBy = null,
    };

    private string? ParseNote() => Note?.Trim() is { Length: > 0 } note ? note : null;

    private DateOnly? ParseUntil() => QueryParameters.TryParseDay(Until, out var day) ? day : null;
}
