namespace SafeguardingMetrics.Releases.Checking;

/// <summary>A shown number in a table, with what its group says of it.</summary>
internal sealed class TableNumber
{
    private static readonly CountGroup AnyChange = new(-CountSystem.Most, CountSystem.Most);
    private readonly CountGroup? renewedAs;

    /// <param name="number">The number.</param>
    /// <param name="count">Its place.</param>
    /// <param name="previous">The place of the same count in the release before.</param>
    /// <param name="before">That count.</param>
    /// <param name="differences">The differences from the earlier releases, the latest first.</param>
    public TableNumber(ShownNumber number, int count, int? previous, TableNumber? before, List<int> differences)
    {
        (Number, Count, Previous) = (number, count, previous);
        Group = new CountGroup(number.AtLeast, number.AtMost);
        renewedAs = before?.Group;
        ReleasesSinceRenewal = before is null ? 0 : before.IsHeld ? before.ReleasesSinceRenewal + 1 : 1;
        if (before is not null) ChangeSinceRenewal = differences[ReleasesSinceRenewal - 1];
    }

    /// <summary>The number.</summary>
    public ShownNumber Number { get; }

    /// <summary>Its place.</summary>
    public int Count { get; }

    /// <summary>The place of the same count in the release before.</summary>
    public int? Previous { get; }

    /// <summary>The place of the difference from when the number was last renewed, in an earlier release.</summary>
    public int? ChangeSinceRenewal { get; }

    /// <summary>What is shown; null where nothing is.</summary>
    public CountGroup? Group { get; set; }

    /// <summary>True where it can be shown a group higher or lower.</summary>
    public bool CanMove => Number.IsNew && Number.AtLeast >= CountGroup.Width;

    private int ReleasesSinceRenewal { get; }

    private bool IsHeld => renewedAs is { } before && Group == before;

    /// <summary>The bounds of the count, and of its change since the last renewal, where this group is shown.</summary>
    public (CountGroup Count, CountGroup Change) BoundsAs(CountGroup? group)
    {
        if (group is not { } shown) return (CountGroup.Any, AnyChange);
        if (renewedAs is not { } before) return (shown, AnyChange);
        if (shown == before) return (CountGroup.Any, new CountGroup(1 - CountGroup.Width, CountGroup.Width - 1));
        // A nought that was told and is none any more is told at once, whatever the difference.
        if (before.AtMost == 0 && shown.AtLeast == 0) return (shown with { AtLeast = 1 }, new CountGroup(1, shown.AtMost));
        return (shown, shown.AtLeast > before.AtLeast
            ? new CountGroup(CountGroup.Width, CountSystem.Most)
            : new CountGroup(-CountSystem.Most, -CountGroup.Width));
    }
}
