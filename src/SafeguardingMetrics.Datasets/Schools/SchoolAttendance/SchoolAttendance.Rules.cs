using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

public sealed partial class SchoolAttendance
{
    /// <inheritdoc/>
    public override IReadOnlyList<Rule<PupilAttendance>> Rules { get; } =
    [
        Error("SA01", Consistency, "A pupil cannot attend more sessions than were possible.", p => p.SessionsAttended, (p, r) => p.SessionsAttended <= p.SessionsPossible),
        Error("SA02", Validity, "Sessions possible must not exceed two for each weekday of the period.", p => p.SessionsPossible, (p, r) => p.SessionsPossible <= r.MostSessions),
        Query("SA03", Completeness, "A pupil on roll should have had a session possible.", p => p.SessionsPossible, (p, r) => p.SessionsPossible > 0),
    ];
}
