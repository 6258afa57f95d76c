using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Schedule;

/// <summary>Whether what was owed has come: told from the days that returns hold, whichever returns these are.</summary>
public static class ReturnArrival
{
    /// <summary>
    /// Of a snapshot one day of the period is enough; of an activity every day that counts must be held: all of them, or the working days only
    /// where the dataset has no others.
    /// </summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="period">The period that is owed.</param>
    /// <param name="held">The days held by the agency's returns of the dataset.</param>
    public static bool HasArrived(Dataset dataset, Period period, IReadOnlyList<Period> held)
    {
        if (dataset.Shape == DatasetShape.Snapshot) return held.Any(days => days.Overlaps(period));
        for (var day = period.From; day <= period.To; day = day.AddDays(1))
        {
            if (dataset.IsOfWorkingDays && !WorkingDayCalendar.England.IsWorkingDay(day)) continue;
            if (!held.Any(days => days.Contains(day))) return false;
        }

        return true;
    }
}
