namespace SafeguardingMetrics.Storage;

/// <summary>
/// A stream of changes, one row of the table DataVersion: its number and instant change with every commit that concerns
/// it. Only the holder of the write lock of the same name raises it, so no two transactions update its row at once.
/// </summary>
public sealed record ChangeStream
{
    // Names are stored in the databases of every partnership: a changed name would lose the changes of before.
    private const string Returns = "returns";

    /// <summary>
    /// The SQL condition on a row of DataVersion: its stream is of the returns of one agency and dataset, whichever.
    /// </summary>
    public const string IsOfReturns = $"Stream LIKE '{Returns}/%'";

    /// <summary>
    /// The SQL condition on a row of DataVersion: its stream is of the retention job's own notes, which concern no
    /// figure.
    /// </summary>
    public const string IsOfRetention = $"Stream = '{WriteLocks.Retention}'";

    /// <summary>The SQL condition on a row of DataVersion: its stream is of releases, which concern no figure in full.</summary>
    public const string IsOfReleases = $"Stream = '{WriteLocks.Releases}'";

    private ChangeStream(string name) => Name = name;

    /// <summary>The name, as it is stored.</summary>
    public string Name { get; }

    /// <summary>The returns of one agency and dataset.</summary>
    public static ChangeStream ForReturns(string agency, string dataset) => new($"{Returns}/{agency}/{dataset}");

    /// <summary>What is written under a lock other than that of returns.</summary>
    public static ChangeStream ForLock(string lockName) => new(lockName);

    /// <summary>The pattern, for SQL's LIKE, of the streams of one dataset's returns.</summary>
    public static string GetPattern(string dataset) => $"{Returns}/%/{dataset}";
}
