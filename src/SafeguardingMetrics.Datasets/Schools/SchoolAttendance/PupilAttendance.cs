using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;

namespace SafeguardingMetrics.Datasets.Schools.SchoolAttendance;

[Activity(
    "school-attendance", "School attendance",
    "One record for each pupil who has a social worker: sessions possible and attended in the period.",
    IsOfWorkingDays = true)]
[SentBy(Sector.School)]
public sealed class PupilAttendance
{
    [Key, ChildId("The school's own id of the pupil.", "PU-19")]
    public string PupilId { get; set; } = "";

    [Upn]
    public string? UpnHash { get; set; }

    [Text(40, "Quadrant or area.", "East")]
    public string Locality { get; set; } = "";

    [Codes(
        "Why the pupil has a social worker.",
        "child-in-need: Child in need plan",
        "child-protection: Child protection plan",
        "looked-after: Looked after child")]
    public string SocialWorkerStatus { get; set; } = "";

    [WholeNumber("Sessions possible in the period; a session is half a day.", "10")]
    public int SessionsPossible { get; set; }

    [WholeNumber("Sessions attended in the period.", "9")]
    public int SessionsAttended { get; set; }

    [WholeNumber("Suspensions in the period.", "0")]
    public int? Suspensions { get; set; }
}
