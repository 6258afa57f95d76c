using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

/// <summary>Health assessments of looked after children that fell due in a period.</summary>
public sealed partial class HealthAssessments : Dataset<HealthAssessment>
{
    /// <inheritdoc/>
    public override string Name => "health-assessments";

    /// <inheritdoc/>
    public override string Title => "Health assessments";

    /// <inheritdoc/>
    public override string Summary => "Every health assessment of a looked after child that fell due in the period, completed or not.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.Health];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Activity;

    /// <inheritdoc/>
    public override string CategoryMeaning => "assessmentType";

    /// <inheritdoc/>
    public override string TeamMeaning => "provider";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<HealthAssessment>> Fields { get; } =
    [
        Identifier(a => a.AssessmentId, "The agency's own id of the assessment.", "HA-778"),
        ChildId(a => a.ChildId, "The council's id of the child, where known; this or the NHS number is needed.", "C-1042", required: false),
        HashedField<HealthAssessment>.CreateForNhsNumber(a => a.NhsNumberHash, "NHS number; turned into a keyed hash, never stored."),
        Text(a => a.Locality, 40, "Quadrant or area.", "East"),
        Text(a => a.Provider, 60, "Provider, shown as the team in breakdowns.", "Exampleshire Community Health"),
        Coded(a => a.AssessmentType, [("initial", "Initial health assessment"), ("review", "Review health assessment")], "Initial or review."),
        Date(a => a.BecameLookedAfterOn, "The day the child became looked after; needed for an initial assessment.", "2026-10-13"),
        Date(a => a.DueOn, "The day by which it was due; may be after receipt.", "2026-11-10", required: true, latest: null),
        Date(a => a.CompletedOn, "The day it was completed; left out where it was not.", "2026-11-09"),
        Coded(a => a.DelayReason, [("late-referral", "Referred late"), ("consent", "Consent not given in time"), ("placement-move", "The child moved"), ("child-declined", "The child declined"), ("capacity", "No appointment in time"), ("other", "Another reason")], "Why it was late.", required: false, inExample: false),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<HealthAssessment, string?>> Key => a => a.AssessmentId;

    /// <inheritdoc/>
    protected override Expression<Func<HealthAssessment, DateOnly>>? CountedOn => a => a.DueOn;

    /// <inheritdoc/>
    public override string? LocalityOf(HealthAssessment record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(HealthAssessment record, ReturnContext facts) => record.Provider;

    /// <inheritdoc/>
    public override string? CategoryOf(HealthAssessment record) => record.AssessmentType;
}
