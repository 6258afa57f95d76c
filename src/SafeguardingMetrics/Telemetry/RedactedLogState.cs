using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SafeguardingMetrics.Telemetry;

/// <summary>A library's line of log without its words: the sentence as it stands in the library's source, and those of its values that are numbers, truths or lengths of time.</summary>
internal sealed partial class RedactedLogState : IReadOnlyList<KeyValuePair<string, object?>>
{
    private const string Format = "{OriginalFormat}";
    private const string Withheld = "(a line without a template; its text is withheld)";
    private readonly List<KeyValuePair<string, object?>> kept = [];
    private readonly string template = Withheld;

    private RedactedLogState(object? state)
    {
        if (state is not IEnumerable<KeyValuePair<string, object?>> values) return;
        foreach (var (name, value) in values)
        {
            if (name == Format) template = value as string ?? Withheld;
            else if (IsSafe(value)) kept.Add(KeyValuePair.Create(name, value));
        }

        kept.Add(KeyValuePair.Create<string, object?>(Format, template));
    }

    public int Count => kept.Count;

    public KeyValuePair<string, object?> this[int index] => kept[index];

    /// <summary>What may be written of a library's line.</summary>
    public static RedactedLogState Create(object? state) => new(state);

    /// <summary>The sentence, with a placeholder left as it is where its value is withheld.</summary>
    public override string ToString() => Placeholder().Replace(template, hole =>
    {
        foreach (var (name, value) in kept)
            if (name == hole.Groups["name"].Value && value is not null) return Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return hole.Value;
    });

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => kept.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool IsSafe(object? value) => value is null or bool or Enum or TimeSpan or byte or short or int or long or float or double or decimal;

    [GeneratedRegex(@"\{(?<name>[^{}:,]+)[^{}]*\}")]
    private static partial Regex Placeholder();
}
