using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>An incident with a child, of which the police notify social care.</summary>
internal sealed record PoliceNotification
{
    /// <summary>The council's id, where the police know it.</summary>
    public string? ChildId { get; init; }

    public required string Locality { get; init; }
    public required string Category { get; init; }
    public required string RiskGrade { get; init; }
    public required DateOnly IncidentOn { get; init; }
    public DateOnly? SharedOn { get; init; }

    /// <summary>Whether the police system loses the date of sharing when it is moved. See <see cref="PoliceSystemMigration"/>.</summary>
    public required bool LostInMove { get; init; }

    public static PoliceNotification Create(string? childId, string locality, DateOnly day, SeededRandom dice)
    {
        var category = dice.PickWeighted(
            (46, "domestic-abuse"), (10, "neglect"), (9, "physical-abuse"), (5, "sexual-abuse"), (9, "exploitation"), (14, "missing"), (7, "other"));
        var risk = category is "sexual-abuse" or "exploitation"
            ? dice.PickWeighted((40, "high"), (45, "medium"), (15, "standard"))
            : dice.PickWeighted((13, "high"), (37, "medium"), (50, "standard"));
        return new()
        {
            ChildId = childId,
            Locality = locality,
            Category = category,
            RiskGrade = risk,
            IncidentOn = day,
            SharedOn = Shared(day, risk, dice),
            LostInMove = dice.NextBoolean(0.35),
        };
    }

    private static DateOnly? Shared(DateOnly day, string risk, SeededRandom dice)
    {
        if (dice.NextBoolean(0.012))
            return null;
        var workingDays = risk == "high"
            ? dice.PickWeighted((62, 0), (33, 1), (3, 2), (2, 3))
            : dice.PickWeighted((40, 0), (43, 1), (9, 2), (5, 3), (3, 5));
        return WorkingDays.Add(day, workingDays);
    }
}
