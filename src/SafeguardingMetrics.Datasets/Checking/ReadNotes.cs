using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Rules;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Counts, for each field, the values that were read otherwise than they are expected, so that one finding a return can say so.
/// </summary>
internal sealed class ReadNotes
{
    // So many different words of a field are named; the rest are counted together.
    private const int MostWords = 5;
    private readonly Dictionary<(int Field, ValueNoteKind Kind), (int Count, ValueNote First)> forms = [];
    private readonly Dictionary<int, Dictionary<string, (int Count, ValueNote First)>> words = [];

    /// <summary>Counts a value.</summary>
    public void Add(int field, ValueNote note)
    {
        if (note.Kind is ValueNoteKind.Missing or ValueNoteKind.NotRecorded)
        {
            if (!words.TryGetValue(field, out var of)) words[field] = of = new(StringComparer.OrdinalIgnoreCase);
            var word = note.Written is { } written && (of.Count < MostWords || of.ContainsKey(written)) ? written : "";
            of[word] = (of.GetValueOrDefault(word).Count + 1, of.GetValueOrDefault(word).First ?? note);
        }
        else
        {
            var (count, first) = forms.GetValueOrDefault((field, note.Kind));
            forms[(field, note.Kind)] = (count + 1, first ?? note);
        }
    }

    /// <summary>What there is to say, in the order of the fields: the rule, the field and a sentence.</summary>
    public IEnumerable<(Rule Rule, int Field, string Detail)> List()
    {
        foreach (var of in forms.GroupBy(form => form.Key.Field).OrderBy(of => of.Key))
            yield return (CommonRules.ReadOtherwise, of.Key, string.Join(' ', of.Select(form => Describe(form.Key.Kind, form.Value))));
        foreach (var (field, of) in words.OrderBy(of => of.Key))
            yield return (CommonRules.NoWordForNothing, field, string.Join(' ', of.Select(word => DescribeWord(word.Key, word.Value))));
    }

    private static string Describe(ValueNoteKind kind, (int Count, ValueNote First) form)
    {
        var (written, readAs) = (form.First.Written, form.First.ReadAs);
        var example = written is null ? "" : $", for example {written} as {readAs}";
        var how = kind switch
        {
            ValueNoteKind.DayFirst => "Read day first",
            ValueNoteKind.CompactDate => "Read as year, month and day",
            ValueNoteKind.OtherSigns => "Read with plain hyphens, letters and digits",
            ValueNoteKind.TimeDropped => "Read as the day, without the time",
            _ => "Read as the code",
        };
        return $"{how}, {Times(form.Count)}{example}.";
    }

    private static string DescribeWord(string word, (int Count, ValueNote First) tally) => tally.First.Kind == ValueNoteKind.NotRecorded
        ? $"'{word}' counted as {tally.First.ReadAs}, {Times(tally.Count)}."
        : $"{(word.Length == 0 ? "Other words" : $"'{word}'")} counted as no value, {Times(tally.Count)}.";

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";
}
