using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Identity;

namespace SafeguardingMetrics.Tests.DataQuality;

/// <summary>
/// How often each agency sends a dataset in <see cref="SimulatedMonth"/>, and by when: days after the period's end, and
/// the time of that day.
/// </summary>
/// <param name="Dataset">The dataset.</param>
/// <param name="Agencies">The codes of the agencies that send it.</param>
/// <param name="Frequency">day, week or month.</param>
/// <param name="DueDays">Days after the period's end.</param>
/// <param name="DueTime">The time of the due day in England.</param>
internal sealed record ReferenceSchedule(string Dataset, string[] Agencies, string Frequency, int DueDays, string DueTime)
{
    private static readonly ReferenceSchedule[] Written =
    [
        new("open-cases", ["EXA-CSC"], "day", 0, "23:59"),
        new("statutory-visits", ["EXA-CSC"], "day", 0, "23:59"),
        new("strategy-meetings", ["EXA-CSC"], "day", 0, "23:59"),
        new("workforce-posts", ["EXA-CSC", "EXA-ICB", "EXA-POL"], "week", 0, "23:59"),
        new("police-notifications", ["EXA-POL"], "day", 0, "23:59"),
        new("health-assessments", ["EXA-ICB"], "month", 8, "23:59"),
        // One of eight has no entry: it is not expected.
        new(
            "school-attendance",
            ["EXA-SCH-01", "EXA-SCH-02", "EXA-SCH-03", "EXA-SCH-04", "EXA-SCH-05", "EXA-SCH-06", "EXA-SCH-07"],
            "week",
            1,
            "12:00"),
    ];

    /// <summary>
    /// That of every dataset. One whose records are drawn from its declaration is sent by all agencies of its sectors:
    /// snapshots weekly, activity by the month.
    /// </summary>
    public static IReadOnlyList<ReferenceSchedule> All { get; } =
    [
        .. Written,
        .. DatasetCatalogue.All.Where(dataset => !IsWritten(dataset.Name)).Select(dataset => new ReferenceSchedule(
            dataset.Name,
            [.. DemonstrationKeys.Agencies.Where(agency => dataset.Sectors.Contains(agency.Sector)).Select(agency => agency.Code)],
            dataset.Shape == DatasetShape.Snapshot ? "week" : "month",
            dataset.Shape == DatasetShape.Snapshot ? 0 : 8,
            "23:59")),
    ];

    /// <summary>True where the dataset's part of the tests is written out, and does not follow from its declaration.</summary>
    public static bool IsWritten(string dataset) => Written.Any(one => one.Dataset == dataset);
}
