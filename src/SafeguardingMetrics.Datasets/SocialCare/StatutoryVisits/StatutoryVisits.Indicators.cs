using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

public sealed partial class StatutoryVisits
{
    private static readonly Source Regulation28 = new("The Care Planning, Placement and Case Review (England) Regulations 2010, regulation 28 (looked after children; other visits follow the plan)", "https://www.legislation.gov.uk/uksi/2010/959/regulation/28/made");
    private static readonly Source LocalPractice = new("Local practice of partnerships; the field is in the Standard Safeguarding Dataset", null);

    /// <inheritdoc/>
    public override IReadOnlyList<Indicator> Indicators { get; } =
    [
        new Share<StatutoryVisit>
        {
            Code = "visits-on-time", Title = "Statutory visits on time", Polarity = Polarity.High, Basis = Basis.Local, Source = Regulation28,
            Summary = "Of the visits that fell due in the period, the percentage made on or before the due date.",
            Numerator = "visits made on or before the due date", Denominator = "visits due, those due after receipt and not yet made aside",
            Rationale = "A child who is not seen cannot say what is happening to them.",
            Limitations = "The due date is the agency's own; an agency that sets it late looks punctual.",
            InDenominator = (v, r) => v.VisitedOn != null || v.DueOn <= r.ReceivedOn,
            InNumerator = (v, r) => v.VisitedOn <= v.DueOn,
        },
        new Share<StatutoryVisit>
        {
            Code = "children-seen-alone", Title = "Children seen alone", Polarity = Polarity.High, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the visits at which the child was seen, the percentage at which the child was seen alone.",
            Numerator = "visits with the child seen alone", Denominator = "visits with the child seen",
            Rationale = "Children speak of harm when the person who harms them is not in the room.",
            Limitations = "Babies and some young children cannot sensibly be seen alone and are not left out; see the reasons given.",
            InDenominator = (v, r) => v.ChildSeen == true,
            InNumerator = (v, r) => v.SeenAlone == true,
        },
        new Share<StatutoryVisit>
        {
            Code = "visits-checked-by-manager", Title = "Visits checked by a manager", Polarity = Polarity.High, Basis = Basis.Local, Source = LocalPractice,
            Summary = "Of the visits made, the percentage whose record a manager has checked.",
            Numerator = "visits a manager has checked", Denominator = "visits made",
            Rationale = "A record that nobody reads protects nobody.",
            Limitations = "Recent visits have had less time to be checked.",
            InDenominator = (v, r) => v.VisitedOn != null,
            InNumerator = (v, r) => v.ManagerCheckedOn != null,
        },
        new Duration<StatutoryVisit>
        {
            Code = "visit-lateness", Title = "Lateness of visits", Polarity = Polarity.Low, Basis = Basis.Local, Source = LocalPractice,
            Summary = "How many working days after the due date visits were made (0 where on time): the median and the 90th centile.",
            Numerator = "late visits", Denominator = "visits made",
            Rationale = "A visit a day late and a visit a month late are not the same risk.",
            Limitations = "Visits not made at all are not in it; read it beside visits-on-time.",
            Amount = (v, r) => v.VisitedOn is { } visited ? Math.Max(0, r.WorkingDays(v.DueOn, visited)!.Value) : null,
            // Not "days > 0": a visit due on Friday and made on Saturday is late, though by no working day.
            IsOpen = (v, r) => v.VisitedOn == null && v.DueOn <= r.ReceivedOn,
            InNumerator = (v, days) => v.VisitedOn > v.DueOn,
        },
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<CountRelation> Relations { get; } =
    [
        CountRelation.CreateEqual("visits-checked-by-manager", CountRole.Denominator, "visit-lateness", CountRole.Denominator),
        CountRelation.CreateEqual("visits-on-time", CountRole.Numerator, "visit-lateness", CountRole.Missed),
        CountRelation.CreateSubset("visit-lateness", "visits-on-time"),
        CountRelation.CreateSubset("children-seen-alone", "visit-lateness"),
    ];
}
