using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;

[Activity(
    "strategy-meetings", "Strategy meetings",
    "Every strategy meeting whose need arose in the period, held or not.",
    CountedOn = nameof(NeededOn), OpenUntil = nameof(HeldOn))]
[SentBy(Sector.SocialCare)]
public sealed class StrategyMeeting
{
    [Key, Id("The agency's own id of the meeting.", "S-310")]
    public string MeetingId { get; set; } = "";

    [ChildId("The agency's own id of the child.", "C-1042")]
    public string ChildId { get; set; } = "";

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Text(60, "Team that holds the case.", "East Safeguarding 1")]
    public string Team { get; set; } = "";

    [Day("The day it was decided that a meeting is needed.", "2026-11-04")]
    public DateOnly NeededOn { get; set; }

    [Day("The day the meeting was held; left out where it was not.", "2026-11-05", Near = nameof(NeededOn))]
    public DateOnly? HeldOn { get; set; }

    [YesNo("Whether children's social care attended.")]
    public bool? SocialCareAttended { get; set; }

    [YesNo("Whether the police attended.")]
    public bool? PoliceAttended { get; set; }

    [YesNo("Whether a health practitioner attended.")]
    public bool? HealthAttended { get; set; }

    [YesNo("Whether the school attended.", "false")]
    public bool? SchoolAttended { get; set; }

    [Codes(
        "What the meeting decided.",
        "section-47-single: Section 47 enquiry by social care alone",
        "section-47-joint: Section 47 enquiry with the police",
        "assessment: Assessment",
        "no-further-action: No further action",
        Example = "section-47-joint")]
    public string? Outcome { get; set; }
}
