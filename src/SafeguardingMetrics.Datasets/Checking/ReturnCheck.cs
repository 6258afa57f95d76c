using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;

namespace SafeguardingMetrics.Datasets.Checking;

/// <summary>
/// Checks a return without a service: reads every record and gives the findings that submitting the return would give.
/// Nothing is kept. NHS numbers and UPNs are hashed under a key that is made for the one check, since no rule reads the
/// hash.
/// </summary>
public sealed class ReturnCheck : IDatasetVisitor<RecordCounts>
{
    private readonly ReturnContext facts;
    private readonly string mediaType;
    private readonly Stream body;
    private readonly Action<Finding> report;

    private ReturnCheck(ReturnContext facts, string mediaType, Stream body, Action<Finding> report) =>
        (this.facts, this.mediaType, this.body, this.report) = (facts, mediaType, body, report);

    /// <summary>Checks a return.</summary>
    /// <param name="dataset">The dataset that the return is of.</param>
    /// <param name="facts">The agency, the period and the day of receipt, as the rules read them.</param>
    /// <param name="mediaType">How the body is read, as <see cref="MediaTypes.Parse(string?)"/> says it.</param>
    /// <param name="body">The return, not compressed. It is read twice where it can be, and its dates ask for it.</param>
    /// <param name="report">Called with each finding, in the order of the records, once the body is read.</param>
    /// <returns>How many records were received, accepted, rejected and queried.</returns>
    /// <exception cref="BodyUnreadableException">The return is not of its format; findings before that place have been
    /// reported.</exception>
    public static RecordCounts Run(Dataset dataset, ReturnContext facts, string mediaType, Stream body, Action<Finding> report) =>
        dataset.Accept(new ReturnCheck(facts, mediaType, body, report));

    RecordCounts IDatasetVisitor<RecordCounts>.Visit<TRecord>(Dataset<TRecord> dataset)
    {
        var start = body.CanSeek ? body.Position : 0;
        var (counts, findings, monthFirst) = Read(dataset, default);
        if (!monthFirst.IsEmpty && body.CanSeek)
        {
            body.Position = start;
            (counts, findings, _) = Read(dataset, monthFirst);
        }

        foreach (var finding in findings) report(finding);
        return counts;
    }

    private (RecordCounts Counts, IReadOnlyList<Finding> Findings, FieldSet MonthFirst) Read<TRecord>(
        Dataset<TRecord> dataset, FieldSet monthFirst)
        where TRecord : class, new()
    {
        var collector = new FindingCollector(body.CanSeek ? body.Length : FindingCollector.AnyLength);
        var tools = new FieldReadContext(new StringPool(), IdentifierHasher.CreateTemporary());
        var validator = new RecordValidator<TRecord>(dataset, facts, tools, collector, new FieldCounts(dataset));
        validator.RefuseDayFirst(monthFirst);
        var limits = ReaderLimits.Default;
        var reader = new LimitedReader(RecordReader.Create(mediaType, body, limits), limits, null);
        try
        {
            while (validator.Next(reader))
            {
                // Every record is read.
            }
        }
        catch (BodyUnreadableException)
        {
            // What was found before that place is reported all the same.
            foreach (var finding in collector.Kept) report(finding);
            throw;
        }

        return (validator.Counts, collector.Kept, validator.FieldsToReadAgain);
    }
}
