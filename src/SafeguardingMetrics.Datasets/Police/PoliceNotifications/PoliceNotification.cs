using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

[Activity(
    "police-notifications", "Police notifications",
    "Every notification of an incident in the period that concerns a child, shared with social care or not.",
    CountedOn = nameof(IncidentOn), OpenUntil = nameof(SharedOn))]
[SentBy(Sector.Police)]
public sealed class PoliceNotification
{
    [Key, Id("The agency's own id of the notification.", "N-5501")]
    public string NotificationId { get; set; } = "";

    [ChildId("The council's id of the child, where known.", "C-1042")]
    public string? ChildId { get; set; }

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Codes(
        "What the incident was.",
        "domestic-abuse: Domestic abuse",
        "neglect: Neglect",
        "physical-abuse: Physical abuse",
        "sexual-abuse: Sexual abuse",
        "exploitation: Exploitation",
        "missing: Missing",
        "other: Another reason")]
    public string Category { get; set; } = "";

    [Codes("The graded risk, shown as the team in breakdowns.", "high: High", "medium: Medium", "standard: Standard")]
    public string RiskGrade { get; set; } = "";

    [Day("The day of the incident.", "2026-11-06")]
    public DateOnly IncidentOn { get; set; }

    [Day("The day it reached children's social care; left out where it has not.", "2026-11-07", Near = nameof(IncidentOn))]
    public DateOnly? SharedOn { get; set; }
}
