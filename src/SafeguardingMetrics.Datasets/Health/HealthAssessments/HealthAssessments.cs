using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

public sealed partial class HealthAssessments : Dataset<HealthAssessment>
{
    public override IReadOnlyList<Breakdown<HealthAssessment>> Breakdowns { get; } =
    [
        By("locality", a => a.Locality),
        By("provider", a => a.Provider, storedAs: Dimension.Team),
        By("assessment-type", a => a.AssessmentType, storedAs: Dimension.Category),
    ];

    public override IReadOnlyList<Rule<HealthAssessment>> Rules { get; } =
    [
        Error("HA01", Timeliness, "An assessment must have fallen due within the period of the return.",
            a => a.DueOn, (a, r) => r.Contains(a.DueOn)),
        Error("HA02", Completeness, "An assessment must identify the child.",
            a => a.ChildId, (a, r) => a.ChildId != null || a.NhsNumberHash != null),
        Error("HA03", Completeness, "An initial assessment must give the date the child became looked after.",
            a => a.BecameLookedAfterOn, (a, r) => a.AssessmentType != "initial" || a.BecameLookedAfterOn != null),
        Query("HA04", Accuracy, "An initial assessment should fall due 20 working days after the child became looked after.",
            a => a.DueOn,
            (a, r) => a.AssessmentType != "initial"
                || a.BecameLookedAfterOn == null
                || r.WorkingDays(a.BecameLookedAfterOn, a.DueOn) == 20),
        Query("HA05", Completeness, "A late assessment should give the reason.",
            a => a.DelayReason, (a, r) => !(a.CompletedOn > a.DueOn) || a.DelayReason != null),
        Query("HA06", Consistency, "An assessment should not be completed before the child became looked after.",
            a => a.CompletedOn, (a, r) => !(a.CompletedOn < a.BecameLookedAfterOn)),
    ];
}
