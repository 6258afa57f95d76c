using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

/// <summary>Visits to children that fell due in a period.</summary>
public sealed partial class StatutoryVisits : Dataset<StatutoryVisit>
{
    /// <inheritdoc/>
    public override string Name => "statutory-visits";

    /// <inheritdoc/>
    public override string Title => "Statutory visits";

    /// <inheritdoc/>
    public override string Summary => "Every visit that fell due in the period, made or not.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.SocialCare];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Activity;

    /// <inheritdoc/>
    public override string CategoryMeaning => "visitType";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<StatutoryVisit>> Fields { get; } =
    [
        Identifier(v => v.VisitId, "The agency's own id of the visit.", "V-2231"),
        ChildId(v => v.ChildId, "The agency's own id of the child.", "C-1042"),
        Text(v => v.Locality, 40, "Quadrant or area.", "East"),
        Text(v => v.Team, 60, "Team that holds the case.", "East Safeguarding 1"),
        Coded(v => v.VisitType, [("child-protection", "Child protection plan"), ("looked-after", "Looked after child"), ("child-in-need", "Child in need plan"), ("care-leaver", "Care leaver")], "The plan that the visit is made under."),
        Date(v => v.DueOn, "The day by which the visit was due; may be after receipt.", "2026-11-03", required: true, latest: null),
        Date(v => v.VisitedOn, "The day of the visit; left out where it was not made.", "2026-11-02"),
        Boolean(v => v.ChildSeen, "Whether the child was seen."),
        Boolean(v => v.SeenAlone, "Whether the child was seen alone.", "false"),
        Coded(v => v.NotAloneReason, [("too-young", "Too young to be seen alone"), ("child-declined", "The child declined"), ("not-appropriate", "Not appropriate"), ("other", "Another reason")], "Why the child was not seen alone.", required: false),
        Identifier(v => v.WorkerId, "The agency's own id of the social worker.", "W-117", required: false),
        Date(v => v.ManagerCheckedOn, "When a manager confirmed the record of the visit.", "2026-11-04"),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<StatutoryVisit, string?>> Key => v => v.VisitId;

    /// <inheritdoc/>
    protected override Expression<Func<StatutoryVisit, DateOnly>>? CountedOn => v => v.DueOn;

    /// <inheritdoc/>
    public override string? LocalityOf(StatutoryVisit record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(StatutoryVisit record, ReturnContext facts) => record.Team;

    /// <inheritdoc/>
    public override string? CategoryOf(StatutoryVisit record) => record.VisitType;
}
