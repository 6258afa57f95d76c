namespace SafeguardingMetrics.Datasets.Declaring.Indicators;

/// <summary>What an indicator is about: the part of the work with children that a board reads it under.</summary>
/// <param name="Id">Its id in the API, in kebab-case.</param>
/// <param name="Title">Its name on a page.</param>
public sealed record Topic(string Id, string Title)
{
    /// <summary>Contacts and referrals.</summary>
    public static Topic FrontDoor { get; } = new("front-door", "Front door");

    /// <summary>Help before a statutory assessment.</summary>
    public static Topic EarlyHelp { get; } = new("early-help", "Early help");

    /// <summary>Assessments of need.</summary>
    public static Topic Assessment { get; } = new("assessment", "Assessment");

    /// <summary>Children in need under section 17 of the Children Act 1989.</summary>
    public static Topic ChildInNeed { get; } = new("child-in-need", "Child in need");

    /// <summary>Strategy meetings, section 47 enquiries and child protection plans.</summary>
    public static Topic ChildProtection { get; } = new("child-protection", "Child protection");

    /// <summary>Children in the care of a local authority.</summary>
    public static Topic LookedAfter { get; } = new("looked-after", "Looked after");

    /// <summary>Adoption.</summary>
    public static Topic Adoption { get; } = new("adoption", "Adoption");

    /// <summary>Young people who leave care.</summary>
    public static Topic LeavingCare { get; } = new("leaving-care", "Leaving care");

    /// <summary>Children who go missing.</summary>
    public static Topic Missing { get; } = new("missing", "Missing");

    /// <summary>Health.</summary>
    public static Topic Health { get; } = new("health", "Health");

    /// <summary>Police.</summary>
    public static Topic Police { get; } = new("police", "Police");

    /// <summary>Attendance and attainment.</summary>
    public static Topic Education { get; } = new("education", "Education");

    /// <summary>Special educational needs and disabilities.</summary>
    public static Topic Send { get; } = new("send", "SEND");

    /// <summary>Youth justice.</summary>
    public static Topic YouthJustice { get; } = new("youth-justice", "Youth justice");

    /// <summary>The people who do the work: posts, caseloads, checks.</summary>
    public static Topic Workforce { get; } = new("workforce", "Workforce");

    /// <summary>Visits, supervision and management oversight.</summary>
    public static Topic QualityOfPractice { get; } = new("quality-of-practice", "Quality of practice");

    /// <summary>What children say and whether they are heard.</summary>
    public static Topic Voice { get; } = new("voice", "Voice");

    /// <summary>How the agencies work together and are led.</summary>
    public static Topic PartnershipAndLeadership { get; } = new("partnership-and-leadership", "Partnership and leadership");

    /// <summary>Money and provision.</summary>
    public static Topic MoneyAndProvision { get; } = new("money-and-provision", "Money and provision");

    /// <summary>Whether the services get better.</summary>
    public static Topic Improvement { get; } = new("improvement", "Improvement");

    /// <summary>Every topic, in the order in which a board reads them.</summary>
    public static IReadOnlyList<Topic> All { get; } =
    [
        FrontDoor, EarlyHelp, Assessment, ChildInNeed, ChildProtection, LookedAfter, Adoption, LeavingCare, Missing, Health, Police,
        Education, Send, YouthJustice, Workforce, QualityOfPractice, Voice, PartnershipAndLeadership, MoneyAndProvision, Improvement,
    ];
}
