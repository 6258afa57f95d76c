using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class HealthAssessmentsSample
{
    // Due 20 working days after the child became looked after.
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["childId"] = "C-1042",
        ["locality"] = "East",
        ["provider"] = "Exampleshire Community Health",
        ["assessmentType"] = "initial",
        ["becameLookedAfterOn"] = "2026-10-13",
        ["dueOn"] = "2026-11-10",
        ["completedOn"] = "2026-11-09",
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "health-assessments",
        Period = "2026-11-01/2026-11-30",
        Counts = (Received: 15, Accepted: 7, Rejected: 8, Queried: 3),
        Records =
        [
            Assessment("HA-701", [], ("nhsNumber", "9990000018")),
            // A review, late for a reason, of a child whom the council's id is not known of.
            Assessment("HA-702", [], ("childId", null), ("nhsNumber", "999 000 0018"), ("assessmentType", "review"), ("becameLookedAfterOn", null), ("completedOn", "2026-11-16"), ("delayReason", "capacity")),
            // Not completed yet, and not due yet.
            Assessment("HA-703", [], ("becameLookedAfterOn", "2026-10-30"), ("dueOn", "2026-11-27"), ("completedOn", null)),
            Assessment("HA-704", ["R01 provider error"], ("provider", null)),
            Assessment("HA-705", ["R02 completedOn error"], ("completedOn", "09/11/2026")),
            Assessment("HA-706", ["R03 delayReason error"], ("delayReason", "ill")),
            Assessment("HA-701", ["R04 assessmentId error"]),
            Assessment("HA-708", ["R05 clinician query"], ("clinician", "HV-12")),
            Assessment("HA-709", ["R06 nhsNumber query"], ("nhsNumber", "9990000019")),
            Assessment("HA-710", ["R07 becameLookedAfterOn error"], ("assessmentType", "review"), ("becameLookedAfterOn", "2062-10-13")),
            Assessment("HA-711", ["HA01 dueOn error"], ("assessmentType", "review"), ("dueOn", "2026-10-30"), ("completedOn", "2026-10-29")),
            Assessment("HA-712", ["HA02 childId error"], ("childId", null)),
            Assessment("HA-713", ["HA03 becameLookedAfterOn error"], ("becameLookedAfterOn", null)),
            Assessment("HA-714", ["HA04 dueOn query"], ("dueOn", "2026-11-11")),
            Assessment("HA-715", ["HA05 delayReason query"], ("completedOn", "2026-11-12")),
        ],
    };

    private static SampleRecord Assessment(string assessmentId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("assessmentId", assessmentId), .. changes]), findings);
}
