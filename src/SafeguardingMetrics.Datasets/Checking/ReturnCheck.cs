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
    /// <param name="mediaType">The format, one of <see cref="MediaTypes.All"/>.</param>
    /// <param name="body">The return, not compressed.</param>
    /// <param name="report">Called with each finding, in the order of the records.</param>
    /// <returns>How many records were received, accepted, rejected and queried.</returns>
    /// <exception cref="BodyUnreadableException">The return is not of its format; findings before that place have been
    /// reported.</exception>
    public static RecordCounts Run(Dataset dataset, ReturnContext facts, string mediaType, Stream body, Action<Finding> report) =>
        dataset.Accept(new ReturnCheck(facts, mediaType, body, report));

    RecordCounts IDatasetVisitor<RecordCounts>.Visit<TRecord>(Dataset<TRecord> dataset)
    {
        var findings = new FindingCollector();
        var tools = new FieldReadContext(new StringPool(), IdentifierHasher.CreateTemporary());
        var validator = new RecordValidator<TRecord>(dataset, facts, tools, findings, new FieldCounts(dataset));
        var limits = ReaderLimits.Default;
        var reader = new LimitedReader(RecordReader.Create(mediaType, body, limits), limits, null);
        while (validator.Next(reader))
            if (findings.IsFull) Report(findings);
        Report(findings);
        return validator.Counts;
    }

    private void Report(FindingCollector findings)
    {
        foreach (var (_, finding) in findings.TakeWaiting()) report(finding);
    }
}
