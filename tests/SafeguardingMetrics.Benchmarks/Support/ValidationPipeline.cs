using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Returns.Intake;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The service's own reading and checking of a return, from bytes in memory.</summary>
/// <param name="period">The return's period.</param>
/// <param name="mediaType">The media type of the body.</param>
/// <param name="body">The bytes of the body.</param>
internal sealed class ValidationPipeline(Period period, string mediaType, byte[] body) : IDatasetVisitor<RecordCounts>
{
    private const string ReturnId = "00000000-0000-0000-0000-000000000000";
    private static readonly IdentifierHasher Hash = new(new byte[32]);

    public static RecordCounts Run(Dataset dataset, string period, string mediaType, byte[] body) =>
        Period.TryParse(period, out var days)
            ? dataset.Accept(new ValidationPipeline(days, mediaType, body))
            : throw new FormatException(period);

    public RecordCounts Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        var findings = new FindingCollector(body.Length);
        var facts = new ReturnContext("EXA-CSC", period.From, period.To, London.Today(TimeProvider.System));
        var check = new RecordValidator<TRecord>(
            dataset, facts, new FieldReadContext(new StringPool(), Hash), findings, new FieldCounts(dataset));
        var rows = new DiscardingDatabase();
        var reader = RecordReader.Create(mediaType, new MemoryStream(body), ReaderLimits.Default);
        while (check.Next(reader))
        {
            // Every record is read.
        }

        FindingStore.WriteAll(rows.Work, ReturnId, findings);
        return check.Counts;
    }
}
