using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.DataQuality.Scores;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Fields;
using SafeguardingMetrics.Indicators.Cells;
using SafeguardingMetrics.Returns;
using SafeguardingMetrics.Returns.Findings;
using SafeguardingMetrics.Returns.Formats;

namespace SafeguardingMetrics.Benchmarks.Support;

/// <summary>The service's own pass over a return, from bytes in memory into rows that nobody keeps.</summary>
/// <param name="period">The return's period.</param>
/// <param name="mediaType">How its records are written.</param>
/// <param name="body">Its bytes.</param>
internal sealed class Pass(Period period, string mediaType, byte[] body) : IDatasetVisitor<RecordCounts>
{
    private static readonly IdentifierHash Hash = new(new byte[32]);

    public static RecordCounts Run(Dataset dataset, string period, string mediaType, byte[] body) =>
        Period.TryParse(period, out var days) ? dataset.Accept(new Pass(days, mediaType, body)) : throw new FormatException(period);

    public RecordCounts Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
    {
        const string ReturnId = "00000000-0000-0000-0000-000000000000";
        var (findings, sums) = (new FindingLedger(ReturnId), new CellSums(dataset, period.ByMonth()));
        var facts = new ReturnFacts("EXA-CSC", period.From, period.To, London.Today(TimeProvider.System));
        var rows = new RowsCounted();
        var pass = new RecordPass<TRecord>(dataset, ReturnId, facts, new ReadingTools(new TextPool(), Hash), findings, sums, new FieldCounts(dataset));
        var counts = pass.Run(RecordReader.Of(mediaType, new MemoryStream(body)), rows.Work);
        findings.Complete(rows.Work);
        Believe.That(rows.Taken[dataset.Table] == counts.Accepted, $"{counts.Accepted} records were accepted, and {rows.Taken[dataset.Table]} handed on.");
        return counts;
    }
}
