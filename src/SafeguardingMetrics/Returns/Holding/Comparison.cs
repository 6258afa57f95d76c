namespace SafeguardingMetrics.Returns.Holding;

/// <summary>What a return is compared with.</summary>
public enum Comparison
{
    /// <summary>The records in force on its own days.</summary>
    SameDays,

    /// <summary>Of a snapshot of a new day: the agency's last day before.</summary>
    LastDay,

    /// <summary>Of an activity of new days: the agency's last return in force before, over as many days.</summary>
    EarlierDays,
}
