using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.Police.PoliceNotifications;

public sealed partial class PoliceNotifications
{
    /// <inheritdoc/>
    public override IReadOnlyList<Rule<PoliceNotification>> Rules { get; } =
    [
        Error("PN01", Timeliness, "An incident must fall within the period of the return.", n => n.IncidentOn, (n, r) => r.Contains(n.IncidentOn)),
        Error("PN02", Consistency, "A notification cannot be shared before its incident.", n => n.SharedOn, (n, r) => !(n.SharedOn < n.IncidentOn)),
        Query("PN03", Timeliness, "A high risk notification should be shared by the next working day.", n => n.SharedOn, (n, r) => n.RiskGrade != "high" || !(r.WorkingDays(n.IncidentOn, n.SharedOn) > 1)),
    ];
}
