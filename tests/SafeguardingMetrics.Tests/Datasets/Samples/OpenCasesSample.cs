using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class OpenCasesSample
{
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["locality"] = "East",
        ["team"] = "East Safeguarding 1",
        ["planType"] = "child-in-need",
        ["openedOn"] = "2026-09-14",
        ["allocatedWorkerId"] = "W-117",
        ["allocatedOn"] = "2026-09-15",
        ["workersInLast12Months"] = 2,
        ["dateOfBirth"] = "2015-04-23",
        ["sex"] = "F",
        ["ethnicity"] = "WBRI",
        ["disabilities"] = new[] { "NONE" },
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "open-cases",
        Period = "2026-11-20",
        Counts = (Received: 20, Accepted: 9, Rejected: 11, Queried: 5),
        Records =
        [
            Case("C-1001", [], ("planType", "child-protection"), ("disabilities", new[] { "LD", "AUT" }), ("nhsNumber", "9990000018"), ("upn", "H801200001001")),
            // A referral of a child not yet born, waiting: risk was reviewed.
            Case("C-1002", [], ("planType", "referral"), ("openedOn", "2026-11-16"), ("allocatedWorkerId", null), ("allocatedOn", null), ("riskReviewedOn", "2026-11-18"),
                ("workersInLast12Months", null), ("dateOfBirth", "2027-02-10"), ("sex", "U"), ("ethnicity", "NOBT"), ("disabilities", null)),
            // A care leaver on the eve of the 26th birthday.
            Case("C-1003", [], ("planType", "care-leaver"), ("dateOfBirth", "2000-11-21")),
            Case("C-1004", ["R01 team error"], ("team", null)),
            Case("C-1005", ["R02 openedOn error"], ("openedOn", "2026-02-30")),
            Case("C-1006", ["R02 workersInLast12Months error"], ("workersInLast12Months", 2.5m)),
            Case("C-1007", ["R03 planType error"], ("planType", "Child in need")),
            Case("C-1001", ["R04 childId error"]),
            Case("C-1009", ["R05 keyWorker query"], ("keyWorker", "W-117")),
            Case("C-1010", ["R06 nhsNumber query"], ("nhsNumber", "9990000019")),
            Case("C-1011", ["R06 upn query"], ("upn", "A801200001001")),
            Case("C-1012", ["R07 dateOfBirth error"], ("dateOfBirth", "2062-12-20")),
            Case("C-1013", ["OC01 openedOn error"], ("openedOn", "2026-11-21"), ("allocatedWorkerId", null), ("allocatedOn", null)),
            Case("C-1014", ["OC02 allocatedOn error"], ("allocatedOn", null)),
            Case("C-1015", ["OC02 allocatedWorkerId error"], ("allocatedWorkerId", null)),
            Case("C-1016", ["OC03 allocatedOn error"], ("allocatedOn", "2026-11-21")),
            Case("C-1017", ["OC03 riskReviewedOn error"], ("riskReviewedOn", "2026-11-21")),
            Case("C-1018", ["OC04 allocatedOn query"], ("allocatedOn", "2026-09-11")),
            Case("C-1019", ["OC05 allocatedWorkerId query"], ("planType", "child-protection"), ("allocatedWorkerId", null), ("allocatedOn", null)),
            Case("C-1020", ["OC06 dateOfBirth query"], ("planType", "care-leaver"), ("dateOfBirth", "2000-11-20")),
        ],
    };

    private static SampleRecord Case(string childId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("childId", childId), .. changes]), findings);
}
