using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

[Activity(
    "health-assessments", "Health assessments",
    "Every health assessment of a looked after child that fell due in the period, completed or not.",
    CountedOn = nameof(DueOn), OpenUntil = nameof(CompletedOn))]
[SentBy(Sector.Health)]
public sealed class HealthAssessment
{
    [Key, Id("The agency's own id of the assessment.", "HA-778")]
    public string AssessmentId { get; set; } = "";

    [ChildId("The council's id of the child, where known; this or the NHS number is needed.", "C-1042")]
    public string? ChildId { get; set; }

    [NhsNumber]
    public string? NhsNumberHash { get; set; }

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Text(60, "Provider, shown as the team in breakdowns.", "Exampleshire Community Health")]
    public string Provider { get; set; } = "";

    [Codes("Initial or review.", "initial: Initial health assessment", "review: Review health assessment")]
    public string AssessmentType { get; set; } = "";

    [Day("The day the child became looked after; needed for an initial assessment.", "2026-10-13")]
    public DateOnly? BecameLookedAfterOn { get; set; }

    [Day("The day by which it was due; may be after receipt.", "2026-11-10", DaysAhead = DayAttribute.NoLimit)]
    public DateOnly DueOn { get; set; }

    [Day("The day it was completed; left out where it was not.", "2026-11-09", Near = nameof(DueOn))]
    public DateOnly? CompletedOn { get; set; }

    [Codes(
        "Why it was late.",
        "late-referral: Referred late",
        "consent: Consent not given in time",
        "placement-move: The child moved",
        "child-declined: The child declined",
        "capacity: No appointment in time",
        "other: Another reason",
        IsInExample = false)]
    public string? DelayReason { get; set; }
}
