using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

public sealed partial class StatutoryVisits
{
    private static readonly Source Regulation28 = new(
        "The Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28 (looked after children; other visits "
        + "follow the plan)",
        "https://www.legislation.gov.uk/uksi/2010/959/regulation/28/made");

    private static readonly Source LocalPractice = new(
        "Local practice of partnerships; the field is in the Standard Safeguarding Dataset", null);

    private static readonly Count<StatutoryVisit> Due = new(
        "visits due, those due after receipt and not yet made aside", (v, r) => v.VisitedOn != null || v.DueOn <= r.ReceivedOn);

    private static readonly Count<StatutoryVisit> Made = Due.Where("visits made", (v, r) => v.VisitedOn != null);

    // By days and not by working days: a visit due on Friday and made on Saturday is late.
    private static readonly Count<StatutoryVisit> MadeOnTime = Made.Where(
        "visits made on or before the due date", (v, r) => v.VisitedOn <= v.DueOn);

    // Version 2: a visit that is late by no working day counts 1 and not 0.
    private const int LateByADay = 2;

    // Rule SV04 keeps out a child seen without a visit.
    private static readonly Count<StatutoryVisit> Seen = Made.Where("visits with the child seen", (v, r) => v.ChildSeen == true);

    /// <inheritdoc/>
    public override IReadOnlyList<DatasetIndicator> Indicators { get; } =
    [
        new Share<StatutoryVisit>(numerator: MadeOnTime, denominator: Due)
        {
            Code = "visits-on-time", Title = "Statutory visits on time", Topic = Topic.QualityOfPractice,
            Polarity = Polarity.High, Basis = Basis.Local, Source = Regulation28,
            Summary = "Of the visits that fell due in the period, the percentage made on or before the due date.",
            Rationale = "A child who is not seen cannot say what is happening to them.",
            Limitations = "The due date is the agency's own; an agency that sets it late looks punctual.",
        },
        new Share<StatutoryVisit>(
            numerator: Seen.Where("visits with the child seen alone", (v, r) => v.SeenAlone == true),
            denominator: Seen)
        {
            Code = "children-seen-alone", Title = "Children seen alone", Topic = Topic.Voice,
            Polarity = Polarity.High, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the visits at which the child was seen, the percentage at which the child was seen alone.",
            Rationale = "Children speak of harm when the person who harms them is not in the room.",
            Limitations = "Babies and some young children cannot sensibly be seen alone and are not left out; see the reasons given.",
        },
        new Share<StatutoryVisit>(
            numerator: Made.Where("visits a manager has checked", (v, r) => v.ManagerCheckedOn != null),
            denominator: Made)
        {
            Code = "visits-checked-by-manager", Title = "Visits checked by a manager", Topic = Topic.QualityOfPractice,
            SettlesAfterDays = 30, Polarity = Polarity.High, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the visits made, the percentage whose record a manager has checked.",
            Rationale = "A record that nobody reads protects nobody.",
            Limitations = "Recent visits have had less time to be checked.",
        },
        new Duration<StatutoryVisit>(numerator: Made.Except(MadeOnTime, "late visits"), denominator: Made)
        {
            Code = "visit-lateness", Version = LateByADay, Title = "Lateness of visits", Topic = Topic.QualityOfPractice,
            SettlesAfterDays = 30, Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "How many working days after the due date visits were made (0 where on time): the median and the 90th centile.",
            Rationale = "A visit a day late and a visit a month late are not the same risk.",
            Limitations = "Visits not made at all are not in it; read it beside visits-on-time. A late visit counts at least 1 working "
                + "day, also where no working day lies between: due on a Friday and made on the Saturday.",
            OnTime = MadeOnTime,
            Amount = (v, r) => r.WorkingDays(v.DueOn, v.VisitedOn) is { } days ? Math.Max(0, days) : null,
            IsOpen = (v, r) => v.VisitedOn == null && v.DueOn <= r.ReceivedOn,
        },
    ];
}
