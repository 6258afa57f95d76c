using Microsoft.Extensions.Options;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>The thresholds of each dataset.</summary>
public sealed class HoldingSettings(IOptionsMonitor<HoldingThresholds> options)
{
    private const string Section = "Holding";
    private const string OfDatasets = $"{Section}:Datasets";

    /// <summary>Those of a dataset.</summary>
    public HoldingThresholds Get(Dataset dataset) => options.Get(dataset.Name);

    /// <summary>
    /// Adds the settings. A value outside its range, or one for a dataset that does not exist, keeps the service from
    /// starting.
    /// </summary>
    internal static void Add(IServiceCollection services)
    {
        foreach (var dataset in DatasetCatalogue.All)
        {
            services.AddOptions<HoldingThresholds>(dataset.Name)
                .BindConfiguration(Section)
                .BindConfiguration($"{OfDatasets}:{dataset.Name}")
                .ValidateDataAnnotations()
                .Validate<IConfiguration>(
                    (_, configuration) => configuration.GetSection(OfDatasets).GetChildren().All(IsOfDataset),
                    "Holding__Datasets has a name that is no dataset's. GET /v1/datasets lists the names.")
                .ValidateOnStart();
        }

        services.AddSingleton<HoldingSettings>();
    }

    private static bool IsOfDataset(IConfigurationSection section) =>
        DatasetCatalogue.All.Any(dataset => string.Equals(dataset.Name, section.Key, StringComparison.OrdinalIgnoreCase));
}
