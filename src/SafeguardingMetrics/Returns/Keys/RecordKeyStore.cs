using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Keys;

/// <summary>
/// The keys that the returns of one agency and dataset state. Keys are compared in the database: those of one return are put
/// beside the stored ones, in sorted parts, and taken away again before the commit.
/// </summary>
/// <param name="work">The unit of work.</param>
/// <param name="dataset">The dataset, of events.</param>
/// <param name="agency">The agency's code.</param>
internal sealed class RecordKeyStore(UnitOfWork work, Dataset dataset, string agency)
{
    private const int RecordsAtOnce = 50_000;
    private static readonly IReadOnlyList<string> Columns = ["ReturnId", "KeyHash", "RecordNumber", "CountedOn"];

    private static readonly Sql Removed = new("""
        SELECT RecordNumber, KeyHash, CountedOn
        FROM RemovedRecord
        WHERE ReturnId = @ReturnId AND CountedOn BETWEEN @FromDay AND @ToDay
        """);

    private static readonly Sql Purges = new("SELECT RecordNumber, RecordKey FROM PurgedKey WHERE ReturnId = @ReturnId");

    private static readonly Sql Restated = new("""
        SELECT r.ReturnId, p.RecordNumber, p.CountedOn, n.RecordNumber AS ByRecord, n.CountedOn AS ByDay
        FROM ComparedKey n
        JOIN StatedKey p ON p.KeyHash = n.KeyHash
            AND p.Ordinal = (SELECT MAX(q.Ordinal) FROM StatedKey q WHERE q.KeyHash = n.KeyHash)
        JOIN AgencyReturn r ON r.Agency = @Agency AND r.Dataset = @Dataset AND r.Ordinal = p.Ordinal
        WHERE n.ReturnId = @ReturnId AND p.CountedOn IS NOT NULL AND (p.CountedOn < @FromDay OR p.CountedOn > @ToDay)
            AND EXISTS (
                SELECT 1
                FROM Segment s
                WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL AND p.CountedOn BETWEEN s.FromDay AND s.ToDay)
        ORDER BY n.RecordNumber
        """);

    private static readonly Sql FirstNewer = new("""
        SELECT x.RecordNumber, x.CountedOn, x.Ordinal
        FROM (
            SELECT n.RecordNumber, n.CountedOn,
                (SELECT MIN(q.Ordinal) FROM StatedKey q WHERE q.KeyHash = n.KeyHash AND q.Ordinal > @Ordinal) AS Ordinal
            FROM ComparedKey n
            WHERE n.ReturnId = @ReturnId AND n.CountedOn IS NOT NULL
                AND EXISTS (SELECT 1 FROM StatedKey o WHERE o.KeyHash = n.KeyHash AND o.Ordinal = @Ordinal)) x
        WHERE x.Ordinal IS NOT NULL
        ORDER BY x.Ordinal, x.RecordNumber
        """);

    private static readonly Sql UnknownPurges = new("""
        SELECT n.RecordNumber
        FROM ComparedKey n
        WHERE n.ReturnId = @ReturnId AND n.CountedOn IS NULL AND NOT EXISTS (
            SELECT 1
            FROM StatedKey p
            WHERE p.KeyHash = n.KeyHash AND p.CountedOn IS NOT NULL
                AND p.Ordinal = (SELECT MAX(q.Ordinal) FROM StatedKey q WHERE q.KeyHash = n.KeyHash))
        ORDER BY n.RecordNumber
        """);

    private static readonly Sql Keep = new("""
        INSERT INTO StatedKey (KeyHash, Ordinal, RecordNumber, CountedOn)
        SELECT n.KeyHash, r.Ordinal, n.RecordNumber, n.CountedOn
        FROM ComparedKey n
        JOIN AgencyReturn r ON r.ReturnId = n.ReturnId
        WHERE n.ReturnId = @ReturnId
        ORDER BY n.KeyHash
        """);

    private static readonly Sql Forget = new("""
        DELETE FROM StatedKey
        WHERE Ordinal = (SELECT r.Ordinal FROM AgencyReturn r WHERE r.ReturnId = @ReturnId)
            AND KeyHash IN (SELECT n.KeyHash FROM ComparedKey n WHERE n.ReturnId = @ReturnId)
        """);

    private static readonly Sql Remove = new("DELETE FROM ComparedKey WHERE ReturnId = @ReturnId");

    private readonly RecordKeyHasher hasher = new(agency, dataset.Name);

    /// <summary>Puts the keys of a return's stored records beside the stated ones.</summary>
    /// <param name="returnId">The return.</param>
    /// <param name="days">Only of records that count on these days; null for all.</param>
    /// <returns>Of each month in which a record counts, its first and last day that has one.</returns>
    public async Task<IReadOnlyList<Period>> Compare(string returnId, Period? days)
    {
        var sql = RecordSql.Get(dataset);
        var last = (int)await work.Count(sql.LastNumber, new { ReturnId = returnId });
        var ofMonths = new SortedDictionary<DateOnly, Period>();
        var (from, to) = days is { } only ? (only.From, only.To) : (DateOnly.MinValue, DateOnly.MaxValue);
        for (var after = 0; after < last; after += RecordsAtOnce)
        {
            var part = new List<ComparedKey>();
            var numbers = new { ReturnId = returnId, FromDay = from, ToDay = to, After = after, Last = after + RecordsAtOnce };
            await using (var rows = await work.Stream(sql.NumberedKeys, numbers))
            {
                while (await rows.ReadAsync())
                {
                    var day = DateOnly.FromDateTime(rows.GetDateTime(2));
                    part.Add(new ComparedKey(hasher.Hash(rows.GetString(1)), rows.GetInt32(0), day));
                    AddDay(ofMonths, day);
                }
            }

            Insert(returnId, part);
        }

        // A record that was removed still has its key, and its day.
        var removed = await work.Query<RemovedRow>(Removed, new { ReturnId = returnId, FromDay = from, ToDay = to });
        Insert(returnId, [.. removed.Select(row => new ComparedKey(RecordKeyHasher.Read(row.KeyHash), row.RecordNumber, row.CountedOn))]);
        foreach (var row in removed) AddDay(ofMonths, row.CountedOn);
        return [.. ofMonths.Values];
    }

    /// <summary>The first and the last of the days on which a return has records; null where it has none on any.</summary>
    public async Task<Period?> FindDays(string returnId, Period days)
    {
        var numbers = new { ReturnId = returnId, FromDay = days.From, ToDay = days.To, After = 0, Last = int.MaxValue };
        await using var rows = await work.Stream(RecordSql.Get(dataset).NumberedKeys, numbers);
        Period? found = null;
        while (await rows.ReadAsync())
        {
            Include(DateOnly.FromDateTime(rows.GetDateTime(2)));
        }

        await rows.DisposeAsync();
        var removed = await work.Query<RemovedRow>(Removed, new { ReturnId = returnId, FromDay = days.From, ToDay = days.To });
        foreach (var row in removed) Include(row.CountedOn);
        return found;

        void Include(DateOnly day) =>
            found = found is { } known ? new Period(day < known.From ? day : known.From, day > known.To ? day : known.To) : new(day, day);
    }

    /// <summary>Keeps the hash of a removed record's key, and its day.</summary>
    public void KeepRemoved(string returnId, int number, string key, DateOnly day) => work.BulkInsert(
        "RemovedRecord", ["ReturnId", "RecordNumber", "KeyHash", "CountedOn"],
        [[returnId, number, RecordKeyHasher.GetBytes(hasher.Hash(key)), day]]);

    /// <summary>Puts the keys that a return of changes purges beside the stated ones.</summary>
    public async Task ComparePurges(string returnId)
    {
        var rows = await work.Query<PurgeRow>(Purges, new { ReturnId = returnId });
        Insert(returnId, [.. rows.Select(row => new ComparedKey(hasher.Hash(row.RecordKey), row.RecordNumber, null))]);
    }

    /// <summary>The records in force, on days outside a period, whose keys the compared return states as the newest.</summary>
    /// <param name="returnId">The return.</param>
    /// <param name="covered">The days that it covers; null where it covers none.</param>
    public Task<IReadOnlyList<RestatedKey>> FindRestated(string returnId, Period? covered) => work.Query<RestatedKey>(Restated, new
    {
        ReturnId = returnId,
        Agency = agency,
        Dataset = dataset.Name,
        // No day lies between the last and the first.
        FromDay = covered?.From ?? DateOnly.MaxValue,
        ToDay = covered?.To ?? DateOnly.MinValue,
    });

    /// <summary>
    /// Of the compared records whose key their return states those whose key a newer return states, each with the first such
    /// return's place.
    /// </summary>
    /// <param name="returnId">The return of the records.</param>
    /// <param name="ordinal">Its place among the agency's returns.</param>
    public Task<IReadOnlyList<NewerStatement>> FindFirstNewer(string returnId, int ordinal) =>
        work.Query<NewerStatement>(FirstNewer, new { ReturnId = returnId, Ordinal = ordinal });

    /// <summary>The records of the compared return whose key has a record of another child before, by their number.</summary>
    public async Task<IReadOnlySet<int>> FindOfOtherChild(string returnId)
    {
        if (RecordSql.Get(dataset).OfOtherChild is not { } sql) return new HashSet<int>();
        var of = new { ReturnId = returnId, Agency = agency, Dataset = dataset.Name };
        return (await work.Query<NumberRow>(sql, of)).Select(row => row.RecordNumber).ToHashSet();
    }

    /// <summary>The purges of the compared return whose key has no record, by their number in the return.</summary>
    public async Task<IReadOnlyList<int>> FindUnknownPurges(string returnId) =>
        [.. (await work.Query<NumberRow>(UnknownPurges, new { ReturnId = returnId })).Select(row => row.RecordNumber)];

    /// <summary>Keeps the compared keys as stated by their return, at its present place.</summary>
    public Task Save(string returnId) => work.Execute(Keep, new { ReturnId = returnId });

    /// <summary>Forgets that the compared keys were stated by their return.</summary>
    public Task Withdraw(string returnId) => work.Execute(Forget, new { ReturnId = returnId });

    /// <summary>Takes the compared keys away: before every commit.</summary>
    public Task Clear(string returnId) => work.Execute(Remove, new { ReturnId = returnId });

    private void Insert(string returnId, List<ComparedKey> part)
    {
        if (part.Count == 0) return;
        part.Sort(static (one, other) => one.Hash.CompareTo(other.Hash));
        work.BulkInsert("ComparedKey", Columns, part.Select(key => new object?[]
        {
            returnId, RecordKeyHasher.GetBytes(key.Hash), key.Number, key.Day,
        }));
    }

    private static void AddDay(SortedDictionary<DateOnly, Period> ofMonths, DateOnly day)
    {
        var month = Period.MonthOf(day);
        ofMonths[month] = ofMonths.TryGetValue(month, out var known)
            ? new Period(day < known.From ? day : known.From, day > known.To ? day : known.To)
            : new Period(day, day);
    }

    private readonly record struct ComparedKey(UInt128 Hash, int Number, DateOnly? Day);

    private sealed record RemovedRow
    {
        public required int RecordNumber { get; init; }

        public required byte[] KeyHash { get; init; }

        public required DateOnly CountedOn { get; init; }
    }

    private sealed record PurgeRow
    {
        public required int RecordNumber { get; init; }

        public required string RecordKey { get; init; }
    }

    private sealed record NumberRow
    {
        public required int RecordNumber { get; init; }
    }
}
