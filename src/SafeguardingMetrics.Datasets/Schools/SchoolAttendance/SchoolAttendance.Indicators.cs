using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

public sealed partial class SchoolAttendance
{
    private static readonly Source Outcomes = new("Department for Education, Children's social care outcomes and enablers: absence of children with a social worker (published for the school year)", "https://explore-education-statistics.service.gov.uk/find-statistics/children-in-need/2020/explore");

    /// <inheritdoc/>
    public override IReadOnlyList<Indicator> Indicators { get; } =
    [
        new WeightedShare<PupilAttendance>
        {
            Code = "absence-rate", Title = "Absence of pupils with a social worker", Polarity = Polarity.Low, Basis = Basis.Published, Source = Outcomes,
            Summary = "Of the sessions possible for pupils who have a social worker, the percentage missed.",
            Numerator = "sessions missed", Denominator = "sessions possible",
            Rationale = "School is where most children in danger are seen every day.",
            Limitations = "Authorised and unauthorised absence are together; counted on the last day of the return's period.",
            People = "persistent-absence",
            Whole = p => p.SessionsPossible,
            Part = p => p.SessionsPossible - p.SessionsAttended,
        },
        new Share<PupilAttendance>
        {
            Code = "persistent-absence", Title = "Persistent absence of pupils with a social worker", Polarity = Polarity.Low, Basis = Basis.Published, Source = Outcomes,
            Summary = "Of the pupils who have a social worker and had a session possible, the percentage who missed 10% or more of their own.",
            Numerator = "pupils who missed 10% or more of their own possible sessions", Denominator = "pupils with a session possible",
            Rationale = "A child who is often away is a child whom few adults see.",
            Limitations = "Over a week one day missed is already 20%: compare like periods with like. A pupil in two weekly returns counts in both.",
            InDenominator = (p, r) => p.SessionsPossible > 0,
            InNumerator = (p, r) => (p.SessionsPossible - p.SessionsAttended) * 10 >= p.SessionsPossible,
        },
    ];
}
