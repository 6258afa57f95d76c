using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Reading;
using SafeguardingMetrics.Datasets.Texts;

namespace SafeguardingMetrics.Datasets.Declaring;

/// <summary>The period that a return may be of.</summary>
public static class ReturnPeriod
{
    private const string Forms =
        "A period is a day (2026-11-22), a month (2026-11), or an interval with the earlier day first (2026-11-01/2026-11-22).";

    /// <summary>Reads a period and asks whether a return of the dataset may cover it.</summary>
    /// <param name="text">The period as it was sent: a day, a month or an interval.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="days">The days of the period, where it may be covered.</param>
    /// <returns>Null where it may be covered; otherwise the reason, in a sentence.</returns>
    public static string? Validate(string? text, Dataset dataset, out Period days)
    {
        days = default;
        if (string.IsNullOrEmpty(text)) return $"The parameter period is missing. {Forms}";
        if (!Period.TryParse(text, out days))
        {
            var quoted = LoosePeriod.HasOnlyWordsOfTime(text) ? QuotedText.Create(text) : null;
            return $"{quoted ?? "What was sent as the period"} is not a period. {Forms}{FindMeant(text, dataset)}";
        }

        if (days.Days > Period.LongestDays) return $"A period has at most {Period.LongestDays} days; this has {days.Days}.";
        if (days.From < WorkingDayCalendar.FirstDay)
            return $"A period begins on {WorkingDayCalendar.FirstDay:yyyy-MM-dd} or later: no figures are made of days before.";
        if (dataset.Shape == DatasetShape.Snapshot && days.Days > 1)
            return $"{dataset.Name} is a snapshot: its period is the one day that it describes.";
        return null;
    }

    // The one day of a snapshot cannot be told from a longer period.
    private static string FindMeant(string text, Dataset dataset)
    {
        var meant = MeantPeriod.Find(text);
        if (dataset.Shape != DatasetShape.Snapshot) return meant?.Sentence ?? "";
        return meant is { Days.Days: 1 } ? meant.Sentence : $" {dataset.Name} is a snapshot: its period is the one day that it describes.";
    }
}
