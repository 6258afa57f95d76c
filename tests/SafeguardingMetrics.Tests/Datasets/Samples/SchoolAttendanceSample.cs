using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class SchoolAttendanceSample
{
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["locality"] = "East",
        ["socialWorkerStatus"] = "child-protection",
        ["sessionsPossible"] = 10,
        ["sessionsAttended"] = 9,
        ["suspensions"] = 0,
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "school-attendance",
        Period = "2026-11-16/2026-11-20",
        DoNotApply = new Dictionary<string, string> { ["R07"] = "It has no date." },
        Counts = (Received: 11, Accepted: 5, Rejected: 6, Queried: 2),
        Records =
        [
            Pupil("PU-01", [], ("upn", "H801200001001")),
            Pupil("PU-02", [], ("socialWorkerStatus", "looked-after"), ("sessionsAttended", 0), ("suspensions", 1)),
            Pupil("PU-03", ["R01 sessionsAttended error"], ("sessionsAttended", null)),
            Pupil("PU-04", ["R02 sessionsPossible error"], ("sessionsPossible", 9.5m)),
            Pupil("PU-05", ["R03 suspensions error"], ("suspensions", -1)),
            Pupil("PU-01", ["R04 pupilId error"]),
            Pupil("PU-07", ["R05 yearGroup query"], ("yearGroup", 4)),
            Pupil("PU-08", ["R06 upn query"], ("upn", "A801200001001")),
            Pupil("PU-09", ["SA01 sessionsAttended error"], ("sessionsPossible", 8)),
            Pupil("PU-10", ["SA02 sessionsPossible error"], ("sessionsPossible", 12)),
            Pupil("PU-11", ["SA03 sessionsPossible query"], ("sessionsPossible", 0), ("sessionsAttended", 0)),
        ],
    };

    private static SampleRecord Pupil(string pupilId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("pupilId", pupilId), .. changes]), findings);
}
