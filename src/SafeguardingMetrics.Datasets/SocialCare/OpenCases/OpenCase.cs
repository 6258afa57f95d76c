namespace SafeguardingMetrics.Datasets.SocialCare.OpenCases;

/// <summary>A child's case open to children's social care at the close of the day.</summary>
public sealed class OpenCase
{
    /// <summary>The agency's id of the child.</summary>
    public string ChildId { get; set; } = "";

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Team.</summary>
    public string Team { get; set; } = "";

    /// <summary>The kind of plan the child has.</summary>
    public string PlanType { get; set; } = "";

    /// <summary>The day the case opened.</summary>
    public DateOnly OpenedOn { get; set; }

    /// <summary>The worker who holds the case; missing where it is unallocated.</summary>
    public string? AllocatedWorkerId { get; set; }

    /// <summary>The day that worker took the case.</summary>
    public DateOnly? AllocatedOn { get; set; }

    /// <summary>The last management review of risk while unallocated.</summary>
    public DateOnly? RiskReviewedOn { get; set; }

    /// <summary>Distinct social workers in the last twelve months.</summary>
    public int? WorkersInLast12Months { get; set; }

    /// <summary>Date of birth, or expected date of birth.</summary>
    public DateOnly? DateOfBirth { get; set; }

    /// <summary>Sex.</summary>
    public string? Sex { get; set; }

    /// <summary>Ethnicity.</summary>
    public string? Ethnicity { get; set; }

    /// <summary>Disabilities, with semicolons between.</summary>
    public string? Disabilities { get; set; }

    /// <summary>The NHS number, as a keyed hash.</summary>
    public string? NhsNumberHash { get; set; }

    /// <summary>The UPN, as a keyed hash.</summary>
    public string? UpnHash { get; set; }
}
