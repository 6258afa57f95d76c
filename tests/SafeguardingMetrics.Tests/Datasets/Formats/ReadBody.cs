using System.Text;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Tests.Datasets.Formats;

/// <summary>What a reader made of a body whose dataset has the fields id, name, day, seen, number and codes.</summary>
internal sealed class ReadBody : IRecordIntake
{
    /// <summary>How much of the body arrives at once: each size cuts the records somewhere else.</summary>
    public static readonly int[] Chunks = [1, 2, 3, 7, 64 * 1024];

    private static readonly string[] Fields = ["id", "name", "day", "seen", "number", "codes"];
    private List<string> taken = [];
    private List<Written> written = [];

    private ReadBody()
    {
    }

    /// <summary>Each record, as "field=value" with spaces between; a value that was said to be missing is "field=".</summary>
    public List<string> Records { get; } = [];

    /// <summary>The line on which each record begins.</summary>
    public List<int?> Lines { get; } = [];

    /// <summary>How each value was written, record after record.</summary>
    public List<Written> Writings { get; } = [];

    /// <summary>The names that the dataset does not have, each once.</summary>
    public SortedSet<string> Unknown { get; } = new(StringComparer.Ordinal);

    /// <summary>Reads a body to its end.</summary>
    public static ReadBody Of(string mediaType, string body, int chunk = 64 * 1024) => Of(mediaType, Encoding.UTF8.GetBytes(body), () => chunk);

    /// <summary>Reads a body to its end.</summary>
    public static ReadBody Of(string mediaType, byte[] body, Func<int> chunk)
    {
        var read = new ReadBody();
        var reader = RecordReader.Of(mediaType, new TrickleStream(body, chunk), ReaderLimits.Default);
        while (reader.Next(read))
        {
            read.Records.Add(string.Join(' ', read.taken));
            read.Writings.AddRange(read.written);
            read.Lines.Add(reader.Line);
        }

        return read;
    }

    /// <summary>Where the body ceases to be of its format, as "line:position message".</summary>
    public static string FaultOf(string mediaType, string body, int chunk = 64 * 1024)
    {
        var fault = Assert.Throws<BodyUnreadableException>(() => Of(mediaType, body, chunk))!;
        return $"{fault.Line}:{fault.Position} {fault.Message}";
    }

    public void Begin() => (taken, written) = ([], []);

    public int Find(ReadOnlySpan<byte> name) => Array.IndexOf(Fields, Encoding.UTF8.GetString(name));

    public int FindHeader(ReadOnlySpan<byte> name) => IndexIgnoringCase(Encoding.UTF8.GetString(name));

    public void Take(int field, in FieldValue value)
    {
        taken.Add($"{Fields[field]}={(value.IsMissing ? "" : value.Written == Written.Other ? "?" : Encoding.UTF8.GetString(value.Utf8))}");
        written.Add(value.Written);
    }

    public void TakeUnknown(ReadOnlySpan<byte> name, int place) => Unknown.Add(Encoding.UTF8.GetString(name));

    private static int IndexIgnoringCase(string name) => Array.FindIndex(Fields, field => field.Equals(name, StringComparison.OrdinalIgnoreCase));
}
