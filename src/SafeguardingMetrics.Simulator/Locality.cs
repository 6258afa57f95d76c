namespace SafeguardingMetrics.Simulator;

/// <summary>The four quadrants of Exampleshire.</summary>
internal static class Locality
{
    public const string East = "East";

    public static readonly string[] All = ["North", East, "South", "West"];

    /// <summary>Where a child lives. East is the largest.</summary>
    public static string Pick(SeededRandom dice) => dice.PickWeighted((24, All[0]), (29, All[1]), (25, All[2]), (22, All[3]));
}
