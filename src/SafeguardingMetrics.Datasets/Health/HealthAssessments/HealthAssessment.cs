namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

/// <summary>A health assessment of a looked after child that fell due.</summary>
public sealed class HealthAssessment
{
    /// <summary>The agency's id of the assessment.</summary>
    public string AssessmentId { get; set; } = "";

    /// <summary>The council's id of the child, where known.</summary>
    public string? ChildId { get; set; }

    /// <summary>The NHS number, as a keyed hash.</summary>
    public string? NhsNumberHash { get; set; }

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Provider, shown as the team.</summary>
    public string Provider { get; set; } = "";

    /// <summary>Initial or review.</summary>
    public string AssessmentType { get; set; } = "";

    /// <summary>The day the child became looked after.</summary>
    public DateOnly? BecameLookedAfterOn { get; set; }

    /// <summary>The day by which it was due.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The day it was completed.</summary>
    public DateOnly? CompletedOn { get; set; }

    /// <summary>Why it was late.</summary>
    public string? DelayReason { get; set; }
}
