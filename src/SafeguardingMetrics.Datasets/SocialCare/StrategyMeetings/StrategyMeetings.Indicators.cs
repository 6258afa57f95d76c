using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;

public sealed partial class StrategyMeetings
{
    private static readonly Source LocalProcedures = new(
        "Local procedures differ and no number is national: Tees asks for 24 hours from the decision, Northumberland for one working day "
        + "and at most three",
        "https://www.teescpp.org.uk/procedures-for-the-safeguarding-process/6-strategy-discussion");

    private static readonly Source WorkingTogether = new(
        "Working Together to Safeguard Children 2023, as Darlington's partnership quotes it: a social worker, a health practitioner and "
        + "the police should, as a minimum, be involved",
        "https://www.darlington-safeguarding-partnership.co.uk/professionals/working-with-children/child-protection-procedures/"
        + "strategy-meeting-discussion");

    private static readonly Count<StrategyMeeting> HeldOrOverdue = new(
        "meetings held, and meetings not held with more than 1 working day gone from needed to received",
        (m, r) => m.HeldOn != null || r.WorkingDays(m.NeededOn, r.ReceivedOn) > 1);

    private static readonly Count<StrategyMeeting> Held = HeldOrOverdue.Where("meetings held", (m, r) => m.HeldOn != null);

    private static readonly Count<StrategyMeeting> HeldOnTime = Held.Where(
        "meetings held within 1 working day", (m, r) => r.WorkingDays(m.NeededOn, m.HeldOn) <= 1);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new Share<StrategyMeeting>(
            numerator: HeldOnTime,
            denominator: HeldOrOverdue)
        {
            Code = "strategy-meetings-on-time", Title = "Strategy meetings on time", Topic = Topic.ChildProtection,
            Polarity = Polarity.High, Basis = Basis.Local, Source = LocalProcedures,
            Summary =
                "Of the strategy meetings needed in the period that were held, or are overdue, the percentage held within 1 working day.",
            Rationale = "Until the agencies meet, none of them has the whole picture of the danger.",
            Limitations = "It counts working days, not hours: a meeting late the next day is on time.",
        },
        new Duration<StrategyMeeting>(
            numerator: Held.Where("meetings held after more than 3 working days", (m, r) => r.WorkingDays(m.NeededOn, m.HeldOn) > 3),
            denominator: Held)
        {
            Code = "strategy-meeting-delay", Title = "Delay of strategy meetings", Topic = Topic.ChildProtection,
            SettlesAfterDays = 30, Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalProcedures,
            Summary = "How many working days from the need for a meeting to the meeting: the median and the 90th centile.",
            Rationale = "The longest waits are where the harm is.",
            Limitations = "Meetings not held at all are not in it; read it beside strategy-meetings-on-time.",
            OnTime = HeldOnTime,
            Amount = (m, r) => r.WorkingDays(m.NeededOn, m.HeldOn),
            IsOpen = (m, r) => m.HeldOn == null,
        },
        new Share<StrategyMeeting>(
            numerator: Held.Where(
                "meetings with social care, police and health",
                (m, r) => m is { SocialCareAttended: true, PoliceAttended: true, HealthAttended: true }),
            denominator: Held)
        {
            Code = "strategy-meetings-quorate", Title = "Quorate strategy meetings", Topic = Topic.ChildProtection,
            Polarity = Polarity.High, Basis = Basis.Statutory, Source = WorkingTogether,
            Summary = "Of the strategy meetings held, the percentage at which social care, the police and health were all present.",
            Rationale = "Each of the three knows something that the others do not.",
            Limitations = "Presence is not preparation; schools and others may matter as much for the child.",
        },
    ];
}
