using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;

namespace SafeguardingMetrics.Indicators.Lineages;

/// <summary>Where figures came from.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="Dataset">The dataset that feeds it.</param>
/// <param name="DefinitionVersion">The version of its definition now.</param>
/// <param name="By">The breakdown asked for; null for the total.</param>
/// <param name="Member">The member asked for; null for all.</param>
/// <param name="By2">The second breakdown; null where there is none.</param>
/// <param name="Member2">The member of the second; null for all.</param>
/// <param name="KnownAt">The instant whose knowledge this is.</param>
/// <param name="Figures">For each interval what its figure rests on, oldest first.</param>
public sealed record Lineage(
    string Indicator, string Dataset, int DefinitionVersion, string? By, string? Member, string? By2, string? Member2,
    DateTimeOffset KnownAt, IReadOnlyList<FigureLineage> Figures);

/// <summary>What the figure of one interval rests on.</summary>
/// <param name="Period">The interval's label.</param>
/// <param name="From">The interval's first day.</param>
/// <param name="To">The interval's last day.</param>
/// <param name="Returns">The returns, by agency and first day; none where none covers a day of the interval.</param>
public sealed record FigureLineage(string Period, DateOnly From, DateOnly To, IReadOnlyList<ReturnBehind> Returns);

/// <summary>A return that a figure rests on.</summary>
/// <param name="ReturnId">Its id.</param>
/// <param name="Agency">The agency that sent it.</param>
/// <param name="Period">The days it covers.</param>
/// <param name="ReceivedAt">The instant it arrived, UTC.</param>
/// <param name="Status">How it stands now: accepted, accepted-with-findings, superseded or withdrawn.</param>
/// <param name="Records">How its records fared: those rejected are in no figure, those queried are.</param>
/// <param name="Rules">The rules that its records broke, and how often.</param>
/// <param name="Segments">Which of its days the figure took.</param>
public sealed record ReturnBehind(
    string ReturnId, string Agency, Period Period, DateTimeOffset ReceivedAt, string Status, RecordCounts Records,
    IReadOnlyList<RuleBreach> Rules, IReadOnlyList<SegmentBehind> Segments);

/// <summary>Days that belonged to a return, of which a figure took all or some.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="BeganAt">The instant since which they belonged to it.</param>
/// <param name="EndedAt">The instant at which they ceased to; null where they still do.</param>
/// <param name="DefinitionVersion">The version of the definition by which the figures of these days were worked
/// out.</param>
public sealed record SegmentBehind(DateOnly From, DateOnly To, DateTimeOffset BeganAt, DateTimeOffset? EndedAt, int DefinitionVersion);
