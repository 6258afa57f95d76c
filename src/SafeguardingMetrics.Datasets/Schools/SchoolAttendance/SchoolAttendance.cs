using System.Linq.Expressions;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

/// <summary>Attendance of pupils who have a social worker, over a period.</summary>
public sealed partial class SchoolAttendance : Dataset<PupilAttendance>
{
    /// <inheritdoc/>
    public override string Name => "school-attendance";

    /// <inheritdoc/>
    public override string Title => "School attendance";

    /// <inheritdoc/>
    public override string Summary => "One record for each pupil who has a social worker: sessions possible and attended in the period.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Sectors { get; } = [Sector.School];

    /// <inheritdoc/>
    public override DatasetShape Shape => DatasetShape.Activity;

    /// <inheritdoc/>
    public override bool IsOfWorkingDays => true;

    /// <inheritdoc/>
    public override string CategoryMeaning => "socialWorkerStatus";

    /// <inheritdoc/>
    public override string TeamMeaning => "the school's agency code";

    /// <inheritdoc/>
    public override IReadOnlyList<Field<PupilAttendance>> Fields { get; } =
    [
        ChildId(p => p.PupilId, "The school's own id of the pupil.", "PU-19"),
        HashedField<PupilAttendance>.CreateForUpn(p => p.UpnHash, "Unique pupil number; turned into a keyed hash, never stored."),
        Text(p => p.Locality, 40, "Quadrant or area.", "East"),
        Coded(p => p.SocialWorkerStatus, [("child-in-need", "Child in need plan"), ("child-protection", "Child protection plan"), ("looked-after", "Looked after child")], "Why the pupil has a social worker."),
        WholeNumber(p => p.SessionsPossible, "Sessions possible in the period; a session is half a day.", "10", required: true),
        WholeNumber(p => p.SessionsAttended, "Sessions attended in the period.", "9", required: true),
        WholeNumber(p => p.Suspensions, "Suspensions in the period.", "0"),
    ];

    /// <inheritdoc/>
    protected override Expression<Func<PupilAttendance, string?>> Key => p => p.PupilId;

    /// <inheritdoc/>
    public override string? LocalityOf(PupilAttendance record) => record.Locality;

    /// <inheritdoc/>
    public override string? TeamOf(PupilAttendance record, ReturnContext facts) => facts.Agency;

    /// <inheritdoc/>
    public override string? CategoryOf(PupilAttendance record) => record.SocialWorkerStatus;
}
