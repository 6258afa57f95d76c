using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

public sealed partial class SchoolAttendance
{
    private static readonly Source Outcomes = new(
        "Department for Education, Children's social care outcomes and enablers: absence of children with a social worker "
        + "(published for the school year)",
        "https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2020/explore");

    private static readonly Count<PupilAttendance> Pupils = new("pupils with a session possible", (p, r) => p.SessionsPossible > 0);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new WeightedShare<PupilAttendance>(
            numerator: new("sessions missed", p => p.SessionsPossible - p.SessionsAttended),
            denominator: new("sessions possible", p => p.SessionsPossible))
        {
            Code = "absence-rate", Title = "Absence of pupils with a social worker", Topic = Topic.Education,
            Polarity = Polarity.Low, Basis = Basis.Published, Source = Outcomes,
            Summary = "Of the sessions possible for pupils who have a social worker, the percentage missed.",
            Rationale = "School is where most children in danger are seen every day.",
            Limitations = "Authorised and unauthorised absence are together; counted on the last day of the return's period.",
            People = "persistent-absence",
        },
        new Share<PupilAttendance>(
            numerator: Pupils.Where(
                "pupils who missed 10% or more of their own possible sessions",
                (p, r) => (p.SessionsPossible - p.SessionsAttended) * 10 >= p.SessionsPossible),
            denominator: Pupils)
        {
            Code = "persistent-absence", Title = "Persistent absence of pupils with a social worker", Topic = Topic.Education,
            Polarity = Polarity.Low, Basis = Basis.Published, Source = Outcomes,
            Summary =
                "Of the pupils who have a social worker and had a session possible, the percentage who missed 10% or more of their own.",
            Rationale = "A child who is often away is a child whom few adults see.",
            Limitations =
                "Over a week one day missed is already 20%: compare like periods with like. A pupil in two weekly returns counts in both.",
        },
    ];
}
