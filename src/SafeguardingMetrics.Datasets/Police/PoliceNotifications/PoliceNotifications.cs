using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

public sealed partial class PoliceNotifications : Dataset<PoliceNotification>
{
    public override IReadOnlyList<Breakdown<PoliceNotification>> Breakdowns { get; } =
    [
        By("locality", n => n.Locality),
        By("risk-grade", n => n.RiskGrade, storedAs: Dimension.Team),
        By("incident-type", n => n.Category, storedAs: Dimension.Category),
    ];

    public override IReadOnlyList<Rule<PoliceNotification>> Rules { get; } =
    [
        Error("PN01", Timeliness, "An incident must fall within the period of the return.",
            n => n.IncidentOn, (n, r) => r.Contains(n.IncidentOn)),
        Error("PN02", Consistency, "A notification cannot be shared before its incident.",
            n => n.SharedOn, (n, r) => !(n.SharedOn < n.IncidentOn)),
        Query("PN03", Timeliness, "A high risk notification should be shared by the next working day.",
            n => n.SharedOn, (n, r) => n.RiskGrade != "high" || !(r.WorkingDays(n.IncidentOn, n.SharedOn) > 1)),
    ];
}
