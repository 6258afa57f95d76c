namespace SafeguardingMetrics.Tests.Datasets.Contract;

/// <summary>One dataset as the contract of the first release writes it, a line a field, rule and indicator.</summary>
/// <param name="Name">Its name in the API.</param>
/// <param name="Sectors">Who sends it.</param>
/// <param name="Shape">snapshot or activity.</param>
/// <param name="CountedOn">The day a record counts on: a field, or the period's last day.</param>
/// <param name="Key">The field that occurs once in a return.</param>
/// <param name="Category">What the category is in breakdowns.</param>
/// <param name="Team">What the team is in breakdowns.</param>
/// <param name="FieldLines">Name, <c>*</c> where required, type, and what it takes.</param>
/// <param name="RuleLines">Code, severity, sentence.</param>
/// <param name="IndicatorLines">Code, unit, polarity.</param>
internal sealed record ContractedDataset(
    string Name, string Sectors, string Shape, string CountedOn, string Key, string Category, string Team, string FieldLines, string RuleLines, string IndicatorLines)
{
    public IReadOnlyList<string> Fields => LinesOf(FieldLines);

    public IReadOnlyList<string> Rules => LinesOf(RuleLines);

    public IReadOnlyList<string> Indicators => LinesOf(IndicatorLines);

    /// <summary>The names of the fields that a record must have.</summary>
    public IEnumerable<string> Required => Fields.Select(line => line.Split(' ')[0]).Where(name => name.EndsWith('*')).Select(name => name.TrimEnd('*'));

    private static string[] LinesOf(string text) => text.Split('\n');
}
