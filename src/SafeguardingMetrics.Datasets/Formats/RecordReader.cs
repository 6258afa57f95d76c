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
    protected internal static BodyUnreadableException CreateTooLongException(int longest, long line, long position = 1) =>
        new($"A record is longer than {longest} bytes.", line, position, ReadError.RecordTooLong);

    /// <summary>
    /// Creates the reader of a body, whose first bytes decide how it is read where the media type says nothing or cannot be right.
    /// </summary>
    /// <param name="mediaType">What <see cref="MediaTypes.Parse(string?)"/> returned.</param>
    /// <param name="body">The body. The caller disposes it.</param>
    /// <param name="limits">The limits of a record.</param>
    public static RecordReader Create(string mediaType, Stream body, ReaderLimits limits) => new BodyReader(mediaType, body, limits);
}
