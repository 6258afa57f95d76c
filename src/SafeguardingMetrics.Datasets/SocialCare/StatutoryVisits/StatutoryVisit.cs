using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

[Activity(
    "statutory-visits", "Statutory visits", "Every visit that fell due in the period, made or not.",
    CountedOn = nameof(DueOn), OpenUntil = nameof(VisitedOn))]
[SentBy(Sector.SocialCare)]
public sealed class StatutoryVisit
{
    [Key, Id("The agency's own id of the visit.", "V-2231")]
    public string VisitId { get; set; } = "";

    [ChildId("The agency's own id of the child.", "C-1042")]
    public string ChildId { get; set; } = "";

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Text(60, "Team that holds the case.", "East Safeguarding 1")]
    public string Team { get; set; } = "";

    [Codes(
        "The plan that the visit is made under.",
        "child-protection: Child protection plan",
        "looked-after: Looked after child",
        "child-in-need: Child in need plan",
        "care-leaver: Care leaver")]
    public string VisitType { get; set; } = "";

    [Day("The day by which the visit was due; may be after receipt.", "2026-11-03", DaysAhead = DayAttribute.NoLimit)]
    public DateOnly DueOn { get; set; }

    [Day("The day of the visit; left out where it was not made.", "2026-11-02", Near = nameof(DueOn))]
    public DateOnly? VisitedOn { get; set; }

    [YesNo("Whether the child was seen.")]
    public bool? ChildSeen { get; set; }

    [YesNo("Whether the child was seen alone.", "false")]
    public bool? SeenAlone { get; set; }

    [Codes(
        "Why the child was not seen alone.",
        "too-young: Too young to be seen alone",
        "child-declined: The child declined",
        "not-appropriate: Not appropriate",
        "other: Another reason")]
    public string? NotAloneReason { get; set; }

    [WorkerId("The agency's own id of the social worker.", "W-117")]
    public string? WorkerId { get; set; }

    [Day("When a manager confirmed the record of the visit.", "2026-11-04", Near = nameof(VisitedOn))]
    public DateOnly? ManagerCheckedOn { get; set; }
}
