using System.Globalization;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Limits;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.OpenApi;

/// <summary>
/// The text at the head of the page: prose from <c>introduction.md</c>, facts from where they are declared.
/// </summary>
internal static class Introduction
{
    /// <summary>The text, in Markdown.</summary>
    public static string Text { get; } = Read()
        .Replace("{keys}", Keys(), StringComparison.Ordinal)
        .Replace("{firstReturn}", FirstReturn(), StringComparison.Ordinal)
        .Replace("{datasets}", string.Join('\n', DatasetCatalogue.All.Select(DatasetRow)), StringComparison.Ordinal)
        .Replace(
            "{mostPacked}",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{ReturnLimits.MaxCompressedBytes >> 20} MiB on the wire and {ReturnLimits.MaxUncompressedBytes >> 20} MiB unpacked "
                + $"unless your partnership has set another limit"),
            StringComparison.Ordinal)
        .TrimEnd();

    /// <summary>A demonstration key whose agency may send the dataset.</summary>
    public static string GetDemonstrationKey(Dataset dataset) => DemonstrationKeys.Keys
        .First(key => DemonstrationKeys.Agencies.Any(agency => agency.Code == key.Agency && dataset.Sectors.Contains(agency.Sector))).Key;

    /// <summary>Who sends a dataset, in words.</summary>
    public static string DescribeSenders(Dataset dataset) =>
        dataset.Sectors.Count == Sector.All.Count ? "any sector" : string.Join(", ", dataset.Sectors);

    /// <summary>A command that sends the file of a dataset's return.</summary>
    public static string CreateCurlCommand(Dataset dataset) => $"""
        curl -X POST "http://localhost:5080/v1/returns/{dataset.Name}?period={dataset.ExamplePeriod}" \
          -H "X-Api-Key: {GetDemonstrationKey(dataset)}" -H "Content-Type: {MediaTypes.Csv}" --data-binary @{dataset.Name}.csv
        """;

    private static string Read()
    {
        using var reader = new StreamReader(OpenApiSetup.OpenEmbedded("introduction.md"));
        return reader.ReadToEnd();
    }

    private static string Keys() => "| Key | Acts for | May |\n|---|---|---|\n" + string.Join('\n', DemonstrationKeys.Keys.Select(key =>
        $"| `{key.Key}` | {key.Agency ?? "the partnership"} | {string.Join(", ", key.Permissions)} |"));

    private static string FirstReturn()
    {
        var dataset = DatasetCatalogue.All[1];
        return $"""
            curl -i -X POST "http://localhost:5080/v1/returns/{dataset.Name}?period={dataset.ExamplePeriod}" \
              -H "X-Api-Key: {GetDemonstrationKey(dataset)}" -H "Content-Type: {MediaTypes.Json}" \
              -d '{ExampleReturn.Accepted(dataset).Serialize(MediaTypes.Json).Replace("},{", "},\n      {", StringComparison.Ordinal)}'
            """;
    }

    private static string DatasetRow(Dataset dataset) =>
        $"| `{dataset.Name}` | {DescribeSenders(dataset)} | {(dataset.Shape == DatasetShape.Snapshot ? "one day" : "a span of days")} | "
        + $"{dataset.Summary} |";
}
