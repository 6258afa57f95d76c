using System.ComponentModel.DataAnnotations;

namespace SafeguardingMetrics.Returns.Holding;

/// <summary>
/// From which differences on a return is held: configured under <c>Holding</c> for all datasets
/// (<c>Holding__AcceptedPercent</c>) and under <c>Holding:Datasets</c> for one
/// (<c>Holding__Datasets__open-cases__AcceptedPercent</c>). docs/operations.md has them in a table, which a test holds
/// to this type.
/// </summary>
public sealed record HoldingThresholds
{
    /// <summary>
    /// The fewest records that a return must be compared with to be held; below, a difference is a query (R18).
    /// </summary>
    [Range(1, 1_000_000)]
    public int FewestRecords { get; set; } = 20;

    /// <summary>
    /// A return is held where fewer records are accepted than this percentage of those in force on its days or, of a
    /// snapshot, on the last day before; 0 for never.
    /// </summary>
    [Range(0, 100)]
    public int AcceptedPercent { get; set; } = 50;

    /// <summary>
    /// The same where an activity is compared with earlier days, of which holidays may make half.
    /// </summary>
    [Range(0, 100)]
    public int EarlierDaysPercent { get; set; } = 10;

    /// <summary>A return is held where this percentage of its records is rejected, or more; 0 for never.</summary>
    [Range(0, 100)]
    public int RejectedPercent { get; set; } = 50;

    /// <summary>
    /// A return is held where a field has no value in it, and had one in this percentage of the records before, or
    /// more; 0 for never.
    /// </summary>
    [Range(0, 100)]
    public int FilledPercent { get; set; } = 50;

    /// <summary>
    /// A return is held where it has fewer of the keys before than this percentage; 0 for never. Keys of earlier days
    /// of an activity are not compared.
    /// </summary>
    [Range(0, 100)]
    public int KeysPercent { get; set; } = 50;

    /// <summary>
    /// A return is held where this percentage, or more, of its records that have the key of a record on another day are of
    /// another child or lie more than 400 days away, and they are as many as FewestRecords; 0 for never.
    /// </summary>
    [Range(0, 100)]
    public int ReusedPercent { get; set; } = 10;

    /// <summary>
    /// A return of changes is held where it purges this percentage, or more, of the records in force in the months of the purged
    /// ones, or in one of these months, and they are as many as FewestRecords; 0 for never.
    /// </summary>
    [Range(0, 100)]
    public int PurgedPercent { get; set; } = 50;

    /// <summary>
    /// How many days before a snapshot its agency's last day may lie to be compared with; 0 for none.
    /// </summary>
    [Range(0, 400)]
    public int LastDayWithinDays { get; set; } = 45;

    /// <summary>
    /// How many days before an activity the last return over as many days may end to be compared with; 0 for none.
    /// </summary>
    [Range(0, 4000)]
    public int EarlierWithinDays { get; set; } = 100;

    /// <summary>The days after which a held return that nobody has confirmed counts for nothing.</summary>
    [Range(1, 365)]
    public int ExpiryDays { get; set; } = 30;
}
