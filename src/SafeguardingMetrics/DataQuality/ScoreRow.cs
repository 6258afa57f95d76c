namespace SafeguardingMetrics.DataQuality;

/// <summary>The data quality score of one agency, dataset or field. Every column is always present.</summary>
public sealed record ScoreRow
{
    /// <summary>agency, dataset or field.</summary>
    public required string By { get; init; }

    /// <summary>The agency, the dataset, or the dataset and field, such as open-cases.ethnicity.</summary>
    public required string Member { get; init; }

    /// <summary>How many items were scored. An item is a field of a dataset. Null for readers of protected figures.</summary>
    public required int? Items { get; init; }

    /// <summary>
    /// Values that were expected, counted item by item: a record counts once for each item that it should have. Null
    /// for readers of protected figures, as are the other numbers and scores of datasets about children.
    /// </summary>
    public required long? Records { get; init; }

    /// <summary>Of these, values that are present and have no finding.</summary>
    public required long? Valid { get; init; }

    /// <summary>Of the valid values, default codes such as "not known".</summary>
    public required long? Defaults { get; init; }

    /// <summary>Periods of the return schedule that were due.</summary>
    public required int PeriodsDue { get; init; }

    /// <summary>Of these, periods whose return had arrived.</summary>
    public required int PeriodsCovered { get; init; }

    /// <summary>The mean of the item scores, 0 to 100; null where nothing was due.</summary>
    public required decimal? ItemScore { get; init; }

    /// <summary>The mean of the item coverages, 0 to 100; null where nothing was due.</summary>
    public required decimal? Coverage { get; init; }

    /// <summary>The score: item score times coverage, 0 to 100; null where nothing was due.</summary>
    public required decimal? Score { get; init; }

    /// <summary>The row without what follows from records, for readers of protected figures.</summary>
    public ScoreRow WithoutCounts() => this with
    {
        Items = null,
        Records = null,
        Valid = null,
        Defaults = null,
        ItemScore = null,
        Score = null,
    };
}
