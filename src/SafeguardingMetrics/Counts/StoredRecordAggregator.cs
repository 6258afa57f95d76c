using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>Reads stored records again through the declaration that measured them when they arrived.</summary>
public static class StoredRecordAggregator
{
    /// <summary>
    /// Adds the records of a return that count on some days to the cells, and what its erased records counted for.
    /// </summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="returnId">The return.</param>
    /// <param name="facts">What is known of the return.</param>
    /// <param name="days">The days.</param>
    /// <param name="cells">Receives what is counted.</param>
    /// <param name="calendar">The working days; null for those of now.</param>
    public static async Task Aggregate(
        ReadSession reading,
        Dataset dataset,
        string returnId,
        ReturnContext facts,
        Period days,
        CellAggregator cells,
        WorkingDayCalendar? calendar = null)
    {
        await AggregateStored(reading, dataset, returnId, facts, days, cells, calendar);
        foreach (var cell in await ErasureAdjustments.List(reading, returnId)) cells.Add(cell);
        if (!dataset.IsOfEvents) return;
        foreach (var cell in await RemovedRecords.List(reading, returnId)) cells.Add(cell);
    }

    /// <summary>Adds the records of a return that are kept.</summary>
    public static async Task AggregateStored(
        ReadSession reading,
        Dataset dataset,
        string returnId,
        ReturnContext facts,
        Period days,
        CellAggregator cells,
        WorkingDayCalendar? calendar = null)
    {
        facts = facts with { Calendar = calendar ?? await AddedBankHolidayStore.ReadCalendar(reading) };
        await dataset.Accept(new RecordVisitor(reading, returnId, facts, days, cells));
        await AggregateViews(reading, dataset, returnId, facts, days, cells);
    }

    /// <summary>Adds what the dataset's views count of a return on some days to the cells.</summary>
    public static async Task AggregateViews(
        ReadSession reading,
        Dataset dataset,
        string returnId,
        ReturnContext facts,
        Period days,
        CellAggregator cells)
    {
        for (var i = 0; i < dataset.MeasuredIndicators.Count; i++)
        {
            if (dataset.MeasuredIndicators[i] is not AcrossRecords across) continue;
            foreach (var row in await reading.Query<CountedCase>(
                RecordSql.Get(dataset).FromViews[across.Code],
                new { ReturnId = returnId, FromDay = days.From, ToDay = days.To }))
            {
                if (cells.TryPlace(row.CountedOn, row.GetMembers(dataset))) cells.Add(i, row.Measure);
            }
        }
    }

    private sealed class RecordVisitor(
        ReadSession reading, string returnId, ReturnContext facts, Period days, CellAggregator cells) : IDatasetVisitor<Task>
    {
        public async Task Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var measures = new RecordMeasurer<TRecord>(dataset, facts, cells);
            await foreach (var (_, record) in Read(reading, dataset, returnId, days)) measures.Add(record);
        }
    }

    /// <summary>
    /// The records of a return that count on some days, with their numbers. One object is filled again and again.
    /// </summary>
    public static async IAsyncEnumerable<(int Number, TRecord Record)> Read<TRecord>(
        ReadSession reading, Dataset<TRecord> dataset, string returnId, Period days) where TRecord : class, new()
    {
        await using var rows =
            await reading.Stream(RecordSql.Get(dataset).Stored, new { ReturnId = returnId, FromDay = days.From, ToDay = days.To });
        var record = new TRecord();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < dataset.Fields.Count; i++) dataset.Fields[i].LoadFromRow(rows, i + 2, record);
            yield return (rows.GetInt32(1), record);
        }
    }
}
