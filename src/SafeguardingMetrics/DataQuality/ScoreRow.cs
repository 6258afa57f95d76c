namespace SafeguardingMetrics.DataQuality;

/// <summary>How one agency, dataset or field scores. Flat: all columns always.</summary>
public sealed record ScoreRow
{
    /// <summary>agency, dataset or field.</summary>
    public required string By { get; init; }

    /// <summary>The agency, the dataset, or the dataset and field, such as open-cases.ethnicity.</summary>
    public required string Member { get; init; }

    /// <summary>How many items were scored: fields of datasets.</summary>
    public required int Items { get; init; }

    /// <summary>Values that were to be expected, item by item: each record once for each item that it should have. Null, as the next two, for readers of protected figures.</summary>
    public required long? Records { get; init; }

    /// <summary>Those of them that are there and without a finding.</summary>
    public required long? Valid { get; init; }

    /// <summary>Those of these that are default codes, such as "not known".</summary>
    public required long? Defaults { get; init; }

    /// <summary>Periods that the return schedule owed and that were due.</summary>
    public required int PeriodsDue { get; init; }

    /// <summary>How many of them had come.</summary>
    public required int PeriodsCovered { get; init; }

    /// <summary>The mean of the items' scores, 0 to 100; null where nothing was owed.</summary>
    public required decimal? ItemScore { get; init; }

    /// <summary>The mean of the items' coverages, 0 to 100; null where nothing was owed.</summary>
    public required decimal? Coverage { get; init; }

    /// <summary>Their product, 0 to 100; null where nothing was owed.</summary>
    public required decimal? Score { get; init; }

    /// <summary>The same without numbers of records, for readers of protected figures.</summary>
    public ScoreRow WithoutCounts() => this with { Records = null, Valid = null, Defaults = null };
}
