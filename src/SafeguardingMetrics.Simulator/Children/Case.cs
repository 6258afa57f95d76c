namespace SafeguardingMetrics.Simulator.Children;

/// <summary>A child's case with social care, from its opening to its close.</summary>
internal sealed record Case
{
    public required int Number { get; init; }
    public required Child Child { get; init; }
    public required string Locality { get; init; }
    public required string Team { get; init; }
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The first day on which the case is closed.</summary>
    public required DateOnly ClosedOn { get; init; }

    public required PlanSpell[] Plans { get; init; }
    public required Allocation[] Allocations { get; init; }

    /// <summary>The number of workers who covered without being allocated, on duty or during sickness.</summary>
    public required int CoveringWorkers { get; init; }

    public required RiskReview RiskReview { get; init; }

    public bool IsOpenOn(DateOnly day) => OpenedOn <= day && day < ClosedOn;

    public string PlanOn(DateOnly day) => Array.Find(Plans, plan => plan.Contains(day))!.Plan;

    public Allocation? AllocationOn(DateOnly day) =>
        Array.Find(Allocations, allocation => allocation.From <= day && day < allocation.Until);

    /// <summary>The first day without an allocated worker, on a day without one.</summary>
    public DateOnly UnallocatedSince(DateOnly day)
    {
        var last = Array.FindLastIndex(Allocations, allocation => allocation.Until <= day);
        return last < 0 ? OpenedOn : Allocations[last].Until;
    }

    public int WorkersInYearTo(DateOnly day)
    {
        var yearAgo = day.AddYears(-1);
        // In this simulation a worker never returns to a post, so each allocation is another worker.
        return CoveringWorkers + Allocations.Count(allocation => allocation.From <= day && allocation.Until > yearAgo);
    }
}
