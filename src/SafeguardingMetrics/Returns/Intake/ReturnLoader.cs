using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>
/// The one pass over a return: as the load asks for the next row a record is read, checked and added to the cells.
/// </summary>
internal sealed class ReturnLoader<TRecord>(Dataset<TRecord> dataset, string returnId, ReturnContext facts, FieldReadContext tools, FindingCollector findings, CellAggregator cells, FieldCounts counts)
    where TRecord : class, new()
{
    private readonly RecordValidator<TRecord> check = new(dataset, facts, tools, findings, counts);
    private readonly RecordMeasurer<TRecord> measures = new(dataset, facts, cells);
    private bool isAtEnd;

    /// <summary>Reads every record to the end.</summary>
    /// <exception cref="BodyUnreadableException">The body is not of its format; the caller keeps nothing.</exception>
    public RecordCounts Load(RecordReader reader, UnitOfWork work)
    {
        var sql = RecordSql.Get(dataset);
        while (!isAtEnd)
        {
            work.BulkInsert(sql.Table, sql.Columns, ReadRows(reader));
            FindingStore.WriteWaiting(work, returnId, findings);
        }

        return check.Counts;
    }

    // To the end, or until the findings are to be stored: their load has to wait until this one has ended.
    private IEnumerable<object?[]> ReadRows(RecordReader reader)
    {
        Field<TRecord>[] fields = [.. dataset.Fields];
        var row = new object?[fields.Length + 2];
        row[0] = returnId;

        while (!findings.IsFull)
        {
            if (!check.Next(reader))
            {
                isAtEnd = true;
                yield break;
            }

            if (!check.IsAccepted) continue;
            measures.Add(check.Record);
            row[1] = check.Received;
            for (var i = 0; i < fields.Length; i++) row[i + 2] = fields[i].GetStoredValue(check.Record);
            yield return row;
        }
    }
}
