using System.Globalization;
using Sectors = SafeguardingMetrics.Datasets.Declaring.Facts.Sector;

namespace SafeguardingMetrics.Simulator;

/// <summary>One agency of the partnership, and the format of its returns.</summary>
internal sealed record Agency
{
    public const int SchoolsUsually = 8;

    public static readonly Agency SocialCare = new()
    {
        Code = "EXA-CSC", Sector = Sectors.SocialCare, Media = MediaType.Json, Prefix = "W",
    };

    public static readonly Agency Health = new()
    {
        Code = "EXA-ICB", Sector = Sectors.Health, Media = MediaType.Csv, Prefix = "H",
    };

    public static readonly Agency Police = new()
    {
        Code = "EXA-POL", Sector = Sectors.Police, Media = MediaType.NdJson, Prefix = "P",
    };

    public required string Code { get; init; }

    /// <summary>The sector, which says what datasets the agency may send.</summary>
    public required string Sector { get; init; }

    public required string Media { get; init; }

    /// <summary>The prefix of the agency's worker ids.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The index of a school, from 0; -1 for other agencies.</summary>
    public int School { get; init; } = -1;

    public static Agency SchoolAt(int index) => new()
    {
        Code = string.Create(CultureInfo.InvariantCulture, $"EXA-SCH-{index + 1:D2}"),
        Sector = Sectors.School,
        Media = MediaType.Csv,
        School = index,
    };

    /// <summary>The first agencies in this order: social care, health, police, schools.</summary>
    public static IReadOnlyList<Agency> First(int count) =>
        [.. new[] { SocialCare, Health, Police }.Concat(Enumerable.Range(0, Math.Max(0, count - 3)).Select(SchoolAt)).Take(count)];
}
