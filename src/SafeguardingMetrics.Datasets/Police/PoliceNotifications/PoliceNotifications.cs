using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

/// <summary>Police notifications of incidents in a period.</summary>
public sealed partial class PoliceNotifications : Dataset<PoliceNotification>
{
    /// <inheritdoc/>
    public override string Name => "police-notifications";

    /// <inheritdoc/>
    public override string Title => "Police notifications";

    /// <inheritdoc/>
    public override string Summary => "Every notification of an incident in the period that concerns a child, shared with social care or not.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.Police];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Activity;

    /// <inheritdoc/>
    public override string CategoryMeaning => "category";

    /// <inheritdoc/>
    public override string TeamMeaning => "riskGrade";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<PoliceNotification>> Fields { get; } =
    [
        Identifier(n => n.NotificationId, "The agency's own id of the notification.", "N-5501"),
        ChildId(n => n.ChildId, "The council's id of the child, where known.", "C-1042", required: false),
        Text(n => n.Locality, 40, "Quadrant or area.", "East"),
        Coded(n => n.Category, [("domestic-abuse", "Domestic abuse"), ("neglect", "Neglect"), ("physical-abuse", "Physical abuse"), ("sexual-abuse", "Sexual abuse"), ("exploitation", "Exploitation"), ("missing", "Missing"), ("other", "Another reason")], "What the incident was."),
        Coded(n => n.RiskGrade, [("high", "High"), ("medium", "Medium"), ("standard", "Standard")], "The graded risk, shown as the team in breakdowns."),
        Date(n => n.IncidentOn, "The day of the incident.", "2026-11-06", required: true),
        Date(n => n.SharedOn, "The day it reached children's social care; left out where it has not.", "2026-11-07"),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<PoliceNotification, string?>> Key => n => n.NotificationId;

    /// <inheritdoc/>
    protected override Expression<Func<PoliceNotification, DateOnly>>? CountedOn => n => n.IncidentOn;

    /// <inheritdoc/>
    public override string? LocalityOf(PoliceNotification record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(PoliceNotification record, ReturnContext facts) => record.RiskGrade;

    /// <inheritdoc/>
    public override string? CategoryOf(PoliceNotification record) => record.Category;
}
