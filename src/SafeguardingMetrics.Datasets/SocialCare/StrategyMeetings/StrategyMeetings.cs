using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;

/// <summary>Strategy meetings whose need arose in a period.</summary>
public sealed partial class StrategyMeetings : Dataset<StrategyMeeting>
{
    /// <inheritdoc/>
    public override string Name => "strategy-meetings";

    /// <inheritdoc/>
    public override string Title => "Strategy meetings";

    /// <inheritdoc/>
    public override string Summary => "Every strategy meeting whose need arose in the period, held or not.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.SocialCare];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Activity;

    /// <inheritdoc/>
    public override string CategoryMeaning => "outcome, or not-held";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<StrategyMeeting>> Fields { get; } =
    [
        Identifier(m => m.MeetingId, "The agency's own id of the meeting.", "S-310"),
        ChildId(m => m.ChildId, "The agency's own id of the child.", "C-1042"),
        Text(m => m.Locality, 40, "Quadrant or area.", "East"),
        Text(m => m.Team, 60, "Team that holds the case.", "East Safeguarding 1"),
        Date(m => m.NeededOn, "The day it was decided that a meeting is needed.", "2026-11-04", required: true),
        Date(m => m.HeldOn, "The day the meeting was held; left out where it was not.", "2026-11-05"),
        Boolean(m => m.SocialCareAttended, "Whether children's social care attended."),
        Boolean(m => m.PoliceAttended, "Whether the police attended."),
        Boolean(m => m.HealthAttended, "Whether a health practitioner attended."),
        Boolean(m => m.SchoolAttended, "Whether the school attended.", "false"),
        Coded(m => m.Outcome, [("section-47-single", "Section 47 enquiry by social care alone"), ("section-47-joint", "Section 47 enquiry with the police"), ("assessment", "Assessment"), ("no-further-action", "No further action")], "What the meeting decided.", required: false, example: "section-47-joint"),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<StrategyMeeting, string?>> Key => m => m.MeetingId;

    /// <inheritdoc/>
    protected override Expression<Func<StrategyMeeting, DateOnly>>? CountedOn => m => m.NeededOn;

    /// <inheritdoc/>
    public override string? LocalityOf(StrategyMeeting record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(StrategyMeeting record, ReturnContext facts) => record.Team;

    /// <inheritdoc/>
    public override string? CategoryOf(StrategyMeeting record) => record.HeldOn is null ? "not-held" : record.Outcome ?? "not-recorded";
}
