using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Datasets.Declaring.Rules;
using static SafeguardingMetrics.Datasets.Declaring.Rules.QualityDimension;

namespace SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;

public sealed partial class StrategyMeetings : Dataset<StrategyMeeting>
{
    public override IReadOnlyList<Breakdown<StrategyMeeting>> Breakdowns { get; } =
    [
        By("locality", m => m.Locality),
        By("team", m => m.Team),
        By(
            "outcome", "outcome, or not-held",
            (m, r) => m.HeldOn is null ? "not-held" : m.Outcome ?? "not-recorded", storedAs: Dimension.Category)
            with { Members = ["not-held", "not-recorded", .. CodesOf(m => m.Outcome)] },
    ];

    public override IReadOnlyList<Rule<StrategyMeeting>> Rules { get; } =
    [
        Error("SM01", Timeliness, "The need for a meeting must have arisen within the period of the return.",
            m => m.NeededOn, (m, r) => r.Contains(m.NeededOn)),
        Error("SM02", Consistency, "A meeting cannot be held before it was needed.", m => m.HeldOn, (m, r) => !(m.HeldOn < m.NeededOn)),
        Error("SM03", Completeness, "If a meeting was held, whether social care, police and health attended must be recorded.",
            Must(m => m.SocialCareAttended, (m, r) => m.HeldOn == null || m.SocialCareAttended != null),
            Must(m => m.PoliceAttended, (m, r) => m.HeldOn == null || m.PoliceAttended != null),
            Must(m => m.HealthAttended, (m, r) => m.HeldOn == null || m.HealthAttended != null)),
        Error("SM04", Consistency, "Attendance and outcome are recorded only for a meeting that was held.",
            Must(m => m.SocialCareAttended, (m, r) => m.SocialCareAttended != true || m.HeldOn != null),
            Must(m => m.PoliceAttended, (m, r) => m.PoliceAttended != true || m.HeldOn != null),
            Must(m => m.HealthAttended, (m, r) => m.HealthAttended != true || m.HeldOn != null),
            Must(m => m.SchoolAttended, (m, r) => m.SchoolAttended != true || m.HeldOn != null),
            Must(m => m.Outcome, (m, r) => m.Outcome == null || m.HeldOn != null)),
        Query("SM05", Timeliness, "A meeting should be held within 3 working days of being needed.",
            m => m.HeldOn, (m, r) => !(r.WorkingDays(m.NeededOn, m.HeldOn) > 3)),
        Query("SM06", Accuracy, "A social worker, the police and a health practitioner should, as a minimum, attend.",
            Must(m => m.SocialCareAttended, (m, r) => m.HeldOn == null
                || m.SocialCareAttended == null || m.PoliceAttended == null || m.HealthAttended == null || m.SocialCareAttended == true),
            Must(m => m.PoliceAttended, (m, r) => m.HeldOn == null
                || m.SocialCareAttended == null || m.PoliceAttended == null || m.HealthAttended == null || m.PoliceAttended == true),
            Must(m => m.HealthAttended, (m, r) => m.HeldOn == null
                || m.SocialCareAttended == null || m.PoliceAttended == null || m.HealthAttended == null || m.HealthAttended == true)),
    ];
}
