using System.Globalization;
using SafeguardingMetrics.Simulator.Bodies;
using SafeguardingMetrics.Simulator.Timetables;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>The dataset <c>police-notifications</c>.</summary>
internal static class PoliceNotifications
{
    public static readonly RecordWriter<Numbered> Writer = new()
    {
        Dataset = "police-notifications",
        Columns = ["notificationId", "childId", "locality", "category", "riskGrade", "incidentOn", "sharedOn"],
        Records = Records,
        Write = Write,
        InjectedErrors =
        [
            InjectedErrors.Missing("notificationId", "locality", "category", "riskGrade", "incidentOn"),
            InjectedErrors.ImpossibleDate("incidentOn"),
            InjectedErrors.UnknownCode("category"),
            InjectedErrors.DuplicateRecord,
            SharedBeforehand,
        ],
    };

    /// <summary>A notification with its police number: the day and a serial number within the day.</summary>
    internal readonly record struct Numbered(string Id, PoliceNotification Notification, bool SharingKnown);

    private static IEnumerable<Numbered> Records(Exampleshire county, ScheduledReturn posting)
    {
        var (day, number) = (DateOnly.MinValue, 0);
        // Periods are whole days, so the serial number of a notification is the same in every return.
        foreach (var notification in county.Notifications.GetRange(posting.Period))
        {
            (day, number) = notification.IncidentOn == day ? (day, number + 1) : (notification.IncidentOn, 1);
            var id = string.Create(CultureInfo.InvariantCulture, $"N-{day:yyMMdd}-{number:D2}");
            yield return new(id, notification, !county.PoliceMigration.Hides(notification, posting.AsAt));
        }
    }

    private static void Write(Row row, Numbered numbered, DateOnly day)
    {
        var notification = numbered.Notification;
        row.Text("notificationId", numbered.Id);
        row.Text("childId", notification.ChildId);
        row.Text("locality", notification.Locality);
        row.Text("category", notification.Category);
        row.Text("riskGrade", notification.RiskGrade);
        row.Date("incidentOn", notification.IncidentOn);
        row.Date("sharedOn", numbered.SharingKnown && notification.SharedOn <= day ? notification.SharedOn : null);
    }

    /// <summary>PN02.</summary>
    private static bool SharedBeforehand(Row row, SeededRandom random)
    {
        if (row["incidentOn"] is not { Kind: CellKind.Date, Number: var incident })
            return false;
        row.Date("sharedOn", DateOnly.FromDayNumber(incident - random.Between(1, 9)));
        return true;
    }
}
