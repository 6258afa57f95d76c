namespace SafeguardingMetrics.Simulator;

/// <summary>The four localities of Exampleshire.</summary>
internal static class Locality
{
    public const string East = "East";

    public static readonly string[] All = ["North", East, "South", "West"];

    /// <summary>Picks the locality of a child, by population. East is the largest.</summary>
    public static string Pick(SeededRandom random) => random.PickWeighted((24, All[0]), (29, All[1]), (25, All[2]), (22, All[3]));
}
