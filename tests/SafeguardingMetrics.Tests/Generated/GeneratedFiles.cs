using System.Text.Encodings.Web;
using System.Text.Json;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Tests.Datasets.Examples;
using SafeguardingMetrics.Tests.Packages;

namespace SafeguardingMetrics.Tests.Generated;

/// <summary>
/// Every file that follows from the datasets' declarations, or from the lock files. What is made of a new dataset is a line
/// here.
/// </summary>
internal static class GeneratedFiles
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All of them.</summary>
    public static IEnumerable<GeneratedFile> CreateAll() =>
    [
        .. TableScripts.CreateMissing(),
        DatabaseScripts.CreateRoles(),
        DatabaseScripts.CreateOptions(),
        .. ReportingViews.Declared.Select(view => new GeneratedFile($"db/views/reporting/{view.Name}.sql", view.Text)),
        ReportingGuide.Create(),
        new("api-specs/rules.md", RuleBook.Write()),
        RequestFile.Create(),
        new("api-specs/datasets/all.contract.txt", ContractFile.WriteCommon()),
        LicenceList.Create(),
        .. DatasetCatalogue.All.SelectMany(CreateForDataset),
    ];

    private static IEnumerable<GeneratedFile> CreateForDataset(Dataset dataset)
    {
        var examples = ExampleFile.Read(dataset);
        return
        [
            new($"api-specs/samples/{dataset.Name}.json", examples.Json),
            new($"api-specs/samples/{dataset.Name}.csv", examples.Csv),
            new($"api-specs/datasets/{dataset.Name}.schema.json", RecordSchema.Create(dataset).ToJsonString(Indented) + "\n"),
            new($"api-specs/datasets/{dataset.Name}.contract.txt", ContractFile.Write(dataset)),
        ];
    }
}
