using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>The period that a return may be of.</summary>
public static class ReturnPeriod
{
    /// <summary>Reads a period and asks whether a return of the dataset may cover it.</summary>
    /// <param name="text">The period as it was sent: a day, a month or an interval.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="days">The days of the period, where it may be covered.</param>
    /// <returns>Null where it may be covered; otherwise the reason, in a sentence.</returns>
    public static string? Validate(string? text, Dataset dataset, out Period days)
    {
        days = default;
        if (string.IsNullOrEmpty(text)) return "The parameter period is missing.";
        if (!Period.TryParse(text, out days))
            return "The parameter period is not a day, a month or an interval of days that exist, the earlier first.";
        if (days.Days > Period.LongestDays) return $"A period has at most {Period.LongestDays} days; this has {days.Days}.";
        if (days.From < WorkingDayCalendar.FirstDay)
            return $"A period begins on {WorkingDayCalendar.FirstDay:yyyy-MM-dd} or later: no figures are made of days before.";
        if (dataset.Shape == DatasetShape.Snapshot && days.Days > 1)
            return $"{dataset.Name} is a snapshot: its period is the one day that it describes.";
        return null;
    }
}
