namespace SafeguardingMetrics.Storage;

/// <summary>A bank holiday that an administrator added.</summary>
internal sealed record AddedBankHoliday
{
    /// <summary>Its id.</summary>
    public required string HolidayId { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The instant from which it is in force.</summary>
    public required DateTimeOffset BeganAt { get; init; }

    /// <summary>The id of the key that added it.</summary>
    public required string AddedBy { get; init; }

    /// <summary>The instant at which it ended; null while it is in force.</summary>
    public required DateTimeOffset? EndedAt { get; init; }
}
