namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>
/// Reads a return's records one by one. At most one record is in memory, in a buffer limited by
/// <see cref="ReaderLimits.RecordBytes"/>.
/// </summary>
public abstract class RecordReader
{
    /// <summary>
    /// The line, counted from 1, on which the current record begins; null for a JSON array, whose records need not
    /// begin on a line of their own.
    /// </summary>
    public int? Line { get; protected set; }

    /// <summary>
    /// Reads the next record and passes its values to <paramref name="handler"/>; false at the end of the body.
    /// </summary>
    /// <exception cref="BodyUnreadableException">The body is not of its format, or exceeds a limit.</exception>
    public abstract bool Next(IRecordHandler handler);

    /// <summary>Creates the exception for a record beyond <see cref="ReaderLimits.RecordBytes"/>.</summary>
    protected static BodyUnreadableException CreateTooLongException(int longest, long line, long position = 1) =>
        new($"A record is longer than {longest} bytes.", line, position, ReadError.RecordTooLong);

    /// <summary>Creates the reader for one of the media types of <see cref="MediaTypes"/>.</summary>
    public static RecordReader Create(string mediaType, Stream body, ReaderLimits limits) => mediaType switch
    {
        MediaTypes.Json => new JsonArrayReader(body, limits),
        MediaTypes.Ndjson => new NdjsonReader(body, limits),
        MediaTypes.Csv => new CsvReader(body, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, null),
    };
}
