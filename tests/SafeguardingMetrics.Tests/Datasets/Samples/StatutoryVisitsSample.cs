using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class StatutoryVisitsSample
{
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["childId"] = "C-1042",
        ["locality"] = "East",
        ["team"] = "East Safeguarding 1",
        ["visitType"] = "child-protection",
        ["dueOn"] = "2026-11-03",
        ["visitedOn"] = "2026-11-02",
        ["childSeen"] = true,
        ["seenAlone"] = true,
        ["workerId"] = "W-117",
        ["managerCheckedOn"] = "2026-11-04",
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "statutory-visits",
        Period = "2026-10-01/2026-11-30",
        DoNotApply = new Dictionary<string, string> { ["R06"] = "It has neither an NHS number nor a UPN." },
        Counts = (Received: 18, Accepted: 7, Rejected: 11, Queried: 2),
        Records =
        [
            Visit("V-2001", []),
            Visit("V-2002", [], ("seenAlone", false), ("notAloneReason", "too-young")),
            // The family was out.
            Visit("V-2003", [], ("childSeen", false), ("seenAlone", null)),
            // Not made yet, and not due yet.
            Visit("V-2004", [], ("dueOn", "2026-11-26"), ("visitedOn", null), ("childSeen", null), ("seenAlone", null), ("managerCheckedOn", null)),
            Visit("V-2005", ["R01 visitType error"], ("visitType", null)),
            Visit("V-2006", ["R02 visitedOn error"], ("visitedOn", "2026-10-32")),
            Visit("V-2007", ["R02 childSeen error"], ("childSeen", "perhaps")),
            Visit("V-2008", ["R03 notAloneReason error"], ("seenAlone", false), ("notAloneReason", "asleep")),
            Visit("V-2001", ["R04 visitId error"]),
            Visit("V-2010", ["R05 mileage query"], ("mileage", 12)),
            Visit("V-2011", ["R07 managerCheckedOn error"], ("managerCheckedOn", "2062-11-04")),
            Visit("V-2012", ["SV01 dueOn error"], ("dueOn", "2026-12-01")),
            Visit("V-2013", ["SV02 childSeen error"], ("childSeen", null), ("seenAlone", null)),
            Visit("V-2014", ["SV03 seenAlone error"], ("childSeen", false)),
            Visit("V-2015", ["SV04 childSeen error"], ("visitedOn", null)),
            Visit("V-2016", ["SV05 managerCheckedOn error"], ("managerCheckedOn", "2026-11-01")),
            // From Thursday 1 October to Monday 2 November: 22 working days.
            Visit("V-2017", ["SV06 visitedOn query"], ("dueOn", "2026-10-01")),
            Visit("V-2018", ["SV07 notAloneReason query"], ("seenAlone", false)),
        ],
    };

    private static SampleRecord Visit(string visitId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("visitId", visitId), .. changes]), findings);
}
