using System.Globalization;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

/// <summary>One record of a sample with what is to be found in it.</summary>
/// <param name="Values">The values by field: text, true or false, a number, or a list of codes.</param>
/// <param name="Findings">Each as rule, field and severity: <c>SV06 visitedOn query</c>; none where the record keeps every rule.</param>
internal sealed record SampleRecord(IReadOnlyDictionary<string, object> Values, IReadOnlyList<string> Findings)
{
    /// <summary>A record that is another with some values changed; null takes a value away.</summary>
    public static IReadOnlyDictionary<string, object> Like(IReadOnlyDictionary<string, object> plain, params (string Field, object? Value)[] changes)
    {
        var values = new Dictionary<string, object>(plain);
        foreach (var (field, value) in changes)
        {
            if (value is null) values.Remove(field);
            else values[field] = value;
        }

        return values;
    }

    /// <summary>The value as a CSV cell; empty where the record has none.</summary>
    public string Cell(string field) => Values.GetValueOrDefault(field) switch
    {
        null => "",
        true => "true",
        false => "false",
        string[] codes => string.Join(';', codes),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var text => (string)text,
    };
}
