using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Schedule;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>Whether returns are missing that a release should wait for.</summary>
internal static class OwedReturns
{
    /// <summary>True where a return that is owed for a day of an interval had not come, or was held, at an instant.</summary>
    public static async Task<bool> Any(ReadSession reading, IReadOnlyList<Dataset> datasets, Period days, DateTimeOffset at)
    {
        foreach (var dataset in datasets)
        {
            if ((await HeldReturnReader.List(reading, dataset.Name, null, days, at)).Count > 0) return true;
            var schedules = await ScheduleReader.ListSchedules(reading, dataset.Name, null, at);
            // Also what is not due yet: it is of the interval.
            var owed = await ScheduleReader.ListDue(reading, schedules, dataset.Name, null, days, DateTimeOffset.MaxValue, at);
            if (owed.Any(one => !one.HasCome)) return true;
        }

        return false;
    }
}
