using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

public sealed partial class StatutoryVisits : Dataset<StatutoryVisit>
{
    public override IReadOnlyList<Breakdown<StatutoryVisit>> Breakdowns { get; } =
    [
        By("locality", v => v.Locality),
        By("team", v => v.Team),
        By("visit-type", v => v.VisitType, storedAs: Dimension.Category),
    ];

    public override IReadOnlyList<Rule<StatutoryVisit>> Rules { get; } =
    [
        Error("SV01", Timeliness, "A visit must have fallen due within the period of the return.",
            v => v.DueOn, (v, r) => r.Contains(v.DueOn)),
        Error("SV02", Completeness, "If a visit took place, whether the child was seen must be recorded.",
            v => v.ChildSeen, (v, r) => v.VisitedOn == null || v.ChildSeen != null),
        Error("SV03", Consistency, "A child seen alone must have been seen.",
            v => v.SeenAlone, (v, r) => !(v.SeenAlone == true && v.ChildSeen == false)),
        Error("SV04", Consistency, "Seeing the child is recorded only for a visit that took place.",
            Must(v => v.ChildSeen, (v, r) => v.ChildSeen != true || v.VisitedOn != null),
            Must(v => v.SeenAlone, (v, r) => v.SeenAlone != true || v.VisitedOn != null)),
        Error("SV05", Consistency, "A manager cannot have checked a visit before it took place.",
            v => v.ManagerCheckedOn, (v, r) => !(v.ManagerCheckedOn < v.VisitedOn)),
        Query("SV06", Timeliness, "A visit should not be more than 20 working days late.",
            v => v.VisitedOn, (v, r) => !(r.WorkingDays(v.DueOn, v.VisitedOn) > 20)),
        Query("SV07", Completeness, "If the child was seen but not alone, the reason should be given.",
            v => v.NotAloneReason, (v, r) => !(v.ChildSeen == true && v.SeenAlone == false && v.NotAloneReason == null)),
    ];
}
