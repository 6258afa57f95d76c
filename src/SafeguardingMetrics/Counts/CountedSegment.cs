using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>A segment whose records are counted again.</summary>
/// <param name="SegmentId">The segment.</param>
/// <param name="ReturnId">Its return.</param>
/// <param name="Days">Its days.</param>
/// <param name="CoversDays">
/// True where the days belong to the return; false where the segment has what the return changes on them.
/// </param>
/// <param name="Facts">What is known of the return.</param>
internal sealed record CountedSegment(string SegmentId, string ReturnId, Period Days, bool CoversDays, ReturnContext Facts)
{
    /// <summary>
    /// Adds what the segment counts for to the cells: the records of its return on its days, less the older ones that it
    /// restates, with what its judging changes of others.
    /// </summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cells">The cells.</param>
    public async Task Count(ReadSession reading, Dataset dataset, CellAggregator cells)
    {
        await StoredRecordAggregator.Aggregate(reading, dataset, ReturnId, Facts, Days, cells);
        if (CoversDays) return;
        await RestatedRecords.Subtract(reading, dataset, SegmentId, cells);
        await RejudgedRecords.Add(reading, SegmentId, cells);
    }

    /// <summary>
    /// Does the same where each record is measured as it was judged last, so that of those judged again only the removed ones
    /// are added.
    /// </summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="judged">The days on which records were judged last.</param>
    public async Task CountAsJudged(
        ReadSession reading, Dataset dataset, CellAggregator cells, WorkingDayCalendar calendar, JudgingDays judged)
    {
        await StoredRecordAggregator.Aggregate(reading, dataset, ReturnId, Facts, Days, cells, calendar);
        if (CoversDays) return;
        await RestatedRecords.Subtract(reading, dataset, SegmentId, cells, calendar, judged);
        await RejudgedRecords.AddRemoved(reading, SegmentId, cells);
    }
}
