using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

public sealed partial class PoliceNotifications
{
    private static readonly Source Convention = new(
        "A convention of this service: no national source was found for the time in which police notifications are shared", null);

    private static readonly Count<PoliceNotification> SharedOrOverdue = new(
        "notifications shared, and those not shared with more than 1 working day gone from incident to received",
        (n, r) => n.SharedOn != null || r.WorkingDays(n.IncidentOn, r.ReceivedOn) > 1);

    private static readonly Count<PoliceNotification> Shared = SharedOrOverdue.Where("notifications shared", (n, r) => n.SharedOn != null);

    private static readonly Count<PoliceNotification> SharedOnTime = Shared.Where(
        "notifications shared within 1 working day", (n, r) => r.WorkingDays(n.IncidentOn, n.SharedOn) <= 1);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new Share<PoliceNotification>(numerator: SharedOnTime, denominator: SharedOrOverdue)
        {
            Code = "notifications-shared-on-time", Title = "Police notifications shared on time", Topic = Topic.Police,
            Polarity = Polarity.High, Basis = Basis.Local, Source = Convention,
            Summary = "Of the notifications of incidents in the period that were shared with social care, or are overdue, "
                + "the percentage shared within 1 working day.",
            Rationale = "What the police saw on Friday night, social care must know on Monday.",
            Limitations = "It counts from the incident, not from when the police learnt of it.",
        },
        new Duration<PoliceNotification>(
            numerator: Shared.Except(SharedOnTime, "notifications shared after more than 1 working day"), denominator: Shared)
        {
            Code = "notification-delay", Title = "Delay of police notifications", Topic = Topic.Police,
            SettlesAfterDays = 30, Polarity = Polarity.Low, Basis = Basis.Local, Source = Convention,
            Summary = "How many working days from the incident to its sharing with social care: the median and the 90th centile.",
            Rationale = "The longest silences are the ones reviews find afterwards.",
            Limitations = "Notifications never shared are not in it; read it beside notifications-shared-on-time.",
            OnTime = SharedOnTime,
            Amount = (n, r) => r.WorkingDays(n.IncidentOn, n.SharedOn),
            IsOpen = (n, r) => n.SharedOn == null,
        },
    ];
}
