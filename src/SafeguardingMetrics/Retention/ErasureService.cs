using SafeguardingMetrics.Audit;
using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Returns.Explanations;
using SafeguardingMetrics.Returns.Intake;
using SafeguardingMetrics.Returns.Segments;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Retention;

/// <summary>
/// Removes a child's records, findings and explained queries from every return. Figures stay: the cells are not changed, and what the
/// records counted for is stored by day, so that a return's days can still be allocated anew.
/// </summary>
public sealed class ErasureService(Database database, LogCheckpoint checkpoint, IdentifierHasher hash, TimeProvider time)
{
    /// <summary>The most children that are listed where an erasure is refused.</summary>
    internal const int MostBearers = 100;

    private static readonly Sql WithKey = new("""
        SELECT DISTINCT f.ReturnId
        FROM Finding f
        JOIN AgencyReturn r ON r.ReturnId = f.ReturnId
        WHERE r.Agency = @Agency AND r.Dataset = @Dataset AND f.RecordKey = @RecordKey
        """);

    /// <summary>
    /// Erases the child, each agency's returns of each dataset in a transaction of their own. Run again it erases what
    /// is left.
    /// </summary>
    /// <param name="child">The child.</param>
    /// <param name="audit">The audit entry of the request; each transaction writes an entry of its part.</param>
    /// <param name="cancel">Ends it after the present transaction.</param>
    /// <returns>
    /// How much was erased; or, where an agency has several children with that identifier and nothing was erased, which these are, a
    /// hundred at most.
    /// </returns>
    internal async Task<(Erasure? Erased, IReadOnlyList<BearingChild> Bearers)> Erase(
        ErasureSubject child, AuditEntry audit, CancellationToken cancel)
    {
        if (await database.Read(reading => FindChildIds(reading, child), cancel) is not { } ids)
            return (null, await database.Read(reading => ListBearers(reading, child), cancel));
        var sum = new Erasure(Instant.Now(time), 0, 0, 0);
        foreach (var dataset in DatasetCatalogue.All.Where(dataset => dataset.ChildFields.Count > 0))
        {
            foreach (var agency in await database.Read(reading => ListAgencies(reading, dataset, child, ids), cancel))
            {
                var entry = audit.CreatePart($"{dataset.Name}/{agency}/{child.Hash}", Instant.Now(time));
                var scope = WriteScope.ForReturns(agency, dataset.Name, entry);
                var part =
                    await database.Write(scope, work => Erase(work, dataset, agency, child, ids.GetValueOrDefault(agency), entry), cancel);
                sum = sum with
                {
                    Returns = sum.Returns + part.Returns,
                    Records = sum.Records + part.Records,
                    Findings = sum.Findings + part.Findings,
                };
            }
        }

        // In the log of changes each page stands as it was before.
        return (sum with { GoneFromFilesAt = await checkpoint.Run(cancel) }, []);
    }

    // Of the agencies that have several children with the identifier.
    private static async Task<IReadOnlyList<BearingChild>> ListBearers(ReadSession reading, ErasureSubject child)
    {
        var all = new List<BearingChild>();
        foreach (var dataset in DatasetCatalogue.All)
            foreach (var sql in child.ListSql(dataset))
                all.AddRange(await reading.Query<BearingChild>(sql.Bearers, new { Child = child.Value }));
        return
        [
            .. all.GroupBy(one => one.Agency).Where(agency => agency.DistinctBy(one => one.ChildId).Skip(1).Any()).SelectMany(one => one)
                .OrderBy(one => one.Agency, StringComparer.Ordinal).ThenBy(one => one.ChildId, StringComparer.Ordinal)
                .ThenBy(one => one.Dataset, StringComparer.Ordinal).Take(MostBearers),
        ];
    }

    // Each agency's own id of the child; null where an agency has several. A number that was mistyped onto another
    // child's record must not erase that child's records.
    private static async Task<Dictionary<string, string>?> FindChildIds(ReadSession reading, ErasureSubject child)
    {
        if (child.FieldName is null) return new(StringComparer.Ordinal) { [child.Agency!] = child.Value };
        var found = new HashSet<(string Agency, string ChildId)>();
        foreach (var dataset in DatasetCatalogue.All)
            foreach (var sql in child.ListSql(dataset))
            {
                var rows = await reading.Query<ChildOfAgency>(sql.Ids, new { Child = child.Value, child.Agency });
                found.UnionWith(rows.Select(row => (row.Agency, row.ChildId)));
            }

        return found.DistinctBy(one => one.Agency).Count() == found.Count
            ? found.ToDictionary(one => one.Agency, one => one.ChildId, StringComparer.Ordinal)
            : null;
    }

    private static async Task<IReadOnlyList<string>> ListAgencies(
        ReadSession reading, Dataset dataset, ErasureSubject child, Dictionary<string, string> ids)
    {
        var agencies = new HashSet<string>(ids.Keys, StringComparer.Ordinal);
        foreach (var sql in child.ListSql(dataset))
        {
            var rows = await reading.Query<AgencyRow>(sql.Agencies, new { Child = child.Value, child.Agency });
            agencies.UnionWith(rows.Select(row => row.Agency));
        }

        // An agency may have rejected records of the child only.
        if (child.FieldName is not null) agencies.UnionWith(await RejectedChildStore.ListAgencies(reading, dataset.Name, child.Value));
        return [.. agencies];
    }

    private async Task<Erasure> Erase(
        UnitOfWork work, Dataset dataset, string agency, ErasureSubject child, string? childId, AuditEntry entry)
    {
        var found = new HashSet<FoundRecord>();
        foreach (var sql in child.ListSql(dataset))
            await Find(sql, child.Value);
        bool IsAgencysOwn(string name) => dataset.ChildFields.Any(field => field.Name == name && !field.IsHashed);
        var ofAgency = RecordSql.Get(dataset).Children.First(known => IsAgencysOwn(known.Key)).Value;
        if (childId is not null) await Find(ofAgency, childId);

        // Of a rejected record it is known whose child it is about; of one of an earlier version only its key, which is the key that
        // the child's record has in another return.
        var rejected = new HashSet<(string ReturnId, int RecordNumber)>();
        if (child.FieldName is not null) await FindRejected(child.Value);
        if (childId is not null) await FindRejected(RejectedChildren.ComputeHash(hash, agency, childId));
        var keys = found.Select(record => record.RecordKey).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (childId is not null && dataset.KeyField.IsOfChild) keys.Add(childId);
        var returns =
            found.Select(record => record.ReturnId).Concat(rejected.Select(one => one.ReturnId)).ToHashSet(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            var rows = await work.Query<ReturnRow>(WithKey, new { Agency = agency, Dataset = dataset.Name, RecordKey = key });
            returns.UnionWith(rows.Select(row => row.ReturnId));
        }

        var explanations = 0;
        foreach (var key in keys) explanations += await ExplanationStore.Remove(work, agency, dataset.Name, key);
        var findings = 0L;
        foreach (var returnId in returns)
        {
            var records = found.Where(record => record.ReturnId == returnId).ToList();
            if (records.Count > 0) await Remove(work, dataset, returnId, records);
            var numbers = records.Select(record => record.RecordNumber).ToHashSet();
            foreach (var (_, number) in rejected.Where(one => one.ReturnId == returnId))
            {
                await RejectedChildStore.Remove(work, returnId, number);
                numbers.Add(number);
            }

            findings += await RecordFindings.Remove(work, returnId, numbers, keys);
        }

        if (returns.Count == 0 && explanations == 0) return new Erasure(default, 0, 0, 0);
        entry.SetResult(records: found.Count);
        await work.Commit();
        return new Erasure(default, returns.Count, found.Count, (int)findings);

        async Task FindRejected(string childHash) =>
            rejected.UnionWith(await RejectedChildStore.Find(work, agency, dataset.Name, childHash));

        // Where records are events, also each record of the same key: an older one would otherwise be in force again.
        async Task Find(RecordSql.ChildSql sql, string value) => found.UnionWith(await work.Query<FoundRecord>(
            dataset.IsOfEvents ? sql.OfSameKeys : sql.Found, new { Child = value, Agency = agency }));
    }

    private static async Task Remove(
        UnitOfWork work,
        Dataset dataset,
        string returnId,
        IReadOnlyList<FoundRecord> records)
    {
        if (dataset.IsOfEvents)
        {
            await RecordRemoval.Remove(work, dataset, returnId, records.Select(record => record.RecordNumber));
            return;
        }

        var claim = await work.First<CoverageClaim>(SegmentStore.ClaimById, new { ReturnId = returnId });
        var before = await CountCells(work, dataset, claim!);
        foreach (var record in records) await work.Execute(RecordSql.Get(dataset).RemoveOne, new { record.ReturnId, record.RecordNumber });
        await ErasureAdjustments.Add(work, returnId, before, await CountCells(work, dataset, claim!));
    }

    private static async Task<IReadOnlyList<Cell>> CountCells(ReadSession reading, Dataset dataset, CoverageClaim claim)
    {
        var sums = CellAggregator.CreateAllByDay(dataset, claim.Days.SplitByMonth());
        await StoredRecordAggregator.AggregateStored(reading, dataset, claim.ReturnId, claim.Facts, claim.Days, sums);
        return [.. sums.GetCells()];
    }

    private sealed record FoundRecord
    {
        public required string ReturnId { get; init; }

        public required int RecordNumber { get; init; }

        public required string? RecordKey { get; init; }
    }

    private sealed record ChildOfAgency
    {
        public required string Agency { get; init; }

        public required string ChildId { get; init; }
    }

    private sealed record AgencyRow
    {
        public required string Agency { get; init; }
    }

    private sealed record ReturnRow
    {
        public required string ReturnId { get; init; }
    }
}
