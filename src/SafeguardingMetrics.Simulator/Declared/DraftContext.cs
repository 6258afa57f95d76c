using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Declared;

/// <summary>What the records of one return are drawn from.</summary>
/// <param name="County">The simulated county.</param>
/// <param name="Posting">The return.</param>
/// <param name="Dataset">The dataset's declaration.</param>
/// <param name="Days">The distances between the days of the dataset's examples.</param>
internal sealed record DraftContext(Exampleshire County, ScheduledReturn Posting, Dataset Dataset, ExampleDays Days)
{
    private const long NumbersADay = 10_000;

    /// <summary>
    /// Random numbers for one thing of one record, which are the same in every return: a value that is drawn again does
    /// not change the other values.
    /// </summary>
    public SeededRandom CreateRandom(string thing, RecordIdentity identity, int attempt = 0) => SeededRandom.Create(
        County.Seed,
        $"{Posting.Agency.Code}/{Dataset.Name}/{thing}",
        (identity.BeganOn.DayNumber * NumbersADay) + identity.Number,
        attempt);
}
