using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class WorkforcePostsSample
{
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["locality"] = "East",
        ["team"] = "East Safeguarding 1",
        ["role"] = "social-worker",
        ["fte"] = 0.8m,
        ["status"] = "filled",
        ["workerId"] = "W-117",
        ["startedOn"] = "2024-02-01",
        ["dbsCheckedOn"] = "2025-03-10",
    };

    private static readonly (string Field, object? Value)[] Vacant =
        [("status", "vacant"), ("workerId", null), ("startedOn", null), ("dbsCheckedOn", null), ("vacantSince", "2026-08-31")];

    public static Sample Sample { get; } = new()
    {
        Dataset = "workforce-posts",
        Period = "2026-11-20",
        DoNotApply = new Dictionary<string, string> { ["R06"] = "It has neither an NHS number nor a UPN." },
        Counts = (Received: 15, Accepted: 7, Rejected: 8, Queried: 3),
        Records =
        [
            Post("P-0001", []),
            Post("P-0002", [], Vacant),
            // The check is three years old tomorrow.
            Post("P-0003", [], ("status", "agency-cover"), ("fte", 1m), ("dbsCheckedOn", "2023-11-21")),
            Post("P-0004", ["R01 role error"], ("role", null)),
            Post("P-0005", ["R02 fte error"], ("fte", "half")),
            Post("P-0006", ["R03 fte error"], ("fte", 1.5m)),
            Post("P-0007", ["R03 fte error"], ("fte", 0.333m)),
            Post("P-0001", ["R04 postId error"]),
            Post("P-0009", ["R05 grade query"], ("grade", "SW2")),
            Post("P-0010", ["R07 startedOn error"], ("startedOn", "2062-02-01")),
            Post("P-0011", ["WP01 workerId error"], ("workerId", null)),
            Post("P-0012", ["WP02 workerId error"], [.. Vacant, ("workerId", "W-117")]),
            Post("P-0013", ["WP03 vacantSince query"], [.. Vacant, ("vacantSince", null)]),
            // The check is three years old to the day.
            Post("P-0014", ["WP04 dbsCheckedOn query"], ("dbsCheckedOn", "2023-11-20")),
            Post("P-0015", ["WP04 dbsCheckedOn query"], ("dbsCheckedOn", null)),
        ],
    };

    private static SampleRecord Post(string postId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("postId", postId), .. changes]), findings);
}
