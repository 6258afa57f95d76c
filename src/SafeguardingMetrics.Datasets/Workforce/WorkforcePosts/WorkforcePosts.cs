using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

/// <summary>Posts of the establishment on a day.</summary>
public sealed partial class WorkforcePosts : Dataset<WorkforcePost>
{
    /// <inheritdoc/>
    public override string Name => "workforce-posts";

    /// <inheritdoc/>
    public override string Title => "Workforce posts";

    /// <inheritdoc/>
    public override string Summary => "Every post in the establishment at the close of the day, filled, vacant or covered.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = Sector.All;

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Snapshot;

    /// <inheritdoc/>
    /// <remarks>The Department for Education publishes small counts of the workforce.</remarks>
    public override bool IsAboutChildren => false;

    /// <inheritdoc/>
    public override string CategoryMeaning => "role";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<WorkforcePost>> Fields { get; } =
    [
        Identifier(p => p.PostId, "The agency's own id of the post.", "P-0042"),
        Text(p => p.Locality, 40, "Quadrant or area.", "East"),
        Text(p => p.Team, 60, "Team.", "East Safeguarding 1"),
        Coded(p => p.Role, [("social-worker", "Social worker"), ("senior-social-worker", "Senior social worker"), ("advanced-practitioner", "Advanced practitioner"), ("team-manager", "Team manager"), ("health-visitor", "Health visitor"), ("school-nurse", "School nurse"), ("police-officer", "Police officer"), ("designated-safeguarding-lead", "Designated safeguarding lead"), ("other", "Another role")], "What the post is."),
        Number(p => p.Fte, 1, "Full-time equivalent of the post.", "0.8"),
        Coded(p => p.Status, [("filled", "Filled by an employee"), ("vacant", "Vacant"), ("agency-cover", "Covered by an agency worker")], "Whether someone is in it."),
        Identifier(p => p.WorkerId, "The agency's own id of the worker in the post.", "W-117", required: false),
        Date(p => p.StartedOn, "When that worker started in it.", "2024-02-01"),
        Date(p => p.VacantSince, "Since when the post is vacant.", "2026-08-31", inExample: false),
        Date(p => p.DbsCheckedOn, "The worker's last Disclosure and Barring Service check.", "2025-03-10"),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<WorkforcePost, string?>> Key => p => p.PostId;

    /// <inheritdoc/>
    public override string? LocalityOf(WorkforcePost record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(WorkforcePost record, ReturnContext facts) => record.Team;

    /// <inheritdoc/>
    public override string? CategoryOf(WorkforcePost record) => record.Role;
}
