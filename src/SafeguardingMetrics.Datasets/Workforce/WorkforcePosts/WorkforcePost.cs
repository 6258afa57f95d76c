namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

/// <summary>A post in the establishment on the day, filled or not.</summary>
public sealed class WorkforcePost
{
    /// <summary>The agency's id of the post.</summary>
    public string PostId { get; set; } = "";

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Team.</summary>
    public string Team { get; set; } = "";

    /// <summary>What the post is.</summary>
    public string Role { get; set; } = "";

    /// <summary>Full-time equivalent, over 0 and at most 1.</summary>
    public decimal Fte { get; set; }

    /// <summary>Filled, vacant or covered.</summary>
    public string Status { get; set; } = "";

    /// <summary>The worker in it.</summary>
    public string? WorkerId { get; set; }

    /// <summary>When that worker started.</summary>
    public DateOnly? StartedOn { get; set; }

    /// <summary>Since when it is vacant.</summary>
    public DateOnly? VacantSince { get; set; }

    /// <summary>The worker's last DBS check.</summary>
    public DateOnly? DbsCheckedOn { get; set; }
}
