using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

public sealed partial class OpenCases
{
    private static readonly Source LocalPractice = new("Local practice of partnerships; Darlington's performance reports, for one, expect 100% of child protection and looked after cases allocated", "https://democracy.darlington.gov.uk/mgAi.aspx?ID=5549");
    private static readonly Source Workforce = new("Department for Education, Children's social work workforce: methodology (average caseload, which counts full-time equivalents; here it is workers and teams)", "https://explore-education-statistics.service.gov.uk/methodology/children-s-social-work-workforce-attrition-caseload-and-agency-workforce");
    private static readonly Source Stability = new("Department for Education, Children's social care outcomes and enablers (social worker stability); here of all open cases, not of looked after children at 31 March", null);

    // Since version 2 cells are also by ethnicity, sex, age and disability; what counts is as it was.
    private const int ByChild = 2;

    /// <inheritdoc/>
    public override IReadOnlyList<Indicator> Indicators { get; } =
    [
        new Share<OpenCase>
        {
            Code = "unallocated-cases", Version = ByChild, Title = "Unallocated cases", Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the cases open at the close of the day, the percentage with no allocated worker.",
            Numerator = "cases with no allocated worker", Denominator = "open cases",
            Rationale = "A child whose case nobody holds is a child nobody is watching.",
            Limitations = "An allocation on paper to a manager or a duty desk counts as allocated.",
            InDenominator = (c, r) => true,
            InNumerator = (c, r) => c.AllocatedWorkerId == null,
        },
        new Share<OpenCase>
        {
            Code = "unallocated-without-review", Version = ByChild, Title = "Unallocated cases without a recent review of risk", Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the unallocated cases, the percentage whose risk was never reviewed by a manager, or more than 5 working days before the day described.",
            Numerator = "unallocated cases with no risk review, or more than 5 working days from it to the day described", Denominator = "unallocated cases",
            Rationale = "While a case waits, a manager should know what it is waiting with.",
            Limitations = "It says that a review was recorded, not that it was a good one.",
            InDenominator = (c, r) => c.AllocatedWorkerId == null,
            InNumerator = (c, r) => c.RiskReviewedOn is not { } reviewed || r.WorkingDays(reviewed, r.DescribedOn) > 5,
        },
        new Duration<OpenCase>
        {
            Code = "time-to-allocation", Version = ByChild, Title = "Time to allocation", Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "How many working days from the opening of a case to its allocation, of the allocated cases open at the close of the day: the median and the 90th centile.",
            Numerator = "cases allocated within 1 working day", Denominator = "allocated cases where the allocation is not before the opening",
            Rationale = "Delay at the door is delay in safety.",
            Limitations = "The allocation is the present worker's: a case that has changed hands looks slow. Cases still waiting are not in it; read it beside unallocated-cases.",
            Amount = (c, r) => c.AllocatedOn >= c.OpenedOn ? r.WorkingDays(c.OpenedOn, c.AllocatedOn) : null,
            IsOpen = (c, r) => c.AllocatedWorkerId == null,
            InNumerator = (c, days) => days <= 1,
        },
        new AcrossRecords
        {
            Code = "average-caseload", Title = "Average caseload", Polarity = Polarity.Low, Basis = Basis.Local, Source = Workforce, View = "AverageCaseload",
            Summary = "How many open cases a worker who holds any holds on average, counted for each worker and team.",
            Numerator = "allocated cases", Denominator = "workers who hold one, counted once for each team",
            Rationale = "Workers with too many cases see children too seldom.",
            Limitations = "It counts people, not full-time equivalents, and an average hides the worker with forty.",
        },
        new Share<OpenCase>
        {
            Code = "three-or-more-workers", Version = ByChild, Title = "Three or more social workers in twelve months", Polarity = Polarity.Low, Basis = Basis.Local, Source = Stability,
            Summary = "Of the cases where the number is known, the percentage in which the child has had three or more social workers in twelve months.",
            Numerator = "cases with 3 or more workers in 12 months", Denominator = "cases where the number is known",
            Rationale = "A child who must begin again with every new worker stops telling.",
            Limitations = "New cases have had less time to change hands.",
            InDenominator = (c, r) => c.WorkersInLast12Months != null,
            InNumerator = (c, r) => c.WorkersInLast12Months >= 3,
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<CountRelation> Relations { get; } =
    [
        CountRelation.CreateEqual("unallocated-cases", CountRole.Numerator, "unallocated-without-review", CountRole.Denominator),
        CountRelation.CreateEqual("unallocated-cases", CountRole.Missed, "average-caseload", CountRole.Numerator),
    ];
}
