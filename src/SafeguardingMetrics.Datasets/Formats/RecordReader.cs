namespace SafeguardingMetrics.Datasets.Formats;

/// <summary>Reads a return's records one by one from its bytes; never more of it in memory than a buffer.</summary>
public abstract class RecordReader
{
    /// <summary>The line on which the record just read begins, counted from 1; null where the format has no lines.</summary>
    public int? Line { get; protected set; }

    /// <summary>Reads the next record into the intake; false where there is none.</summary>
    /// <exception cref="BodyUnreadableException">The text is not of its format from some place on.</exception>
    public abstract bool Next(IRecordHandler intake);

    /// <summary>A record is longer than is read.</summary>
    protected static BodyUnreadableException CreateTooLongException(int longest, long line, long position = 1) => new($"A record is longer than {longest} bytes.", line, position, ReadError.RecordTooLong);

    /// <summary>The reader of a media type that <see cref="MediaTypes"/> has.</summary>
    public static RecordReader Create(string mediaType, Stream body, ReaderLimits limits) => mediaType switch
    {
        MediaTypes.Json => new JsonArrayReader(body, limits),
        MediaTypes.Ndjson => new NdjsonReader(body, limits),
        MediaTypes.Csv => new CsvReader(body, limits),
        _ => throw new ArgumentOutOfRangeException(nameof(mediaType), mediaType, null),
    };
}
