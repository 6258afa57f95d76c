namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

/// <summary>A notification of an incident that concerns a child.</summary>
public sealed class PoliceNotification
{
    /// <summary>The agency's id of the notification.</summary>
    public string NotificationId { get; set; } = "";

    /// <summary>The council's id of the child, where known.</summary>
    public string? ChildId { get; set; }

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>What the incident was.</summary>
    public string Category { get; set; } = "";

    /// <summary>The graded risk.</summary>
    public string RiskGrade { get; set; } = "";

    /// <summary>The day of the incident.</summary>
    public DateOnly IncidentOn { get; set; }

    /// <summary>The day it reached children's social care.</summary>
    public DateOnly? SharedOn { get; set; }
}
