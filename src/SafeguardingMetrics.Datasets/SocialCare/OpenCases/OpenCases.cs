using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

public sealed partial class OpenCases : Dataset<OpenCase>
{
    public override IReadOnlyList<Breakdown<OpenCase>> Breakdowns { get; } =
    [
        By("locality", c => c.Locality),
        By("team", c => c.Team),
        By("plan-type", c => c.PlanType, storedAs: Dimension.Category),
        .. ByDemographics(c => c.Ethnicity, c => c.Sex, c => c.DateOfBirth, c => c.Disabilities),
    ];

    public override IReadOnlyList<Rule<OpenCase>> Rules { get; } =
    [
        Error("OC01", Timeliness, "A case must not have opened after the day the return describes.",
            c => c.OpenedOn, (c, r) => c.OpenedOn <= r.DescribedOn),
        Error("OC02", Consistency, "An allocation date and an allocated worker go together.",
            Must(c => c.AllocatedOn, (c, r) => c.AllocatedOn != null || c.AllocatedWorkerId == null),
            Must(c => c.AllocatedWorkerId, (c, r) => c.AllocatedWorkerId != null || c.AllocatedOn == null)),
        Error("OC03", Timeliness, "Allocation and risk review dates must not be after the day the return describes.",
            Must(c => c.AllocatedOn, (c, r) => !(c.AllocatedOn > r.DescribedOn)),
            Must(c => c.RiskReviewedOn, (c, r) => !(c.RiskReviewedOn > r.DescribedOn))),
        Query("OC04", Consistency, "An allocation should not be before the case opened.",
            c => c.AllocatedOn, (c, r) => !(c.AllocatedOn < c.OpenedOn)),
        Query("OC05", Completeness, "A child protection or looked after case should have an allocated worker.",
            c => c.AllocatedWorkerId,
            (c, r) => c.AllocatedWorkerId != null || (c.PlanType != "child-protection" && c.PlanType != "looked-after")),
        Query("OC06", Accuracy, "A child's age should be under 26.",
            c => c.DateOfBirth, (c, r) => c.DateOfBirth == null || Age.InYears(r.DescribedOn, c.DateOfBirth.Value) < 26),
        Query("OC07", Consistency, "A child with an allocated worker should have had at least one worker in twelve months.",
            c => c.WorkersInLast12Months, (c, r) => c.AllocatedWorkerId == null || c.WorkersInLast12Months != 0),
    ];
}
