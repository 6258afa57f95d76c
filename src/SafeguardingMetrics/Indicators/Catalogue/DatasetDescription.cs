using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Indicators.Catalogue;

/// <summary>A dataset in the list of datasets.</summary>
/// <param name="Name">The name, as used in URLs.</param>
/// <param name="Title">The name, as shown on pages.</param>
/// <param name="Sentence">What a return of the dataset contains.</param>
/// <param name="Sectors">The sectors whose agencies send the dataset.</param>
/// <param name="Shape">snapshot: as at one day; activity: over a span of days.</param>
/// <param name="Key">The field that identifies a record: a value occurs once in a return.</param>
/// <param name="CountedOn">The field with the day that a record counts on; null where that is the period's last
/// day.</param>
public sealed record DatasetSummary(
    string Name, string Title, string Sentence, IReadOnlyList<string> Sectors, string Shape, string Key, string? CountedOn)
{
    /// <summary>Describes a dataset.</summary>
    public static DatasetSummary FromDataset(Dataset dataset) =>
        new(
            dataset.Name, dataset.Title, dataset.Summary, dataset.Sectors, ApiEnumNames.ToText(dataset.Shape),
            dataset.KeyField.Name, dataset.CountedOnField?.Name);
}

/// <summary>A dataset with its fields.</summary>
/// <param name="Dataset">What it is.</param>
/// <param name="Team">What its team is in breakdowns; empty where it has none.</param>
/// <param name="Category">What its category is in breakdowns; empty where it has none.</param>
/// <param name="Fields">Its fields, in the order of the template.</param>
/// <param name="Indicators">The codes of the indicators it feeds.</param>
public sealed record DatasetDescription(
    DatasetSummary Dataset, string Team, string Category, IReadOnlyList<FieldDescription> Fields, IReadOnlyList<string> Indicators)
{
    /// <summary>What its figures can be broken down by, besides the agency and its sector.</summary>
    public required IReadOnlyList<BreakdownDescription> Breakdowns { get; init; }

    /// <summary>Describes a dataset.</summary>
    public static DatasetDescription FromDataset(Dataset dataset) => new(
        DatasetSummary.FromDataset(dataset), dataset.GetMeaning(Dimension.Team), dataset.GetMeaning(Dimension.Category),
        [.. dataset.FieldList.Select(FieldDescription.FromField)], [.. dataset.Indicators.Select(indicator => indicator.Code)])
    {
        Breakdowns = [.. dataset.BreakdownList.Select(BreakdownDescription.FromBreakdown)],
    };
}

/// <summary>A breakdown of a dataset's figures.</summary>
/// <param name="Name">The name to ask for it by, in <c>by</c>.</param>
/// <param name="StoredAs">The word that is also accepted in <c>by</c>, and that the reporting views bear: the name, or
/// team or category.</param>
/// <param name="Meaning">The field it is, or in words what it is.</param>
public sealed record BreakdownDescription(string Name, string StoredAs, string Meaning)
{
    /// <summary>Describes a breakdown.</summary>
    public static BreakdownDescription FromBreakdown(Breakdown breakdown) => new(breakdown.Name, breakdown.Dimension, breakdown.Meaning);
}

/// <summary>A field of a dataset, in the data dictionary.</summary>
/// <param name="Name">The name in JSON and in CSV headers.</param>
/// <param name="Type">identifier, text, code, list of codes, date, boolean, whole number, decimal or hashed
/// identifier.</param>
/// <param name="Required">True where a record without a value is rejected.</param>
/// <param name="Description">The meaning of the field.</param>
/// <param name="Expects">What a value must look like.</param>
/// <param name="Sample">An example of a value.</param>
/// <param name="Codes">The codes that the field accepts; null for other types.</param>
/// <param name="MaxLength">The longest text; null where unlimited.</param>
/// <param name="Minimum">The smallest value; null where unlimited.</param>
/// <param name="Maximum">The largest value; null where unlimited.</param>
public sealed record FieldDescription(
    string Name, string Type, bool Required, string Description, string Expects, string Sample, IReadOnlyList<Code>? Codes,
    int? MaxLength, decimal? Minimum, decimal? Maximum)
{
    /// <summary>Describes a field.</summary>
    public static FieldDescription FromField(Field field) => new(
        field.Name, field.Type.ToText(), field.IsRequired, field.Description, field.Expectation, field.Example, field.Codes,
        field.MaxLength, field.Range.Least, field.Range.Most);
}
