using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Checking;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Datasets.Formats;
using SafeguardingMetrics.Http.Bodies;
using SafeguardingMetrics.Returns.Holding;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Intake;

/// <summary>Loads the records of a return in one pass over its body.</summary>
internal static class ReturnLoader
{
    /// <summary>Reads, checks, counts and stores every record of the return.</summary>
    /// <returns>The records in numbers, and their keys.</returns>
    /// <exception cref="BodyUnreadableException">The body is not of its format; the caller must not commit.</exception>
    public static LoadedRecords Load(ReturnLoad load, ReaderLimits limits, UnitOfWork work) =>
        load.Incoming.Dataset.Accept(new OfRecordType(load, limits, work));

    // Only here is the type of the dataset's records needed.
    private sealed class OfRecordType(ReturnLoad load, ReaderLimits limits, UnitOfWork work) : IDatasetVisitor<LoadedRecords>
    {
        public LoadedRecords Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var progress = load.Incoming.Progress;
            using var body = new CountingStream(load.Incoming.Body.OpenRead(), progress is null ? null : progress.ReportBytes);
            var reader = new LimitedReader(
                RecordReader.Create(load.Incoming.MediaType, body, limits), limits, progress is null ? null : progress.ReportRecords);
            return new ReturnLoader<TRecord>(dataset, load, reader).Run(work);
        }
    }
}

/// <summary>
/// Loads the records of one return: each time the bulk load asks for the next row, one record is read, checked and
/// added to the cells. The same record object is filled again for each record.
/// </summary>
internal sealed class ReturnLoader<TRecord>(Dataset<TRecord> dataset, ReturnLoad load, RecordReader reader) where TRecord : class, new()
{
    // Records between two looks at whether the sender has gone or the time is over.
    private const int RecordsAtOnce = 1024;
    private readonly RecordValidator<TRecord> validator = new(dataset, load.Context, load.Fields, load.Findings, load.FieldCounts);
    private readonly RecordMeasurer<TRecord> measurer = new(dataset, load.Context, load.Cells);
    private readonly int[] filled = new int[dataset.Fields.Count];

    /// <summary>Loads every record.</summary>
    /// <exception cref="MonthFirstException">The body must be read again; nothing may be committed.</exception>
    public LoadedRecords Run(UnitOfWork work)
    {
        var sql = RecordSql.Get(dataset);
        validator.RefuseDayFirst(load.MonthFirst);
        validator.Explain(load.Explained);
        work.BulkInsert(sql.Table, sql.Columns, ReadRows(work));
        if (load.Fields.OwnIdentifiers?.FindFault() is { } fault)
            throw new BodyUnreadableException(fault, 1, 1, ReadError.NotOwnIdentifiers);
        if (validator.FieldsToReadAgain is { IsEmpty: false } fields) throw new MonthFirstException(fields);
        return new LoadedRecords(new SentRecords(validator.Counts, filled), validator.HasKey);
    }

    private IEnumerable<object?[]> ReadRows(UnitOfWork work)
    {
        Field<TRecord>[] fields = [.. dataset.Fields];
        var row = new object?[fields.Length + 2];
        row[0] = load.ReturnId;

        while (validator.Next(reader))
        {
            // Rejected records are no rows, at which the load itself would look.
            if (validator.Received % RecordsAtOnce == 0) work.ThrowIfEnded();
            if (validator.IsPurge) load.Purges.Add((validator.Received, validator.Key!));
            NoteChild(fields);
            if (!validator.IsAccepted) continue;
            // The records of a return of changes lie on any day, and are counted once it is known which those are.
            if (!load.Incoming.IsChanges) measurer.Add(validator.Record);
            row[1] = validator.Received;
            for (var i = 0; i < fields.Length; i++)
            {
                row[i + 2] = fields[i].GetStoredValue(validator.Record);
                if (row[i + 2] is not null) filled[i]++;
            }

            yield return row;
        }
    }

    // Of a record that may come to have findings without being stored.
    private void NoteChild(Field<TRecord>[] fields)
    {
        var children = load.RejectedChildren;
        if ((validator.IsAccepted && !load.Incoming.IsStrict) || !validator.HasFindings || !children.TakesMore) return;
        foreach (var field in fields)
            if (field.IsOfChild && field.GetStoredValue(validator.Record) is string value)
                children.Add(validator.Received, field, value, !validator.IsAccepted);
    }
}
