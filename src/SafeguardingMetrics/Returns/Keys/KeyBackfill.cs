using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Returns.Receipts;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>
/// Adds the keys of an agency's returns that an earlier version stored, before the first return that is compared with them.
/// </summary>
internal static class KeyBackfill
{
    private static readonly Sql IsDone = new("SELECT COUNT(*) FROM KeyedDataset WHERE Agency = @Agency AND Dataset = @Dataset");

    private static readonly Sql Mark = new("INSERT INTO KeyedDataset (Agency, Dataset, KeyedAt) VALUES (@Agency, @Dataset, @KeyedAt)");

    private static readonly Sql Returns = new("""
        SELECT r.ReturnId
        FROM AgencyReturn r
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND r.Status NOT IN ('rejected', 'held', @Arriving) AND r.WithdrawnAt IS NULL
            AND NOT EXISTS (SELECT 1 FROM ForgottenReturn f WHERE f.ReturnId = r.ReturnId)
        ORDER BY r.Ordinal
        """);

    private static readonly Sql Months = new("""
        SELECT DISTINCT MonthOn AS Day FROM Segment WHERE Agency = @Agency AND Dataset = @Dataset AND EndedAt IS NULL ORDER BY MonthOn
        """);

    /// <summary>True where the keys are there.</summary>
    public static async Task<bool> IsKeyed(ReadSession reading, Dataset dataset, string agency) =>
        await reading.Count(IsDone, new { Agency = agency, Dataset = dataset.Name }) > 0;

    /// <summary>Adds the keys where they are not there yet.</summary>
    /// <returns>
    /// The months in which records are in force that were stored before, so that a key may be in force twice; none where the
    /// keys were there.
    /// </returns>
    public static async Task<IReadOnlyList<DateOnly>> Run(
        UnitOfWork work, RecordKeyStore keys, Dataset dataset, string agency, DateTimeOffset at)
    {
        if (await IsKeyed(work, dataset, agency)) return [];
        var of = new { Agency = agency, Dataset = dataset.Name, ReturnStatus.Arriving, KeyedAt = at };
        await work.Execute(Mark, of);
        var returns = await work.Query<ReturnRow>(Returns, of);
        foreach (var stored in returns)
        {
            await keys.Compare(stored.ReturnId, null);
            await keys.Save(stored.ReturnId);
            await keys.Clear(stored.ReturnId);
        }

        return returns.Count < 2 ? [] : [.. (await work.Query<MonthRow>(Months, of)).Select(row => row.Day)];
    }

    private sealed record ReturnRow
    {
        public required string ReturnId { get; init; }
    }

    private sealed record MonthRow
    {
        public required DateOnly Day { get; init; }
    }
}
