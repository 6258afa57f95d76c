using System.Globalization;

namespace SafeguardingMetrics.Simulator;

/// <summary>One agency of the partnership and how its system writes returns.</summary>
internal sealed record Agency
{
    public const int SchoolsUsually = 8;

    public static readonly Agency SocialCare = new() { Code = "EXA-CSC", Media = MediaType.Json, Prefix = "W" };
    public static readonly Agency Health = new() { Code = "EXA-ICB", Media = MediaType.Csv, Prefix = "H" };
    public static readonly Agency Police = new() { Code = "EXA-POL", Media = MediaType.NdJson, Prefix = "P" };

    public required string Code { get; init; }
    public required string Media { get; init; }

    /// <summary>What its own worker numbers begin with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>From 0 for a school, -1 for the others.</summary>
    public int School { get; init; } = -1;

    public static Agency SchoolAt(int index) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"EXA-SCH-{index + 1:D2}"),
        Media = MediaType.Csv,
        School = index,
    };

    /// <summary>The first so many agencies: social care, health, police, then schools.</summary>
    public static IReadOnlyList<Agency> First(int count) =>
        [.. new[] { SocialCare, Health, Police }.Concat(Enumerable.Range(0, Math.Max(0, count - 3)).Select(SchoolAt)).Take(count)];
}
