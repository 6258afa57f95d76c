using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

public sealed partial class WorkforcePosts
{
    private static readonly Source Workforce = new("Department for Education, Children's social work workforce: methodology (vacancy and agency worker rates, full-time equivalents)", "https://explore-education-statistics.service.gov.uk/methodology/children-s-social-work-workforce-attrition-caseload-and-agency-workforce");
    private static readonly Source SaferRecruitment = new("Keeping Children Safe in Education, part three, asks for the check before work begins; a renewal every three years is a local convention", "https://www.keepingchildrensafeineducation.co.uk/part_three_safe_recruit.html");

    /// <inheritdoc/>
    public override IReadOnlyList<Indicator> Indicators { get; } =
    [
        new WeightedShare<WorkforcePost>
        {
            Code = "vacancy-rate", Title = "Vacancy rate", Polarity = Polarity.Low, Basis = Basis.Published, Source = Workforce,
            Summary = "Of the full-time equivalents of all posts, the percentage vacant or covered by agency workers.",
            Numerator = "full-time equivalents vacant or covered by agency", Denominator = "full-time equivalents of all posts (vacancies and in post; agency workers in neither)",
            Rationale = "A post that nobody holds is a caseload that someone else carries.",
            Limitations = "Long sickness leaves a post filled and the work undone.",
            Whole = p => p.Fte,
            Part = p => p.Status == "filled" ? 0 : p.Fte,
        },
        new WeightedShare<WorkforcePost>
        {
            Code = "agency-rate", Title = "Agency worker rate", Polarity = Polarity.Low, Basis = Basis.Published, Source = Workforce,
            Summary = "Of the full-time equivalents filled or covered, the percentage covered by agency workers.",
            Numerator = "full-time equivalents covered by agency", Denominator = "full-time equivalents filled or covered",
            Rationale = "Agency workers leave sooner, and children lose them.",
            Limitations = "It says nothing of how long the cover has lasted.",
            Whole = p => p.Status == "vacant" ? 0 : p.Fte,
            Part = p => p.Status == "agency-cover" ? p.Fte : 0,
        },
        new Share<WorkforcePost>
        {
            Code = "dbs-checks-in-date", Title = "DBS checks in date", Polarity = Polarity.High, Basis = Basis.Local, Source = SaferRecruitment,
            Summary = "Of the posts filled or covered, the percentage whose worker had a DBS check in the three years before the day described.",
            Numerator = "posts filled or covered with a DBS check on or after the same day three years before the day described (29 February: 28th)", Denominator = "posts filled or covered",
            Rationale = "An unchecked adult should not be alone with a child.",
            Limitations = "A check is a fact about its day; no law sets its length of life.",
            InDenominator = (p, r) => p.Status != "vacant",
            InNumerator = (p, r) => p.DbsCheckedOn >= r.DescribedOn.AddYears(-3),
        },
    ];
}
