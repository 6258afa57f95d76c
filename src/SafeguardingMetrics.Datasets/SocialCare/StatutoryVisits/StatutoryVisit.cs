namespace SafeguardingMetrics.Datasets.SocialCare.StatutoryVisits;

/// <summary>A visit to a child that fell due, made or not.</summary>
public sealed class StatutoryVisit
{
    /// <summary>The agency's id of the visit.</summary>
    public string VisitId { get; set; } = "";

    /// <summary>The agency's id of the child.</summary>
    public string ChildId { get; set; } = "";

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Team.</summary>
    public string Team { get; set; } = "";

    /// <summary>The plan that the visit is made under.</summary>
    public string VisitType { get; set; } = "";

    /// <summary>The day by which the visit was due.</summary>
    public DateOnly DueOn { get; set; }

    /// <summary>The day of the visit; missing where it was not made.</summary>
    public DateOnly? VisitedOn { get; set; }

    /// <summary>Whether the child was seen.</summary>
    public bool? ChildSeen { get; set; }

    /// <summary>Whether the child was seen alone.</summary>
    public bool? SeenAlone { get; set; }

    /// <summary>Why the child was not seen alone.</summary>
    public string? NotAloneReason { get; set; }

    /// <summary>The agency's id of the social worker.</summary>
    public string? WorkerId { get; set; }

    /// <summary>When a manager confirmed the record of the visit.</summary>
    public DateOnly? ManagerCheckedOn { get; set; }
}
