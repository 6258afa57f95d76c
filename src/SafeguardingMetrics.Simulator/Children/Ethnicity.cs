namespace SafeguardingMetrics.Simulator.Children;

/// <summary>The codes of the school census, in about the shares of an English county.</summary>
internal static class Ethnicity
{
    private static readonly (double, string)[] Shares =
    [
        (70, "WBRI"), (5, "WOTH"), (0.4, "WIRI"), (0.3, "WIRT"), (0.5, "WROM"), (2.5, "MWBC"), (1, "MWBA"), (1.5, "MWAS"), (2, "MOTH"),
        (1.5, "AIND"), (3, "APKN"), (1.5, "ABAN"), (1.2, "AOTH"), (1.2, "BCRB"), (3, "BAFR"), (0.8, "BOTH"), (0.3, "CHNE"), (1.5, "OOTH"),
        (0.6, "REFU"), (2.2, "NOBT"),
    ];

    public static string Pick(SeededRandom random) => random.PickWeighted<string>(Shares);
}
