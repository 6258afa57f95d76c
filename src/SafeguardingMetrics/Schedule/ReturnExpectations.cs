using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Schedule;

/// <summary>Which agencies a figure's dataset was expected of, and what of it was due: by the return schedule as it was known.</summary>
internal sealed class ReturnExpectations
{
    private readonly IReadOnlyList<Agency> byRule;
    private readonly IReadOnlyList<(Agency Agency, AgencySchedule Schedule)>? bySchedule;
    private readonly ILookup<DateOnly, (ExpectedSubmission Due, bool HasCome)> due;

    private ReturnExpectations(IReadOnlyList<Agency> byRule, IReadOnlyList<(Agency, AgencySchedule)>? bySchedule, IReadOnlyList<(ExpectedSubmission Due, bool HasCome)> due)
    {
        this.byRule = byRule;
        this.bySchedule = bySchedule;
        this.due = due.ToLookup(one => Period.MonthOf(one.Due.Days.To));
    }

    /// <summary>Nothing is expected of anyone: for those who ask for values only.</summary>
    public static ReturnExpectations None { get; } = new([], null, []);

    /// <summary>Reads it. Where the dataset has no schedule at all, its sector's agencies are expected; of a dataset that any sector may send, those that have begun to.</summary>
    public static async Task<ReturnExpectations> Read(ReadSession reading, FigureQuery query, IReadOnlyDictionary<string, Agency> agencies)
    {
        var dataset = query.Dataset;
        var schedules = await ScheduleReader.ListSchedules(reading, dataset.Name, null, query.KnownAt);
        if (schedules.Count == 0)
        {
            var senders = dataset.Sectors.Count == 1 ? null : await FigureStore.ListSenders(reading, query);
            return new([.. agencies.Values.Where(agency => dataset.Sectors.Contains(agency.Sector) && senders?.Contains(agency.Code) != false && IsAskedFor(agency.Code))], null, []);
        }

        schedules = [.. schedules.Where(one => IsAskedFor(one.Agency))];
        var due = await ScheduleReader.ListDue(reading, schedules, dataset.Name, query.Agency, query.Reach, query.Knowledge, query.KnownAt);
        return new([], [.. schedules.Select(one => (agencies[one.Agency], one.Schedule))], due);

        bool IsAskedFor(string agency) => query.Agency is null || agency == query.Agency;
    }

    /// <summary>The agencies expected to report for the days.</summary>
    public IEnumerable<Agency> ListAgencies(Period days) => bySchedule is null ? byRule : bySchedule.Where(one => one.Schedule.IsExpectedIn(days)).Select(one => one.Agency);

    /// <summary>What was due for the periods that end on one of the days, and whether it had come.</summary>
    public IEnumerable<(ExpectedSubmission Due, bool HasCome)> ListDue(Period days) => days.SplitByMonth().SelectMany(part => due[Period.MonthOf(part.From)]).Where(one => days.Contains(one.Due.Days.To));
}
