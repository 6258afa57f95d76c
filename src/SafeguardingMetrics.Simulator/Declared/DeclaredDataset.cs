using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Children;
using SafeguardingMetrics.Simulator.Multiagency;
using SafeguardingMetrics.Simulator.Schools;
using SafeguardingMetrics.Simulator.Workforce;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>A dataset of the library, with a writer that draws its records from its declaration.</summary>
/// <param name="Declaration">The dataset's declaration.</param>
/// <param name="Writer">Writes the bodies of its returns.</param>
internal sealed record DeclaredDataset(Dataset Declaration, RecordWriter Writer)
{
    private static readonly RecordWriter[] Written =
    [
        OpenCases.Writer, StatutoryVisits.Writer, StrategyMeetings.Writer, WorkforcePosts.Writer, HealthAssessments.Writer,
        PoliceNotifications.Writer, SchoolAttendance.Writer,
    ];

    /// <summary>Every dataset of the library's catalogue.</summary>
    public static IReadOnlyList<DeclaredDataset> All { get; } =
        [.. DatasetCatalogue.All.Select(dataset => new DeclaredDataset(dataset, DeclaredRecords.CreateWriter(dataset)))];

    /// <summary>The datasets for which the simulator has no writer of their own.</summary>
    public static IReadOnlyList<DeclaredDataset> WithoutOwnWriter { get; } =
        [.. All.Where(declared => Written.All(writer => writer.Dataset != declared.Declaration.Name))];

    /// <summary>True where the agency may send the dataset.</summary>
    public bool IsSentBy(Agency agency) => Declaration.Sectors.Contains(agency.Sector);
}
