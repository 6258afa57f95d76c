using static SafeguardingMetrics.Tests.Datasets.Samples.SampleRecord;

namespace SafeguardingMetrics.Tests.Datasets.Samples;

internal static class PoliceNotificationsSample
{
    // A Friday night, shared on Monday.
    private static readonly Dictionary<string, object> Plain = new()
    {
        ["childId"] = "C-1042",
        ["locality"] = "East",
        ["category"] = "domestic-abuse",
        ["riskGrade"] = "high",
        ["incidentOn"] = "2026-11-06",
        ["sharedOn"] = "2026-11-09",
    };

    public static Sample Sample { get; } = new()
    {
        Dataset = "police-notifications",
        Period = "2026-11-01/2026-11-22",
        DoNotApply = new Dictionary<string, string> { ["R06"] = "It has neither an NHS number nor a UPN." },
        Counts = (Received: 11, Accepted: 4, Rejected: 7, Queried: 1),
        Records =
        [
            Notification("N-5501", []),
            // Not shared yet.
            Notification("N-5502", [], ("childId", null), ("category", "missing"), ("riskGrade", "standard"), ("incidentOn", "2026-11-20"), ("sharedOn", null)),
            Notification("N-5503", ["R01 riskGrade error"], ("riskGrade", null)),
            Notification("N-5504", ["R02 incidentOn error"], ("incidentOn", "2026-11-31")),
            Notification("N-5505", ["R03 category error"], ("category", "Domestic abuse")),
            Notification("N-5501", ["R04 notificationId error"]),
            Notification("N-5507", ["R05 crimeNumber query"], ("crimeNumber", "EX/1/26")),
            Notification("N-5508", ["R07 sharedOn error"], ("riskGrade", "medium"), ("sharedOn", "2062-11-09")),
            Notification("N-5509", ["PN01 incidentOn error"], ("incidentOn", "2026-10-31"), ("sharedOn", "2026-11-02")),
            Notification("N-5510", ["PN02 sharedOn error"], ("sharedOn", "2026-11-05")),
            Notification("N-5511", ["PN03 sharedOn query"], ("sharedOn", "2026-11-10")),
        ],
    };

    private static SampleRecord Notification(string notificationId, string[] findings, params (string Field, object? Value)[] changes) => new(Like(Plain, [("notificationId", notificationId), .. changes]), findings);
}
