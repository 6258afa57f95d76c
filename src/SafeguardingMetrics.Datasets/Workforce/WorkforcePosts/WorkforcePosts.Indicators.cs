using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

public sealed partial class WorkforcePosts
{
    private static readonly Source Workforce = new(
        "Department for Education, Children's social work workforce: methodology (vacancy and agency worker rates, full-time equivalents)",
        "https://explore-education-statistics.service.gov.uk/methodology/"
        + "children-s-social-work-workforce-attrition-caseload-and-agency-workforce");

    private static readonly Source SaferRecruitment = new(
        "Keeping Children Safe in Education, part three, asks for the check before work begins; a renewal every three years is a local "
        + "convention",
        "https://www.keepingchildrensafeineducation.co.uk/part_three_safe_recruit.html");

    private static readonly Count<WorkforcePost> FilledOrCovered = new("posts filled or covered", (p, r) => p.Status != "vacant");

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new WeightedShare<WorkforcePost>(
            numerator: new("full-time equivalents vacant or covered by agency", p => p.Status == "filled" ? 0 : p.Fte),
            denominator: new("full-time equivalents of all posts (vacancies and in post; agency workers in neither)", p => p.Fte))
        {
            Code = "vacancy-rate", Title = "Vacancy rate", Topic = Topic.Workforce,
            Polarity = Polarity.Low, Basis = Basis.Published, Source = Workforce,
            Summary = "Of the full-time equivalents of all posts, the percentage vacant or covered by agency workers.",
            Rationale = "A post that nobody holds is a caseload that someone else carries.",
            Limitations = "Long sickness leaves a post filled and the work undone.",
        },
        new WeightedShare<WorkforcePost>(
            numerator: new("full-time equivalents covered by agency", p => p.Status == "agency-cover" ? p.Fte : 0),
            denominator: new("full-time equivalents filled or covered", p => p.Status == "vacant" ? 0 : p.Fte))
        {
            Code = "agency-rate", Title = "Agency worker rate", Topic = Topic.Workforce,
            Polarity = Polarity.Low, Basis = Basis.Published, Source = Workforce,
            Summary = "Of the full-time equivalents filled or covered, the percentage covered by agency workers.",
            Rationale = "Agency workers leave sooner, and children lose them.",
            Limitations = "It says nothing of how long the cover has lasted.",
        },
        new Share<WorkforcePost>(
            numerator: FilledOrCovered.Where(
                "posts filled or covered with a DBS check on or after the same day three years before the day described (29 "
                + "February: 28th)",
                (p, r) => p.DbsCheckedOn >= r.DescribedOn.AddYears(-3)),
            denominator: FilledOrCovered)
        {
            Code = "dbs-checks-in-date", Title = "DBS checks in date", Topic = Topic.Workforce,
            Polarity = Polarity.High, Basis = Basis.Local, Source = SaferRecruitment,
            Summary =
                "Of the posts filled or covered, the percentage whose worker had a DBS check in the three years before the day described.",
            Rationale = "An unchecked adult should not be alone with a child.",
            Limitations = "A check is a fact about its day; no law sets its length of life.",
        },
    ];
}
