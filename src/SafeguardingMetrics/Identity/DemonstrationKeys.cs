using SafeguardingMetrics.Datasets.Declaring.Facts;

namespace SafeguardingMetrics.Identity;

/// <summary>
/// The agencies and keys of the demonstration partnership, Exampleshire. The keys are in the README and are refused
/// outside Development.
/// </summary>
public static class DemonstrationKeys
{
    private static readonly string[] OfAnAgency = [Permission.Submit, Permission.ReadReturns, Permission.ReadDataQuality];
    private static readonly string[] OfABoard = [Permission.ReadFigures, Permission.ReadDataQuality];
    private static readonly string[] OfAnAnalyst =
        [Permission.ReadFigures, Permission.ReadFullFigures, Permission.ReadCases, Permission.ReadReturns, Permission.ReadDataQuality];

    /// <summary>Its agencies.</summary>
    public static IReadOnlyList<Agency> Agencies { get; } =
    [
        new() { Code = "EXA-CSC", Name = "Exampleshire Children's Social Care", Sector = Sector.SocialCare },
        new() { Code = "EXA-ICB", Name = "Exampleshire Integrated Care Board", Sector = Sector.Health },
        new() { Code = "EXA-POL", Name = "Exampleshire Police", Sector = Sector.Police },
        .. Enumerable.Range(1, 8)
            .Select(i => new Agency { Code = $"EXA-SCH-{i:00}", Name = $"Exampleshire School {i}", Sector = Sector.School }),
    ];

    /// <summary>Its keys.</summary>
    public static IReadOnlyList<(string Key, string Name, string? Agency, IReadOnlyList<string> Permissions)> Keys { get; } =
    [
        ("demo-social-care", "Demonstration: social care", "EXA-CSC", OfAnAgency),
        ("demo-health", "Demonstration: health", "EXA-ICB", OfAnAgency),
        ("demo-police", "Demonstration: police", "EXA-POL", OfAnAgency),
        ("demo-school", "Demonstration: school", "EXA-SCH-01", OfAnAgency),
        ("demo-board", "Demonstration: board", null, OfABoard),
        ("demo-analyst", "Demonstration: analyst", null, OfAnAnalyst),
        ("demo-admin", "Demonstration: administrator", null, [.. OfAnAnalyst, Permission.Administer]),
    ];
}
