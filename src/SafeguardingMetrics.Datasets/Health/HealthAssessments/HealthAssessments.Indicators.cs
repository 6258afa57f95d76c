using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.Health.HealthAssessments;

public sealed partial class HealthAssessments
{
    private static readonly Source Guidance = new("Promoting the health and wellbeing of looked-after children (2015) and regulation 7, as summarised by local procedures: 20 working days for the initial assessment", "https://www.speakcase.app/blog/health-looked-after-children");

    /// <inheritdoc/>
    public override IReadOnlyList<Indicator> Indicators { get; } =
    [
        new Share<HealthAssessment>
        {
            Code = "health-assessments-on-time", Title = "Health assessments on time", Polarity = Polarity.High, Basis = Basis.Statutory, Source = Guidance,
            Summary = "Of the health assessments of looked after children due in the period, the percentage completed on or before the due date.",
            Numerator = "assessments completed on or before the due date", Denominator = "assessments due on or before receipt, or completed",
            Rationale = "Children who come into care bring health needs that nobody has met.",
            Limitations = "The due date is the agency's own; rule HA04 queries one that is not 20 working days.",
            InDenominator = (a, r) => a.CompletedOn != null || a.DueOn <= r.ReceivedOn,
            InNumerator = (a, r) => a.CompletedOn <= a.DueOn,
        },
    ];
}
