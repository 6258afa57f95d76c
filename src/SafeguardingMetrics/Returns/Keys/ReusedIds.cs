using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>
/// Whether an agency's ids of a dataset begin again, as it has declared. Then its returns state no keys, and the days alone
/// decide which records are in force.
/// </summary>
internal static class ReusedIds
{
    private static readonly Sql Declared = new("SELECT IdsBeginAgain AS Datasets FROM Agency WHERE Agency = @Agency");

    /// <summary>True where the ids begin again.</summary>
    public static async Task<bool> AreDeclared(ReadSession reading, Dataset dataset, string agency) =>
        Agency.SplitDatasets((await reading.First<Row>(Declared, new { Agency = agency }))?.Datasets).Contains(dataset.Name);

    private sealed record Row
    {
        public required string? Datasets { get; init; }
    }
}
