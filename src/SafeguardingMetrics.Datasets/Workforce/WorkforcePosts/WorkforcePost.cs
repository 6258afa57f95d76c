using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Workforce.WorkforcePosts;

// Small counts of the workforce are published by the Department for Education, and need no protection.
[Snapshot(
    "workforce-posts", "Workforce posts",
    "Every post in the establishment at the close of the day, filled, vacant or covered.",
    IsAboutChildren = false)]
[SentByEverySector]
public sealed class WorkforcePost
{
    [Key, Id("The agency's own id of the post.", "P-0042")]
    public string PostId { get; set; } = "";

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Text(60, "Team.", "East Safeguarding 1")]
    public string Team { get; set; } = "";

    [Codes(
        "What the post is.",
        "social-worker: Social worker",
        "senior-social-worker: Senior social worker",
        "advanced-practitioner: Advanced practitioner",
        "team-manager: Team manager",
        "health-visitor: Health visitor",
        "school-nurse: School nurse",
        "police-officer: Police officer",
        "designated-safeguarding-lead: Designated safeguarding lead",
        "other: Another role")]
    public string Role { get; set; } = "";

    [Decimal(1, "Full-time equivalent of the post.", "0.8")]
    public decimal Fte { get; set; }

    [Codes(
        "Whether someone is in it.",
        "filled: Filled by an employee",
        "vacant: Vacant",
        "agency-cover: Covered by an agency worker")]
    public string Status { get; set; } = "";

    [WorkerId("The agency's own id of the worker in the post.", "W-117")]
    public string? WorkerId { get; set; }

    [Day("When that worker started in it.", "2024-02-01")]
    public DateOnly? StartedOn { get; set; }

    [Day("Since when the post is vacant.", "2026-08-31", IsInExample = false)]
    public DateOnly? VacantSince { get; set; }

    [Day("The worker's last Disclosure and Barring Service check.", "2025-03-10")]
    public DateOnly? DbsCheckedOn { get; set; }
}
