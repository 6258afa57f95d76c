namespace SafeguardingMetrics.Datasets.Declaring.Fields;

/// <summary>What there is to say of how a value was read.</summary>
public enum ValueNoteKind
{
    /// <summary>A date was read day first, or with the name of its month.</summary>
    DayFirst,

    /// <summary>A date was not taken, since it can only be month first.</summary>
    MonthFirst,

    /// <summary>A date was written without hyphens.</summary>
    CompactDate,

    /// <summary>The time behind a date was dropped.</summary>
    TimeDropped,

    /// <summary>Dashes or full-width characters were read as the hyphens, letters and digits that they look like.</summary>
    OtherSigns,

    /// <summary>The label of a code was read as the code.</summary>
    Label,

    /// <summary>A word or a day that stands for nothing counts as no value.</summary>
    Missing,

    /// <summary>A word for "not known" counts as the member <c>not-recorded</c>.</summary>
    NotRecorded,
}

/// <summary>How one value was read, where that needs to be said.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="Written">The value as it was written; null where it must not be shown.</param>
/// <param name="ReadAs">What it was read as; null where it must not be shown, or where it counts as no value.</param>
public sealed record ValueNote(ValueNoteKind Kind, string? Written, string? ReadAs)
{
    /// <summary>True of a date in numbers alone, whose day and month could be the other way round.</summary>
    public bool IsInNumbers { get; init; }
}
