using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Schedule;

/// <summary>
/// Decides whether an expected submission has arrived, from the days that the agency's stored returns cover.
/// </summary>
public static class ReturnArrival
{
    /// <summary>
    /// True where the period has arrived. A snapshot has arrived when one day of the period is covered. An activity
    /// dataset has arrived when every day is covered, or every working day for a dataset of working days only.
    /// </summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="period">The expected period.</param>
    /// <param name="covered">The days covered by the agency's stored returns of the dataset.</param>
    /// <param name="calendar">The working days.</param>
    public static bool HasArrived(Dataset dataset, Period period, IReadOnlyList<Period> covered, WorkingDayCalendar calendar)
    {
        if (dataset.Shape == DatasetShape.Snapshot) return covered.Any(days => days.Overlaps(period));
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            if (dataset.IsOfWorkingDays && !calendar.IsWorkingDay(day)) continue;
            if (!covered.Any(days => days.Contains(day))) return false;
        }

        return true;
    }
}
