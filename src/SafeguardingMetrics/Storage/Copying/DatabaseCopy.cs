using System.Globalization;

namespace SafeguardingMetrics.Storage.Copying;

/// <summary>
/// Copies a partnership from one database to another, of the same engine or the other: row by row, in one transaction
/// of the target, which is kept only when both databases hold the same number of rows and the same sums of counts.
/// </summary>
public sealed class DatabaseCopy(Database source, Database target, TimeProvider time, TextWriter progress)
{
    // In whole hundredths, since SQLite would add binary fractions.
    private static readonly Sql Numerators = new("SELECT COALESCE(SUM(CAST(ROUND(Numerator * 100, 0) AS BIGINT)), 0) FROM Cell");
    private static readonly Sql Denominators = new("SELECT COALESCE(SUM(CAST(ROUND(Denominator * 100, 0) AS BIGINT)), 0) FROM Cell");

    private static readonly WriteScope Scope = WriteScope.ForSettings(WriteLocks.Copy, audit: null);

    /// <summary>After how many rows of a table it tells that it goes on; so many take some seconds.</summary>
    public int ProgressInterval { get; init; } = 100_000;

    /// <summary>Makes the target and brings it up to date where need be, and copies.</summary>
    /// <exception cref="SchemaException">The source is not at the schema of this version.</exception>
    /// <exception cref="CopyException">
    /// One of them cannot be used; or the target holds something already, or did not receive what the source has.
    /// </exception>
    public async Task Run(CancellationToken cancel)
    {
        await EnsureReachable("source", () => new Schema(source, time).Check(cancel));
        await EnsureReachable("target", async () =>
        {
            await target.Engine.EnsureExists(cancel);
            // Asked before the target is touched: a database that is in use must not be brought to another version by a
            // slip of the hand.
            await target.Write(Scope, EnsureEmpty, cancel);
        });
        await new Schema(target, time).Migrate(cancel);

        var tries = 0;
        await source.Read(reading => target.Write(Scope, work => Copy(reading, work, isAgain: tries++ > 0), cancel), cancel);
    }

    // There are two databases: which of them is wrong is half of the answer.
    private static async Task EnsureReachable(string which, Func<Task> ask)
    {
        try
        {
            await ask();
        }
        catch (Exception fault) when (DatabaseErrors.IsPermanent(fault))
        {
            throw new CopyException($"The {which} cannot be used: {DatabaseErrors.Describe(fault)} Nothing was copied.");
        }
    }

    private static async Task<bool> EnsureEmpty(UnitOfWork work)
    {
        foreach (var table in CopiedTable.All)
            if (await work.HasTable(table.Name) && await work.Count(table.Count) is > 0 and var rows)
            {
                var what = string.Create(
                    CultureInfo.InvariantCulture,
                    $"The target already holds a partnership ({table.Name}: {rows} rows).");
                throw new CopyException($"{what} A copy goes to a database that is empty or not there yet; nothing was changed.");
            }

        return true;
    }

    private async Task<bool> Copy(ReadSession from, UnitOfWork to, bool isAgain)
    {
        // A commit whose answer was lost is tried again, and then finds its own rows.
        if (isAgain && await to.Count(CopiedTable.All[0].Count) > 0)
        {
            await Verify(from, to);
            return true;
        }

        await EnsureEmpty(to);
        foreach (var table in CopiedTable.All)
        {
            var rows = await Copy(from, to, table);
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {rows} rows"));
        }

        await AddedBankHolidayStore.ApplyToCalendar(to);
        await Verify(from, to);
        await to.Commit();
        await progress.WriteLineAsync("Copied: every table has as many rows as before, and the sums of all counts are equal.");
        return true;
    }

    private async Task<long> Copy(ReadSession from, UnitOfWork to, CopiedTable table)
    {
        var all = await from.Count(table.Count);
        await using var rows = await from.Stream(table.Rows);
        var columns = Enumerable.Range(0, rows.FieldCount).ToList();
        var read = columns.ConvertAll(i => ColumnReader.Create(rows, i));
        var count = 0L;
        to.BulkInsert(table.Name, columns.ConvertAll(rows.GetName), Values());
        return count;

        IEnumerable<object?[]> Values()
        {
            var values = new object?[rows.FieldCount];
            for (; rows.Read(); count++)
            {
                for (var i = 0; i < values.Length; i++) values[i] = rows.IsDBNull(i) ? null : read[i](rows, i);
                yield return values;
                if ((count + 1) % ProgressInterval == 0)
                    progress.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{table.Name}: {count + 1} of {all} rows"));
            }
        }
    }

    private static async Task Verify(ReadSession from, ReadSession to)
    {
        foreach (var table in CopiedTable.All) await Compare($"rows of {table.Name}", table.Count);
        await Compare("hundredths in all numerators", Numerators);
        await Compare("hundredths in all denominators", Denominators);

        async Task Compare(string what, Sql count)
        {
            var (expected, found) = (await from.Count(count), await to.Count(count));
            if (expected == found) return;
            var counts = string.Create(CultureInfo.InvariantCulture, $"The source has {expected} {what}, the target would have {found}.");
            throw new CopyException($"{counts} Nothing was kept; stop whatever writes to the source, and copy again.");
        }
    }
}
