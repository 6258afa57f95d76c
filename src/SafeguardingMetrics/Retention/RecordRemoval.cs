using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Keys;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// Removes records of events. Of each the hash of its key stays, so that it stays one record, and what it counted for, so
/// that no figure changes.
/// </summary>
internal static class RecordRemoval
{
    private static readonly Sql FactsOf = new("""
        SELECT ReturnId, Agency, FromDay, ToDay, ReceivedOn, Ordinal FROM AgencyReturn WHERE ReturnId = @ReturnId
        """);

    /// <summary>Removes records of one return.</summary>
    /// <param name="work">The unit of work, under the lock of the agency's returns.</param>
    /// <param name="dataset">The dataset, of events.</param>
    /// <param name="returnId">The return.</param>
    /// <param name="numbers">The records' numbers.</param>
    public static async Task Remove(UnitOfWork work, Dataset dataset, string returnId, IEnumerable<int> numbers)
    {
        var facts = (await work.First<ReturnFacts>(FactsOf, new { ReturnId = returnId }))!;
        foreach (var number in numbers) await dataset.Accept(new RecordVisitor(work, facts, number));
    }

    private sealed class RecordVisitor(UnitOfWork work, ReturnFacts facts, int number) : IDatasetVisitor<Task>
    {
        public async Task Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var sql = RecordSql.Get(dataset);
            var of = new { facts.ReturnId, RecordNumber = number };
            var record = new TRecord();
            await using (var rows = await work.Stream(sql.One, of))
            {
                if (!await rows.ReadAsync()) return;
                for (var i = 0; i < dataset.Fields.Count; i++) dataset.Fields[i].LoadFromRow(rows, i + 2, record);
            }

            await RemovedRecords.Keep(work, dataset, facts, number, record);
            var day = dataset.GetCountedOn(record, facts.Context);
            new RecordKeyStore(work, dataset, facts.Agency).KeepRemoved(facts.ReturnId, number, dataset.GetKey(record)!, day);
            await work.Execute(sql.RemoveOne, of);
        }
    }
}
