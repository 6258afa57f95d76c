namespace SafeguardingMetrics.Releases.Checking;

/// <summary>A number in a table, with what its group says of it.</summary>
/// <param name="Count">Its place.</param>
/// <param name="Table">What is left out together with it.</param>
/// <param name="Value">The true count.</param>
/// <param name="IsNew">True where it is of the release being made.</param>
/// <param name="Previous">The same count in the release before.</param>
internal sealed record TableNumber(int Count, string Table, long Value, bool IsNew, TableNumber? Previous)
{
    private static readonly CountGroup AnyChange = new(-CountSystem.Most, CountSystem.Most);

    /// <summary>What is shown; null where nothing is.</summary>
    public CountGroup? Group { get; set; }

    /// <summary>Where the number was last renewed in earlier releases; null where it was never shown.</summary>
    public TableNumber? RenewedBefore => Previous?.LastRenewed;

    /// <summary>True where a nought is told.</summary>
    public bool IsNoughtTold { get; init; }

    /// <summary>The difference from then.</summary>
    public int? ChangeSinceRenewal { get; init; }

    /// <summary>True where it can be shown a group higher or lower.</summary>
    public bool CanMove => IsNew && Group is { AtLeast: >= CountGroup.Width };

    /// <summary>Where it was last renewed, at the latest in this release.</summary>
    public TableNumber? LastRenewed => Group is null || Group == RenewedBefore?.Group ? RenewedBefore : this;

    /// <summary>The bounds of the count, and of its change since the last renewal, as the group says them.</summary>
    public (CountGroup Count, CountGroup Change) Bounds()
    {
        if (Group is not { } shown) return (CountGroup.Any, AnyChange);
        // Where a nought is told, what is shown anew as fewer than five is not none.
        var counts = IsNoughtTold && shown is { AtLeast: 0, AtMost: > 0 } ? shown with { AtLeast = 1 } : shown;
        if (RenewedBefore?.Group is not { } before) return (counts, AnyChange);
        // A nought is told for as long as it is one, and not a release longer, whatever the difference.
        if (shown == before)
            return (shown.AtMost == 0 ? shown : CountGroup.Any, new CountGroup(1 - CountGroup.Width, CountGroup.Width - 1));
        if (before.AtMost == 0 && shown.AtLeast == 0) return (shown with { AtLeast = 1 }, new CountGroup(1, shown.AtMost));
        return (counts, shown.AtLeast > before.AtLeast
            ? new CountGroup(CountGroup.Width, CountSystem.Most)
            : new CountGroup(-CountSystem.Most, -CountGroup.Width));
    }
}
