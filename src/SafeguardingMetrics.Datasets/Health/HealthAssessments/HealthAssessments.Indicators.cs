using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

public sealed partial class HealthAssessments
{
    private static readonly Source Guidance = new(
        "Promoting the health and wellbeing of looked-after children (2015) and regulation 7, as summarised by local procedures: "
        + "20 working days for the initial assessment",
        "https://www.speakcase.app/blog/health-looked-after-children");

    private static readonly Count<HealthAssessment> Due = new(
        "assessments due on or before receipt, or completed", (a, r) => a.CompletedOn != null || a.DueOn <= r.ReceivedOn);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new Share<HealthAssessment>(
            numerator: Due.Where("assessments completed on or before the due date", (a, r) => a.CompletedOn <= a.DueOn),
            denominator: Due)
        {
            Code = "health-assessments-on-time", Title = "Health assessments on time", Topic = Topic.Health,
            Polarity = Polarity.High, Basis = Basis.Statutory, Source = Guidance,
            Summary =
                "Of the health assessments of looked after children due in the period, the percentage completed on or before the due date.",
            Rationale = "Children who come into care bring health needs that nobody has met.",
            Limitations = "The due date is the agency's own; rule HA04 queries one that is not 20 working days.",
        },
    ];
}
