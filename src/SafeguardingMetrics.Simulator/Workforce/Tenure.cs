namespace SafeguardingMetrics.Simulator.Workforce;

/// <summary>The days on which a post is filled, covered by an agency worker, or vacant.</summary>
internal sealed record Tenure
{
    public required string Status { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day after the tenure.</summary>
    public required DateOnly Until { get; init; }

    public string? WorkerId { get; init; }

    /// <summary>The first day without an employee in the post; also set while an agency worker covers it.</summary>
    public DateOnly? VacantSince { get; init; }

    /// <summary>The worker's checks by the Disclosure and Barring Service, in order of time.</summary>
    public DateOnly[] DbsChecks { get; init; } = [];

    public DateOnly? DbsCheckedBy(DateOnly day)
    {
        var last = Array.FindLastIndex(DbsChecks, check => check <= day);
        return last < 0 ? null : DbsChecks[last];
    }
}

internal static class PostStatus
{
    public const string Filled = "filled";
    public const string Vacant = "vacant";
    public const string AgencyCover = "agency-cover";
}
