using SafeguardingMetrics.Simulator.Days;

namespace SafeguardingMetrics.Simulator.Multiagency;

/// <summary>An incident with a child that the police notify to social care.</summary>
internal sealed record PoliceNotification
{
    /// <summary>The council's id, where the police know it.</summary>
    public string? ChildId { get; init; }

    public required string Locality { get; init; }
    public required string Category { get; init; }
    public required string RiskGrade { get; init; }
    public required DateOnly IncidentOn { get; init; }
    public DateOnly? SharedOn { get; init; }

    /// <summary>
    /// True where the migration of the police system loses the date of sharing. See
    /// <see cref="PoliceSystemMigration"/>.
    /// </summary>
    public required bool LostInMove { get; init; }

    public static PoliceNotification Create(string? childId, string locality, DateOnly day, SeededRandom random)
    {
        var category = random.PickWeighted(
            (46, "domestic-abuse"), (10, "neglect"), (9, "physical-abuse"), (5, "sexual-abuse"),
            (9, "exploitation"), (14, "missing"), (7, "other"));
        var risk = category is "sexual-abuse" or "exploitation"
            ? random.PickWeighted((40, "high"), (45, "medium"), (15, "standard"))
            : random.PickWeighted((13, "high"), (37, "medium"), (50, "standard"));
        return new()
        {
            ChildId = childId,
            Locality = locality,
            Category = category,
            RiskGrade = risk,
            IncidentOn = day,
            SharedOn = Shared(day, risk, random),
            LostInMove = random.NextBoolean(0.35),
        };
    }

    private static DateOnly? Shared(DateOnly day, string risk, SeededRandom random)
    {
        if (random.NextBoolean(0.012))
            return null;
        var workingDays = risk == "high"
            ? random.PickWeighted((62, 0), (33, 1), (3, 2), (2, 3))
            : random.PickWeighted((40, 0), (43, 1), (9, 2), (5, 3), (3, 5));
        return WorkingDays.Add(day, workingDays);
    }
}
