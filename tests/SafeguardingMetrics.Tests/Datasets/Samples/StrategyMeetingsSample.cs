using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class StrategyMeetingsSample
{
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["childId"] = "C-1042",
        ["locality"] = "East",
        ["team"] = "East Safeguarding 1",
        ["neededOn"] = "2026-11-04",
        ["heldOn"] = "2026-11-05",
        ["socialCareAttended"] = true,
        ["policeAttended"] = true,
        ["healthAttended"] = true,
        ["schoolAttended"] = false,
        ["outcome"] = "section-47-joint",
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "strategy-meetings",
        Period = "2026-11-01/2026-11-22",
        DoNotApply = new Dictionary<string, string> { ["R06"] = "It has neither an NHS number nor a UPN." },
        Counts = (Received: 14, Accepted: 5, Rejected: 9, Queried: 2),
        Records =
        [
            Meeting("S-301", []),
            Meeting("S-302", [], ("neededOn", "2026-11-20"), ("heldOn", null), ("socialCareAttended", null), ("policeAttended", null), ("healthAttended", null), ("schoolAttended", null), ("outcome", null)),
            Meeting("S-303", ["R01 neededOn error"], ("neededOn", null)),
            Meeting("S-304", ["R02 heldOn error"], ("heldOn", "2026-11-31")),
            Meeting("S-305", ["R03 outcome error"], ("outcome", "nfa")),
            Meeting("S-301", ["R04 meetingId error"]),
            Meeting("S-307", ["R05 chair query"], ("chair", "W-117")),
            Meeting("S-308", ["R07 heldOn error", "SM05 heldOn query"], ("heldOn", "2062-11-05")),
            Meeting("S-309", ["SM01 neededOn error"], ("neededOn", "2026-10-30"), ("heldOn", "2026-11-02")),
            Meeting("S-310", ["SM02 heldOn error"], ("heldOn", "2026-11-03")),
            Meeting("S-311", ["SM03 policeAttended error"], ("policeAttended", null)),
            Meeting("S-312", ["SM04 outcome error"], ("heldOn", null), ("socialCareAttended", null), ("policeAttended", null), ("healthAttended", null), ("schoolAttended", null)),
            // From Wednesday 4 to Tuesday 10 November: 4 working days.
            Meeting("S-313", ["SM05 heldOn query"], ("heldOn", "2026-11-10")),
            Meeting("S-314", ["SM06 healthAttended query"], ("healthAttended", false)),
        ],
    };

    private static SampleRecord Meeting(string meetingId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("meetingId", meetingId), .. changes]), findings);
}
