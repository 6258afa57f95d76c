using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>Finds the open records of a return that count for something else when they are judged on a later day.</summary>
internal static class OpenRecords
{
    /// <summary>The records that count otherwise, each with the judging return that changes it.</summary>
    /// <param name="reading">The database.</param>
    /// <param name="dataset">The dataset.</param>
    /// <param name="returnId">The return of the records.</param>
    /// <param name="facts">What is known of it; its day of receipt is the day on which the records were judged last.</param>
    /// <param name="days">The days on which the records count.</param>
    /// <param name="judgings">The judging returns after that, the oldest first.</param>
    /// <param name="isRestated">True for the number of a record that is out of force.</param>
    public static async Task<IReadOnlyList<(int ByOrdinal, RejudgedRecord Record)>> Find(
        ReadSession reading, Dataset dataset, string returnId, ReturnContext facts, Period days, IReadOnlyList<Judging> judgings,
        Func<int, bool> isRestated)
    {
        if (RecordSql.Get(dataset).Open is not { } sql || judgings.Count == 0) return [];
        // A record whose limit had passed when it was judged last is judged no more.
        var first = facts.ReceivedOn.AddDays(-dataset.JudgedWithinDays);
        var last = judgings.Max(judging => judging.On);
        var open = new Period(days.From > first ? days.From : first, days.To < last ? days.To : last);
        if (open.From > open.To) return [];
        facts = facts with { Calendar = await AddedBankHolidayStore.ReadCalendar(reading) };
        return await dataset.Accept(new RecordVisitor(reading, sql, returnId, facts, open, judgings, isRestated));
    }

    private sealed class RecordVisitor(
        ReadSession reading, Sql open, string returnId, ReturnContext facts, Period days, IReadOnlyList<Judging> judgings,
        Func<int, bool> isRestated) : IDatasetVisitor<Task<IReadOnlyList<(int ByOrdinal, RejudgedRecord Record)>>>
    {
        public async Task<IReadOnlyList<(int ByOrdinal, RejudgedRecord Record)>> Visit<TRecord>(Dataset<TRecord> dataset)
            where TRecord : class, new()
        {
            var found = new List<(int, RejudgedRecord)>();
            var record = new TRecord();
            await using var rows = await reading.Stream(open, new { ReturnId = returnId, FromDay = days.From, ToDay = days.To });
            while (await rows.ReadAsync())
            {
                var number = rows.GetInt32(1);
                if (isRestated(number)) continue;
                for (var i = 0; i < dataset.Fields.Count; i++) dataset.Fields[i].LoadFromRow(rows, i + 2, record);
                foreach (var (ordinal, difference) in Judge(dataset, record))
                    found.Add((ordinal, new RejudgedRecord(returnId, number, dataset.GetCountedOn(record, facts), difference)));
            }

            return found;
        }

        private IEnumerable<(int ByOrdinal, IReadOnlyList<Cell> Difference)> Judge<TRecord>(
            Dataset<TRecord> dataset, TRecord record) where TRecord : class, new()
        {
            var day = dataset.GetCountedOn(record, facts);
            var before = facts;
            foreach (var judging in judgings)
            {
                if (before.ReceivedOn > day.AddDays(dataset.JudgedWithinDays)) yield break;
                if (judging.On <= before.ReceivedOn) continue;
                var now = before with { ReceivedOn = judging.On };
                var cells = CellAggregator.CreateAllByDay(dataset, [Period.FromDay(day)]);
                new RecordMeasurer<TRecord>(dataset, now, cells).Add(record);
                new RecordMeasurer<TRecord>(dataset, before, cells).Subtract(record);
                before = now;
                var difference = cells.GetCells().Where(cell => (cell.Numerator, cell.Denominator) != (0, 0)).ToList();
                if (difference.Count > 0) yield return (judging.Ordinal, difference);
            }
        }
    }
}
