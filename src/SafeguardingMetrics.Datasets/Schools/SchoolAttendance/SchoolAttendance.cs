using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

public sealed partial class SchoolAttendance : Dataset<PupilAttendance>
{
    public override IReadOnlyList<Breakdown<PupilAttendance>> Breakdowns { get; } =
    [
        By("locality", p => p.Locality),
        By("school", "the school's agency code", (p, r) => r.Agency, storedAs: Dimension.Team),
        By("social-worker-status", p => p.SocialWorkerStatus, storedAs: Dimension.Category),
    ];

    public override IReadOnlyList<Rule<PupilAttendance>> Rules { get; } =
    [
        Error("SA01", Consistency, "A pupil cannot attend more sessions than were possible.",
            p => p.SessionsAttended, (p, r) => p.SessionsAttended <= p.SessionsPossible),
        Error("SA02", Validity, "Sessions possible must not exceed two for each weekday of the period.",
            p => p.SessionsPossible, (p, r) => p.SessionsPossible <= r.MostSessions),
        Query("SA03", Completeness, "A pupil on roll should have had a session possible.",
            p => p.SessionsPossible, (p, r) => p.SessionsPossible > 0),
    ];
}
