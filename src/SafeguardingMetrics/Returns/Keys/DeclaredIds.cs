using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>What an agency has declared of its own ids of a dataset (<c>PUT /v1/agencies/{code}</c>).</summary>
internal static class DeclaredIds
{
    private static readonly Sql Declared = new("SELECT IdsBeginAgain, IdsLikeIdentifiers FROM Agency WHERE Agency = @Agency");

    /// <summary>
    /// True where the ids begin again. Then its returns state no keys, and the days alone decide which records are in force.
    /// </summary>
    public static async Task<bool> BeginAgain(ReadSession reading, Dataset dataset, string agency) =>
        Agency.SplitDatasets((await Find(reading, agency))?.IdsBeginAgain).Contains(dataset.Name);

    /// <summary>True where the ids have the form of NHS numbers or UPNs, and are none.</summary>
    public static async Task<bool> LookLikeIdentifiers(ReadSession reading, Dataset dataset, string agency) =>
        Agency.SplitDatasets((await Find(reading, agency))?.IdsLikeIdentifiers).Contains(dataset.Name);

    private static Task<Row?> Find(ReadSession reading, string agency) => reading.First<Row>(Declared, new { Agency = agency });

    private sealed record Row
    {
        public required string? IdsBeginAgain { get; init; }

        public required string? IdsLikeIdentifiers { get; init; }
    }
}
