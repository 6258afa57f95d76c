using SafeguardingMetrics.Releases.Store;

namespace SafeguardingMetrics.Releases.Making;

/// <summary>The rows of the releases of a batch, and what the check changed.</summary>
/// <param name="Figures">The rows of each release, by its id.</param>
/// <param name="Moved">How many numbers are shown a group higher or lower than they are.</param>
/// <param name="LeftOut">How many breakdowns are not given.</param>
/// <param name="Undecided">How many counts were taken for ones that can be worked out, since the search took too long.</param>
internal sealed record BuiltReleases(
    IReadOnlyDictionary<string, List<ReleasedFigure>> Figures, int Moved, int LeftOut, int Undecided);
