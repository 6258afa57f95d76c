using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>
/// The agencies expected to send a figure's dataset, and the submissions that were due, by the return schedule as of
/// <c>knownAt</c>.
/// </summary>
internal sealed class ReturnExpectations
{
    private readonly IReadOnlyList<Agency> byRule;
    private readonly IReadOnlyList<(Agency Agency, AgencySchedule Schedule)>? bySchedule;
    private readonly ILookup<DateOnly, (ExpectedSubmission Due, bool HasCome)> due;

    private ReturnExpectations(
        IReadOnlyList<Agency> byRule,
        IReadOnlyList<(Agency, AgencySchedule)>? bySchedule,
        IReadOnlyList<(ExpectedSubmission Due, bool HasCome)> due)
    {
        this.byRule = byRule;
        this.bySchedule = bySchedule;
        this.due = due.ToLookup(submission => Period.MonthOf(submission.Due.Days.To));
    }

    /// <summary>
    /// Reads the expectations of a dataset's counts. Where the dataset has no schedule at all, every agency of its
    /// sector is expected. Where such a dataset is open to several sectors, only agencies that have sent a return are
    /// expected.
    /// </summary>
    public static async Task<ReturnExpectations> Read(ReadSession reading, CountQuery query, IReadOnlyDictionary<string, Agency> agencies)
    {
        var (dataset, selection) = (query.Dataset, query.Selection);
        var schedules = await ScheduleReader.ListSchedules(reading, dataset.Name, null, selection.KnownAt);
        if (schedules.Count == 0)
        {
            var senders = dataset.Sectors.Count == 1 ? null : await FigureStore.ListSenders(reading, query);
            var expected = agencies.Values.Where(agency =>
                dataset.Sectors.Contains(agency.Sector) && senders?.Contains(agency.Code) != false && IsAskedFor(agency.Code));
            return new([.. expected], null, []);
        }

        schedules = [.. schedules.Where(entry => IsAskedFor(entry.Agency))];
        var due = await ScheduleReader.ListDue(
            reading, schedules, dataset.Name, selection.Agency, selection.Reach, selection.Knowledge, selection.KnownAt);
        return new([], [.. schedules.Select(entry => (agencies[entry.Agency], entry.Schedule))], due);

        bool IsAskedFor(string agency) => selection.Agency is null || agency == selection.Agency;
    }

    /// <summary>The agencies that are expected to report on at least one of the days.</summary>
    public IEnumerable<Agency> ListAgencies(Period days) => bySchedule is null
        ? byRule
        : bySchedule.Where(entry => entry.Schedule.IsExpectedIn(days)).Select(entry => entry.Agency);

    /// <summary>
    /// The submissions due for the periods that end on one of the days, and whether each has arrived.
    /// </summary>
    public IEnumerable<(ExpectedSubmission Due, bool HasCome)> ListDue(Period days) =>
        days.SplitByMonth()
            .SelectMany(month => due[Period.MonthOf(month.From)])
            .Where(submission => days.Contains(submission.Due.Days.To));
}
