using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

public sealed partial class OpenCases
{
    private static readonly Source LocalPractice = new(
        "Local practice of partnerships; Darlington's performance reports, for one, expect 100% of child protection and looked after "
        + "cases allocated",
        "https://democracy.darlington.gov.uk/mgAi.aspx?ID=5549");

    private static readonly Source Workforce = new(
        "Department for Education, Children's social work workforce: methodology (average caseload, which counts full-time equivalents; "
        + "here it is workers and teams)",
        "https://explore-education-statistics.service.gov.uk/methodology/"
        + "children-s-social-work-workforce-attrition-caseload-and-agency-workforce");

    private static readonly Source Stability = new(
        "Department for Education, Children's social care outcomes and enablers (social worker stability); here of all open cases, "
        + "not of looked after children at 31 March",
        null);

    // Version 2 added the breakdowns by ethnicity, sex, age and disability. What counts did not change.
    private const int ByChild = 2;

    private static readonly Count<OpenCase> Open = new("open cases", (c, r) => true);

    private static readonly Count<OpenCase> Unallocated = Open.Where(
        "cases with no allocated worker", (c, r) => c.AllocatedWorkerId == null);

    private static readonly Count<OpenCase> Timed = new(
        "allocated cases where the allocation is not before the opening", (c, r) => c.AllocatedOn >= c.OpenedOn);

    private static readonly Count<OpenCase> WorkersKnown = new(
        "cases where the number is known", (c, r) => c.WorkersInLast12Months != null);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new Share<OpenCase>(numerator: Unallocated, denominator: Open)
        {
            Code = "unallocated-cases", Version = ByChild, Title = "Unallocated cases", Topic = Topic.ChildInNeed,
            Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the cases open at the close of the day, the percentage with no allocated worker.",
            Rationale = "A child whose case nobody holds is a child nobody is watching.",
            Limitations = "An allocation on paper to a manager or a duty desk counts as allocated.",
        },
        new Share<OpenCase>(
            numerator: Unallocated.Where(
                "unallocated cases with no risk review, or more than 5 working days from it to the day described",
                (c, r) => c.RiskReviewedOn is not { } reviewed || r.WorkingDays(reviewed, r.DescribedOn) > 5),
            denominator: Unallocated.As("unallocated cases"))
        {
            Code = "unallocated-without-review", Version = ByChild, Title = "Unallocated cases without a recent review of risk",
            Topic = Topic.ChildInNeed, Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the unallocated cases, the percentage whose risk was never reviewed by a manager, or more than 5 working days "
                + "before the day described.",
            Rationale = "While a case waits, a manager should know what it is waiting with.",
            Limitations = "It says that a review was recorded, not that it was a good one.",
        },
        new Duration<OpenCase>(
            numerator: Timed.Where("cases allocated within 1 working day", (c, r) => r.WorkingDays(c.OpenedOn, c.AllocatedOn) <= 1),
            denominator: Timed)
        {
            Code = "time-to-allocation", Version = ByChild, Title = "Time to allocation", Topic = Topic.ChildInNeed,
            Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary =
                "How many working days from the opening of a case to its allocation, of the allocated cases open at the close of the day: "
                    + "the median and the 90th centile.",
            Rationale = "Delay at the door is delay in safety.",
            Limitations =
                "The allocation is the present worker's: a case that has changed hands looks slow. Cases still waiting are not in it; "
                    + "read it beside unallocated-cases.",
            Amount = (c, r) => r.WorkingDays(c.OpenedOn, c.AllocatedOn),
            IsOpen = (c, r) => c.AllocatedWorkerId == null,
        },
        new AcrossRecords(
            numerator: Open.Except(Unallocated, "allocated cases"),
            denominator: new ViewCount("workers who hold one, counted once for each team"))
        {
            Code = "average-caseload", Title = "Average caseload", Topic = Topic.Workforce,
            Polarity = Polarity.Low, Basis = Basis.Local, Source = Workforce, View = "AverageCaseload",
            Summary = "How many open cases a worker who holds any holds on average, counted for each worker and team.",
            Rationale = "Workers with too many cases see children too seldom.",
            Limitations = "It counts people, not full-time equivalents, and an average hides the worker with forty.",
        },
        new Share<OpenCase>(
            numerator: WorkersKnown.Where("cases with 3 or more workers in 12 months", (c, r) => c.WorkersInLast12Months >= 3),
            denominator: WorkersKnown)
        {
            Code = "three-or-more-workers", Version = ByChild, Title = "Three or more social workers in twelve months",
            Topic = Topic.Workforce, Polarity = Polarity.Low, Basis = Basis.Local, Source = Stability,
            Summary = "Of the cases where the number is known, the percentage in which the child has had three or more social workers in "
                + "twelve months.",
            Rationale = "A child who must begin again with every new worker stops telling.",
            Limitations = "New cases have had less time to change hands.",
        },
    ];
}
