using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

/// <summary>Children's cases open to social care at the close of a day.</summary>
public sealed partial class OpenCases : Dataset<OpenCase>
{
    /// <inheritdoc/>
    public override string Name => "open-cases";

    /// <inheritdoc/>
    public override string Title => "Open cases";

    /// <inheritdoc/>
    public override string Summary => "Every child's case open to children's social care at the close of the day.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.SocialCare];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Snapshot;

    /// <inheritdoc/>
    public override string CategoryMeaning => "planType";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<OpenCase>> Fields { get; } =
    [
        ChildId(c => c.ChildId, "The agency's own id of the child.", "C-1042"),
        Text(c => c.Locality, 40, "Quadrant or area.", "East"),
        Text(c => c.Team, 60, "Team that holds the case.", "East Safeguarding 1"),
        Coded(c => c.PlanType, [("referral", "Referral, not yet assessed"), ("assessment", "Being assessed"), ("child-in-need", "Child in need plan"), ("child-protection", "Child protection plan"), ("looked-after", "Looked after child"), ("care-leaver", "Care leaver")], "The kind of plan the child has.", example: "child-protection"),
        Date(c => c.OpenedOn, "The day the case opened.", "2026-09-14", required: true),
        Identifier(c => c.AllocatedWorkerId, "The agency's own id of the worker who holds the case; empty where it is unallocated.", "W-117", required: false),
        Date(c => c.AllocatedOn, "The day that worker took the case.", "2026-09-15"),
        Date(c => c.RiskReviewedOn, "The last management review of risk while the case is unallocated.", "2026-09-16", inExample: false),
        WholeNumber(c => c.WorkersInLast12Months, "How many distinct social workers the child has had in the last twelve months.", "2", most: 50),
        Date(c => c.DateOfBirth, "Date of birth; for an unborn child the expected date, up to 280 days ahead.", "2015-04-23", latest: 280, isShown: false, expected: true),
        Coded(c => c.Sex, CodeLists.Sex, "Sex.", required: false, expected: true, defaults: CodeLists.SexNotKnown),
        Coded(c => c.Ethnicity, CodeLists.Ethnicity, "Ethnicity, in the Department for Education's codes.", required: false, expected: true, defaults: CodeLists.EthnicityNotKnown),
        CodedList(c => c.Disabilities, CodeLists.Disability, "Disabilities, in the Department for Education's codes.", "LD;AUT", alone: "NONE", expected: true),
        HashedField<OpenCase>.CreateForNhsNumber(c => c.NhsNumberHash, "NHS number; turned into a keyed hash, never stored."),
        HashedField<OpenCase>.CreateForUpn(c => c.UpnHash, "Unique pupil number; turned into a keyed hash, never stored."),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<OpenCase, string?>> Key => c => c.ChildId;

    /// <inheritdoc/>
    public override string? LocalityOf(OpenCase record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(OpenCase record, ReturnContext facts) => record.Team;

    /// <inheritdoc/>
    public override string? CategoryOf(OpenCase record) => record.PlanType;

    /// <inheritdoc/>
    protected override IReadOnlyList<Breakdown<OpenCase>> Demographics { get; } = CreateDemographics(c => c.Ethnicity, c => c.Sex, c => c.DateOfBirth, c => c.Disabilities);
}
