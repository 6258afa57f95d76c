using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>What a reader made of a body whose dataset has the fields id, name, day, seen, number and codes.</summary>
internal sealed class BodyReadResult : IRecordHandler
{
    /// <summary>How much of the body arrives at once: each size cuts the records somewhere else.</summary>
    public static readonly int[] Chunks = [1, 2, 3, 7, 64 * 1024];

    private static readonly string[] Fields = ["id", "name", "day", "seen", "number", "codes"];
    private List<string> taken = [];
    private List<FieldValueKind> written = [];

    private BodyReadResult()
    {
    }

    /// <summary>
    /// Each record, as "field=value" with spaces between; a value that was said to be missing is "field=".
    /// </summary>
    public List<string> Records { get; } = [];

    /// <summary>The line on which each record begins.</summary>
    public List<int?> Lines { get; } = [];

    /// <summary>How each value was written, record after record.</summary>
    public List<FieldValueKind> Writings { get; } = [];

    /// <summary>The fields that have a column, where the body has a header.</summary>
    public List<string> Columns { get; } = [];

    /// <summary>The names that the dataset does not have, each once.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a body to its end.</summary>
    public static BodyReadResult Read(string mediaType, string body, int chunk = 64 * 1024) =>
        Read(mediaType, Encoding.UTF8.GetBytes(body), () => chunk);

    /// <summary>Reads a body to its end, by the reader of its format.</summary>
    public static BodyReadResult Read(string mediaType, byte[] body, Func<int> chunk)
    {
        var stream = new ChunkedStream(body, chunk);
        return Read(mediaType switch
        {
            MediaTypes.Json => new JsonArrayReader(stream, ReaderLimits.Default),
            MediaTypes.Ndjson => new NdjsonReader(stream, ReaderLimits.Default),
            _ => new CsvReader(stream, ReaderLimits.Default),
        });
    }

    /// <summary>Reads a body to its end as what it is, as a return is read.</summary>
    public static BodyReadResult ReadAny(string mediaType, byte[] body, Func<int> chunk) =>
        Read(RecordReader.Create(mediaType, new ChunkedStream(body, chunk), ReaderLimits.Default));

    private static BodyReadResult Read(RecordReader reader)
    {
        var read = new BodyReadResult();
        while (reader.Next(read))
        {
            read.Records.Add(string.Join(' ', read.taken));
            read.Writings.AddRange(read.written);
            read.Lines.Add(reader.Line);
        }

        return read;
    }

    /// <summary>Where the body ceases to be of its format, as "line:position message".</summary>
    public static string ReadFault(string mediaType, string body, int chunk = 64 * 1024)
    {
        var fault = Assert.Throws<BodyUnreadableException>(() => Read(mediaType, body, chunk))!;
        return $"{fault.Line}:{fault.Position} {fault.Message}";
    }

    /// <inheritdoc/>
    public void EndHeader(in FieldSet columns)
    {
        foreach (var column in columns) Columns.Add(Fields[column]);
    }

    public void BeginRecord() => (taken, written) = ([], []);

    public void HandleExtraCells(int cells, int columns) => taken.Add($"{cells} cells for {columns} columns");

    public void HandleCutRow(int cells, int columns) => taken.Add($"cut after {cells} of {columns} cells");

    public int FindField(ReadOnlySpan<byte> name) => Array.IndexOf(Fields, Encoding.UTF8.GetString(name));

    public int FindHeaderField(ReadOnlySpan<byte> name) => IndexIgnoringCase(Encoding.UTF8.GetString(name));

    // Blanks around a value are taken away by whoever handles it, as the validator does.
    public void HandleField(int field, in FieldValue sent)
    {
        var value = sent.Trim();
        taken.Add(
            $"{Fields[field]}={(value.IsMissing ? "" : value.Kind == FieldValueKind.Other ? "?" : Encoding.UTF8.GetString(value.Utf8))}");
        written.Add(value.Kind);
    }

    public void HandleUnknownField(ReadOnlySpan<byte> name, int place) => Unknown.Add(Encoding.UTF8.GetString(name));

    private static int IndexIgnoringCase(string name) =>
        Array.FindIndex(Fields, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
}
