using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Releases.Reading;

/// <summary>
/// The released intervals that an interval is added up from: itself where it is one of them, else its quarters, and the months of
/// quarters that are not whole or not released.
/// </summary>
internal static class ReleasedParts
{
    /// <summary>Divides an interval.</summary>
    /// <param name="interval">Its kind; of whole months.</param>
    /// <param name="days">Its days.</param>
    /// <param name="isReleased">True of a quarter that is released.</param>
    public static IEnumerable<(Interval Interval, Period Days)> Split(Interval interval, Period days, Func<Period, bool> isReleased)
    {
        if (interval == Interval.Month || interval == Interval.Quarter || interval == Interval.FinancialYear)
        {
            yield return (interval, days);
            yield break;
        }

        foreach (var (_, quarter) in Interval.Quarter.Split(days))
        {
            if (days.From <= quarter.From && quarter.To <= days.To && isReleased(quarter))
            {
                yield return (Interval.Quarter, quarter);
                continue;
            }

            foreach (var (_, month) in Interval.Month.Split(quarter))
                if (days.Contains(month.From)) yield return (Interval.Month, month);
        }
    }
}
