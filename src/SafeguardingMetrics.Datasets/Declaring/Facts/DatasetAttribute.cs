namespace SafeguardingMetrics.Datasets.Declaring.Facts;

/// <summary>
/// What a record's type says of the dataset that its records make up: <see cref="ActivityAttribute"/> or
/// <see cref="SnapshotAttribute"/>.
/// </summary>
/// <param name="shape">What the period of a return means.</param>
/// <param name="name">The dataset's name in the API, in kebab-case.</param>
/// <param name="title">Its name on a page.</param>
/// <param name="summary">What a return of it holds, in a sentence.</param>
[AttributeUsage(AttributeTargets.Class)]
public abstract class DatasetAttribute(DatasetShape shape, string name, string title, string summary) : Attribute
{
    /// <summary>What the period of a return means.</summary>
    public DatasetShape Shape => shape;

    /// <summary>The dataset's name in the API, in kebab-case.</summary>
    public string Name => name;

    /// <summary>Its name on a page.</summary>
    public string Title => title;

    /// <summary>What a return of it holds, in a sentence.</summary>
    public string Summary => summary;

    /// <summary>False where its figures do not count children, and small numbers in them are not protected.</summary>
    public bool IsAboutChildren { get; init; } = true;
}

/// <summary>The dataset is a snapshot: its records are as at the close of one day.</summary>
/// <inheritdoc cref="DatasetAttribute"/>
public sealed class SnapshotAttribute(
    string name, string title, string summary) : DatasetAttribute(DatasetShape.Snapshot, name, title, summary);

/// <summary>The dataset is of activity: its records are what happened over a span of days.</summary>
/// <inheritdoc cref="DatasetAttribute"/>
public sealed class ActivityAttribute(
    string name, string title, string summary) : DatasetAttribute(DatasetShape.Activity, name, title, summary)
{
    /// <summary>
    /// The property that holds the day a record counts on: a <see cref="DateOnly"/> that is never missing. Null: the
    /// period's last day.
    /// </summary>
    public string? CountedOn { get; init; }

    /// <summary>
    /// The property that is missing while a record is open: while what it counts for can change with the day of receipt alone, such
    /// as a visit that is due and not made. Null: no record is ever open.
    /// </summary>
    public string? OpenUntil { get; init; }

    /// <summary>
    /// The days after the day a record counts on after which the day of receipt changes nothing any more; calendar days.
    /// </summary>
    public int JudgedWithinDays { get; init; } = 100;

    /// <summary>
    /// True where nothing of it can happen but on working days, so that a return is complete without the others.
    /// </summary>
    public bool IsOfWorkingDays { get; init; }
}
