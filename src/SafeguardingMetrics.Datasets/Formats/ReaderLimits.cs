namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>The limits of a return's body. Beyond a limit the return is refused.</summary>
/// <param name="RecordBytes">The most bytes of one record: a line of CSV or NDJSON, an object of JSON.</param>
/// <param name="RecordFields">The most members of a JSON record, or columns of a CSV header, known or not.</param>
/// <param name="ReturnRecords">The most records of a return.</param>
/// <param name="JsonDepth">The deepest nesting of JSON arrays and objects. Valid records need three levels.</param>
public sealed record ReaderLimits(
    int RecordBytes = ReaderLimits.LongestRecord,
    int RecordFields = ReaderLimits.MostFields,
    int ReturnRecords = ReaderLimits.MostRecords,
    int JsonDepth = ReaderLimits.DeepestJson)
{
    /// <summary>The default of <see cref="RecordBytes"/>: 1 MiB.</summary>
    public const int LongestRecord = 1024 * 1024;

    /// <summary>The default of <see cref="RecordFields"/>.</summary>
    public const int MostFields = 1000;

    /// <summary>The default of <see cref="ReturnRecords"/>.</summary>
    public const int MostRecords = 5_000_000;

    /// <summary>The default of <see cref="JsonDepth"/>.</summary>
    public const int DeepestJson = 16;

    /// <summary>The limits that apply where none are configured.</summary>
    public static ReaderLimits Default { get; } = new();
}
