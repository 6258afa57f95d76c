namespace SafeguardingMetrics.Datasets.SocialCare.StrategyMeetings;

/// <summary>A strategy meeting that was needed, held or not.</summary>
public sealed class StrategyMeeting
{
    /// <summary>The agency's id of the meeting.</summary>
    public string MeetingId { get; set; } = "";

    /// <summary>The agency's id of the child.</summary>
    public string ChildId { get; set; } = "";

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Team.</summary>
    public string Team { get; set; } = "";

    /// <summary>The day it was decided that a meeting is needed.</summary>
    public DateOnly NeededOn { get; set; }

    /// <summary>The day it was held; missing where it was not.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Whether social care attended.</summary>
    public bool? SocialCareAttended { get; set; }

    /// <summary>Whether the police attended.</summary>
    public bool? PoliceAttended { get; set; }

    /// <summary>Whether a health practitioner attended.</summary>
    public bool? HealthAttended { get; set; }

    /// <summary>Whether the school attended.</summary>
    public bool? SchoolAttended { get; set; }

    /// <summary>What the meeting decided.</summary>
    public string? Outcome { get; set; }
}
