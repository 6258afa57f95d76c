namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>What of a figure its reader may see.</summary>
/// <param name="ShowsNumerator">False where the numerator is hidden.</param>
/// <param name="ShowsDenominator">False where the denominator is hidden.</param>
/// <param name="ShowsRecordCounts">
/// False where the reader may not know how many records came, which would tell a hidden total, and how many are still
/// waiting, which no suppression plan decides about.
/// </param>
public readonly record struct DisclosureDecision(bool ShowsNumerator, bool ShowsDenominator, bool ShowsRecordCounts)
{
    /// <summary>
    /// What stands for a number that is hidden: the Department for Education's symbol for confidential.
    /// </summary>
    public const string Symbol = "c";

    /// <summary>Everything is shown.</summary>
    public static DisclosureDecision ShowAll { get; } = new(true, true, true);

    /// <summary>
    /// False where the value, and all else that is worked out of both counts, is hidden: with one count it would give
    /// the other.
    /// </summary>
    public bool ShowsValue => ShowsNumerator && ShowsDenominator;
}
