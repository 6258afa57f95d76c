namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

/// <summary>The attendance of a pupil who has a social worker.</summary>
public sealed class PupilAttendance
{
    /// <summary>The school's id of the pupil.</summary>
    public string PupilId { get; set; } = "";

    /// <summary>The UPN, as a keyed hash.</summary>
    public string? UpnHash { get; set; }

    /// <summary>Quadrant or area.</summary>
    public string Locality { get; set; } = "";

    /// <summary>Why the pupil has a social worker.</summary>
    public string SocialWorkerStatus { get; set; } = "";

    /// <summary>Sessions possible; a session is half a day.</summary>
    public int SessionsPossible { get; set; }

    /// <summary>Sessions attended.</summary>
    public int SessionsAttended { get; set; }

    /// <summary>Suspensions in the period.</summary>
    public int? Suspensions { get; set; }
}
