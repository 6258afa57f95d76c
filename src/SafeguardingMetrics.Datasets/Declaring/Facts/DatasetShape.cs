namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>What the period of a return means.</summary>
public enum DatasetShape
{
    /// <summary>The records are as at the close of one day; the period is that day.</summary>
    Snapshot,

    /// <summary>The records are what happened over a span of days.</summary>
    Activity,
}
