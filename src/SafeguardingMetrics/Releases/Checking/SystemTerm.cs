namespace SafeguardingMetrics.Releases.Checking;

/// <summary>An unknown of an equation, or an equation of an unknown.</summary>
/// <param name="Place">The place of the unknown, or of the equation.</param>
/// <param name="Sign">1 where the unknown is added, -1 where it is taken away.</param>
internal readonly record struct SystemTerm(int Place, int Sign);
