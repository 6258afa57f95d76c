using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Health.HealthAssessments;
using SafeguardingMetrics.Datasets.Police.PoliceNotifications;
using SafeguardingMetrics.Datasets.Schools.SchoolAttendance;
using SafeguardingMetrics.Datasets.SocialCare.OpenCases;
using SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;
using SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;
using SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

namespace SafeguardingMetrics.Datasets.Catalogue;

/// <summary>Every dataset that the service takes. A new dataset is a folder and a line here.</summary>
public static class DatasetCatalogue
{
    /// <summary>The datasets, in the order of the standard.</summary>
    public static IReadOnlyList<Dataset> All { get; } = Validate(
    [
        new OpenCases(),
        new StatutoryVisits(),
        new StrategyMeetings(),
        new WorkforcePosts(),
        new HealthAssessments(),
        new PoliceNotifications(),
        new SchoolAttendance(),
    ]);

    /// <summary>
    /// What figures can be broken down by, as stored cells and rows name it: by what the return says, then by what
    /// records say.
    /// </summary>
    public static IReadOnlyList<string> Dimensions { get; } =
        [.. Dimension.ForReturns, .. All.SelectMany(dataset => dataset.Dimensions).Distinct().OrderBy(Dimension.ForChildren.Contains)];

    /// <summary>
    /// Every name that a breakdown can be asked for by: the dimensions, then the names that datasets have of their own
    /// for one.
    /// </summary>
    public static IReadOnlyList<string> BreakdownNames { get; } =
        [.. Dimensions.Union(All.SelectMany(dataset => dataset.BreakdownList).Select(breakdown => breakdown.Name))];

    /// <summary>The dataset of this name, or null.</summary>
    public static Dataset? Find(string name) => All.FirstOrDefault(dataset => dataset.Name == name);

    // Two datasets of one name, table or indicator would each answer for the other.
    private static IReadOnlyList<Dataset> Validate(IReadOnlyList<Dataset> datasets)
    {
        RequireUnique("dataset", dataset => [dataset.Name]);
        RequireUnique("table", dataset => [dataset.Table]);
        RequireUnique("indicator", dataset => dataset.Indicators.Select(indicator => indicator.Code));
        return datasets;

        void RequireUnique(string what, Func<Dataset, IEnumerable<string>> names)
        {
            foreach (var (name, count) in datasets.SelectMany(names).CountBy(name => name))
                if (count > 1) throw new InvalidDeclarationException($"The catalogue has {count} times the {what} '{name}'");
        }
    }
}
