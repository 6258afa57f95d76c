using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Health.HealthAssessments;
using SafeguardingMetrics.Datasets.Police.PoliceNotifications;
using SafeguardingMetrics.Datasets.Schools.SchoolAttendance;
using SafeguardingMetrics.Datasets.SocialCare.OpenCases;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;
using SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;
using SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

namespace SafeguardingMetrics.Datasets.Catalogue;

/// <summary>Every dataset that the service takes, and through them every indicator. A new dataset is a line here and a folder beside.</summary>
public static class DatasetCatalogue
{
    /// <summary>The datasets, in the order of the standard.</summary>
    public static IReadOnlyList<Dataset> All { get; } =
    [
        new OpenCases(),
        new StatutoryVisits(),
        new StrategyMeetings(),
        new WorkforcePosts(),
        new HealthAssessments(),
        new PoliceNotifications(),
        new SchoolAttendance(),
    ];

    /// <summary>Every indicator with the dataset that feeds it.</summary>
    public static IReadOnlyList<(Dataset Dataset, Indicator Indicator)> Indicators { get; } =
        [.. All.SelectMany(dataset => dataset.Indicators.Select(indicator => (dataset, indicator)))];

    /// <summary>The dataset of this name, or null.</summary>
    public static Dataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);

    /// <summary>The indicator of this code with its dataset, or null.</summary>
    public static (Dataset Dataset, Indicator Indicator)? FindIndicator(string code)
    {
        foreach (var pair in Indicators)
            if (pair.Indicator.Code == code) return pair;
        return null;
    }
}
