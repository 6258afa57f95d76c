using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Simulator.Days;
using SafeguardingMetrics.Simulator.Declared;

namespace SafeguardingMetrics.Simulator.Timetables;

/// <summary>
/// The returns of datasets whose records are drawn from their declarations: snapshots on Sundays, activity on Sundays for
/// the month to date and once more when the month is settled. They are posted after all others of a night.
/// </summary>
internal sealed class DeclaredTimetable(int seed, SubmissionCadence cadence, IReadOnlyList<DeclaredDataset> datasets)
{
    private const int LongestWaitSeconds = 240;

    private static readonly TimeOnly Begin = new(23, 54);
    private static readonly TimeOnly EndOfDay = new(23, 59);

    /// <summary>The returns of one agency on one day, in no particular order.</summary>
    public IEnumerable<ScheduledReturn> ListPostings(Agency agency, DateOnly day)
    {
        var isSunday = day.DayOfWeek == DayOfWeek.Sunday;
        if ((cadence.BackLoad(day) ?? cadence.Settled(day)) is { } month)
            foreach (var declared in ListSentBy(agency, DatasetShape.Activity)) yield return Post(declared, agency, month, day);
        if (isSunday && cadence.IsNightly(day))
            foreach (var declared in ListSentBy(agency, DatasetShape.Activity))
                yield return Post(declared, agency, Period.MonthTo(day), day);
        if (isSunday)
            foreach (var declared in ListSentBy(agency, DatasetShape.Snapshot)) yield return Post(declared, agency, Period.Day(day), day);
    }

    /// <summary>When these returns are due, for each agency and dataset in order of days.</summary>
    public static IEnumerable<AgreedReturn> ListAgreed(SubmissionCadence cadence, IEnumerable<DeclaredDataset> datasets, Agency agency)
    {
        foreach (var declared in datasets.Where(declared => declared.IsSentBy(agency)))
        {
            var name = declared.Declaration.Name;
            if (declared.Declaration.Shape == DatasetShape.Snapshot)
            {
                yield return new(name, agency.Code, cadence.From, "week", 0, EndOfDay);
                continue;
            }

            yield return new(name, agency.Code, cadence.From, "month", SubmissionCadence.BackLoadOn, EndOfDay);
            yield return new(name, agency.Code, cadence.NightlySince, "month", SubmissionCadence.SettleOn, EndOfDay);
        }
    }

    private IEnumerable<DeclaredDataset> ListSentBy(Agency agency, DatasetShape shape) =>
        datasets.Where(declared => declared.Declaration.Shape == shape && declared.IsSentBy(agency));

    private ScheduledReturn Post(DeclaredDataset declared, Agency agency, Period period, DateOnly day) => new()
    {
        Agency = agency,
        Writer = declared.Writer,
        Period = period,
        AsAt = day,
        Time = Begin.Add(TimeSpan.FromSeconds(SeededRandom
            .Create(seed, $"{agency.Code}/{declared.Declaration.Name}/wait", day.DayNumber, period.From.DayNumber)
            .Between(0, LongestWaitSeconds))),
    };
}
