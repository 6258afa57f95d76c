using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

[Snapshot("open-cases", "Open cases", "Every child's case open to children's social care at the close of the day.")]
[SentBy(Sector.SocialCare)]
public sealed class OpenCase
{
    [Key, ChildId("The agency's own id of the child.", "C-1042")]
    public string ChildId { get; set; } = "";

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Text(60, "Team that holds the case.", "East Safeguarding 1")]
    public string Team { get; set; } = "";

    [Codes(
        "The kind of plan the child has.",
        "referral: Referral, not yet assessed",
        "assessment: Being assessed",
        "child-in-need: Child in need plan",
        "child-protection: Child protection plan",
        "looked-after: Looked after child",
        "care-leaver: Care leaver",
        Example = "child-protection")]
    public string PlanType { get; set; } = "";

    [Day("The day the case opened.", "2026-09-14")]
    public DateOnly OpenedOn { get; set; }

    [WorkerId("The agency's own id of the worker who holds the case; empty where it is unallocated.", "W-117")]
    public string? AllocatedWorkerId { get; set; }

    [Day("The day that worker took the case.", "2026-09-15")]
    public DateOnly? AllocatedOn { get; set; }

    [Day("The last management review of risk while the case is unallocated.", "2026-09-16", IsInExample = false)]
    public DateOnly? RiskReviewedOn { get; set; }

    [WholeNumber("How many distinct social workers the child has had in the last twelve months.", "2", Most = 50)]
    public int? WorkersInLast12Months { get; set; }

    [Day(
        "Date of birth; for an unborn child the expected date, up to 280 days ahead.", "2015-04-23",
        DaysAhead = 280, IsPrivate = true, IsExpected = true)]
    public DateOnly? DateOfBirth { get; set; }

    [Codes("Sex.", From = nameof(CodeLists.Sex), NotKnown = nameof(CodeLists.SexNotKnown), IsExpected = true)]
    public string? Sex { get; set; }

    [Codes(
        "Ethnicity, in the Department for Education's codes.",
        From = nameof(CodeLists.Ethnicity), NotKnown = nameof(CodeLists.EthnicityNotKnown), IsExpected = true)]
    public string? Ethnicity { get; set; }

    [CodeSet(
        "Disabilities, in the Department for Education's codes.", "LD;AUT",
        From = nameof(CodeLists.Disability), Alone = "NONE", IsExpected = true)]
    public string? Disabilities { get; set; }

    [NhsNumber]
    public string? NhsNumberHash { get; set; }

    [Upn]
    public string? UpnHash { get; set; }
}
