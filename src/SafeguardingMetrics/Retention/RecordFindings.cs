using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>The findings of records that are removed, stored and in the receipt.</summary>
internal static class RecordFindings
{
    private static readonly Sql OfRecord = new("DELETE FROM Finding WHERE ReturnId = @ReturnId AND RecordNumber = @RecordNumber");
    private static readonly Sql OfKey = new("DELETE FROM Finding WHERE ReturnId = @ReturnId AND RecordKey = @RecordKey");

    /// <summary>Removes the findings of some records of a return, and of records with some keys.</summary>
    /// <returns>How many.</returns>
    public static async Task<long> Remove(
        UnitOfWork work, string returnId, IReadOnlySet<int> numbers, IReadOnlyCollection<string> keys)
    {
        var before = await work.Count(RetentionService.CountFindings, new { ReturnId = returnId });
        foreach (var number in numbers) await work.Execute(OfRecord, new { ReturnId = returnId, RecordNumber = number });
        foreach (var key in keys) await work.Execute(OfKey, new { ReturnId = returnId, RecordKey = key });
        await ReceiptFindings.RetainWhere(work, returnId, finding =>
            !(finding.Record is { } number && numbers.Contains(number)) && !(finding.Key is { } key && keys.Contains(key)));
        return before - await work.Count(RetentionService.CountFindings, new { ReturnId = returnId });
    }
}
