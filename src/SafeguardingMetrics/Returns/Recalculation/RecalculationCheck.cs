using System.Collections.Concurrent;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Recalculation;

/// <summary>
/// Notices figures that rest on cells of an earlier definition than the one declared, until they are recalculated.
/// </summary>
public sealed partial class RecalculationCheck(Database database, ILogger<RecalculationCheck> log)
{
    // This version of the service writes current cells: an indicator once found current stays so.
    private readonly ConcurrentDictionary<string, bool> current = [];

    /// <summary>The codes of the indicators that must be recalculated.</summary>
    /// <exception cref="DatabaseUnavailableException">The database does not answer.</exception>
    public async Task<IReadOnlyList<string>> ListOutdated(CancellationToken cancel)
    {
        var unsure = DatasetCatalogue.All.SelectMany(dataset => dataset.Indicators)
            .Where(indicator => indicator.Version > 1 && !current.ContainsKey(indicator.Code)).ToList();
        if (unsure.Count == 0) return [];
        return await database.Read(async reading =>
        {
            var behind = new List<string>();
            foreach (var indicator in unsure)
                if (await DefinitionStore.HasOutdated(reading, indicator.Dataset, indicator)) behind.Add(indicator.Code);
                else current[indicator.Code] = true;
            return behind;
        }, cancel);
    }

    /// <summary>Logs a warning for each indicator that must be recalculated.</summary>
    public async Task WarnIfOutdated(CancellationToken cancel)
    {
        foreach (var code in await ListOutdated(cancel)) Log.IsBehind(log, code);
    }

    private static partial class Log
    {
        [LoggerMessage(20, LogLevel.Warning,
            "The definition of {Indicator} has changed since some of its figures were stored: run \"recalculate {Indicator}\". Until "
            + "then these "
            + "figures stay as they were, and their cases cannot be read.")]
        public static partial void IsBehind(ILogger log, string indicator);
    }
}
