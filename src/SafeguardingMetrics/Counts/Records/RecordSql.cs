using System.Collections.Concurrent;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Fields;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts.Records;

/// <summary>The SQL of one dataset's records, from its declaration.</summary>
public sealed class RecordSql
{
    private static readonly ConcurrentDictionary<string, RecordSql> Made = new();

    private RecordSql(Dataset dataset)
    {
        Table = dataset.Table;
        Columns = ["ReturnId", "RecordNumber", .. dataset.FieldList.Select(field => field.Column)];
        var counted = dataset.CountedOnField is { } field ? $"t.{field.Column}" : "r.ToDay";
        var columns = string.Join(", ", Columns.Select(column => $"t.{column}"));

        Stored = new($"""
            SELECT {columns}
            FROM {Table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE t.ReturnId = @ReturnId AND {counted} BETWEEN @FromDay AND @ToDay
            ORDER BY t.RecordNumber
            """);
        var ofDays = $"""
            FROM {Table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE t.ReturnId = @ReturnId AND {counted} BETWEEN @FromDay AND @ToDay
            """;
        CountFilled = new($"""
            SELECT COUNT(*), {string.Join(", ", dataset.FieldList.Select(known => $"COUNT(t.{known.Column})"))}
            {ofDays}
            """);
        Keys = new($"""
            SELECT t.{dataset.KeyField.Column}
            {ofDays}
            """);
        CountInForce = new($"""
            SELECT COUNT(*)
            FROM Segment s
            JOIN AgencyReturn r ON r.ReturnId = s.ReturnId
            JOIN {Table} t ON t.ReturnId = s.ReturnId AND {counted} BETWEEN s.FromDay AND s.ToDay
            WHERE s.Agency = @Agency AND s.Dataset = @Dataset AND s.EndedAt IS NULL AND (s.CoversDays = 1 OR r.IsChanges = 1)
                AND s.MonthOn >= @FromMonth AND s.MonthOn <= @ToDay AND {counted} BETWEEN @FromDay AND @ToDay
            """);
        // A range of numbers, so that a return of any size is read in parts.
        NumberedKeys = new($"""
            SELECT t.RecordNumber, t.{dataset.KeyField.Column}, {counted}
            {ofDays} AND t.RecordNumber > @After AND t.RecordNumber <= @Last
            ORDER BY t.RecordNumber
            """);
        LastNumber = new($"SELECT COALESCE(MAX(RecordNumber), 0) FROM {Table} WHERE ReturnId = @ReturnId");
        Restated = new($"""
            SELECT {columns}
            FROM RestatedRecord x
            JOIN {Table} t ON t.ReturnId = x.ReturnId AND t.RecordNumber = x.RecordNumber
            WHERE x.SegmentId = @SegmentId
            ORDER BY t.ReturnId, t.RecordNumber
            """);
        RestatedBy = new($"""
            SELECT {columns}
            FROM Segment s
            JOIN RestatedRecord x ON x.SegmentId = s.SegmentId
            JOIN {Table} t ON t.ReturnId = x.ReturnId AND t.RecordNumber = x.RecordNumber
            WHERE s.ReturnId = @ByReturnId AND s.EndedAt IS NULL
            ORDER BY t.ReturnId, t.RecordNumber
            """);
        OfOtherChild = dataset.IsOfEvents && dataset.ChildFields.Count > 0 ? new($"""
            SELECT n.RecordNumber
            FROM ComparedKey n
            JOIN {Table} t ON t.ReturnId = n.ReturnId AND t.RecordNumber = n.RecordNumber
            JOIN StatedKey p ON p.KeyHash = n.KeyHash
                AND p.Ordinal = (SELECT MAX(q.Ordinal) FROM StatedKey q WHERE q.KeyHash = n.KeyHash)
            JOIN AgencyReturn r ON r.Agency = @Agency AND r.Dataset = @Dataset AND r.Ordinal = p.Ordinal
            JOIN {Table} o ON o.ReturnId = r.ReturnId AND o.RecordNumber = p.RecordNumber
            WHERE n.ReturnId = @ReturnId AND n.CountedOn IS NOT NULL AND o.{GetChildIdColumn(dataset)} <> t.{GetChildIdColumn(dataset)}
            """) : null;
        Open = dataset.OpenUntilField is not { } open ? null : new($"""
            SELECT {columns}
            FROM {Table} t
            WHERE t.ReturnId = @ReturnId AND {counted} BETWEEN @FromDay AND @ToDay AND t.{open.Column} IS NULL AND NOT EXISTS (
                SELECT 1
                FROM RestatedRecord x
                JOIN Segment s ON s.SegmentId = x.SegmentId
                WHERE x.ReturnId = t.ReturnId AND x.RecordNumber = t.RecordNumber AND s.EndedAt IS NULL)
            ORDER BY t.RecordNumber
            """);
        One = new($"SELECT {columns} FROM {Table} t WHERE t.ReturnId = @ReturnId AND t.RecordNumber = @RecordNumber");
        RemoveOne = new($"DELETE FROM {Table} WHERE ReturnId = @ReturnId AND RecordNumber = @RecordNumber");
        RestatedGone = new($"""
            SELECT x.ReturnId, x.RecordNumber
            FROM RestatedRecord x
            WHERE x.SegmentId = @SegmentId
                AND NOT EXISTS (SELECT 1 FROM {Table} t WHERE t.ReturnId = x.ReturnId AND t.RecordNumber = x.RecordNumber)
            """);
        OfKey = new($"SELECT {columns} FROM {Table} t WHERE t.ReturnId = @ReturnId AND t.{dataset.KeyField.Column} = @RecordKey");
        var days = dataset.FieldList.Where(known => known.Type == FieldType.Date).Select(known => $"t.{known.Column}").ToList();
        SpansDay = days.Count == 0 ? null : new($"""
            SELECT r.ReturnId
            FROM AgencyReturn r
            WHERE r.Agency = @Agency AND r.Dataset = @Dataset
                AND EXISTS (SELECT 1 FROM Segment s WHERE s.ReturnId = r.ReturnId AND s.EndedAt IS NULL)
                AND EXISTS (
                    SELECT 1 FROM {Table} t
                    WHERE t.ReturnId = r.ReturnId AND ({string.Join(" OR ", days.Select(day => $"{day} < @Day"))})
                        AND (r.ReceivedOn >= @Day OR r.ToDay >= @Day OR {string.Join(" OR ", days.Select(day => $"{day} >= @Day"))}))
            ORDER BY r.ReturnId
            """);
        Remove = new($"DELETE FROM {Table} WHERE ReturnId = @ReturnId");
        Count = new($"SELECT COUNT(*) FROM {Table} WHERE ReturnId = @ReturnId");
        Hashes = [.. dataset.FieldList.Where(field => field.IsHashed).Select(field => new HashSql(Table, field.Column))];
        Children = dataset.ChildFields.ToDictionary(
            field => field.Name,
            field => new ChildSql(Table, field.Column, dataset.KeyField.Column, GetChildIdColumn(dataset)));
        FromViews = dataset.Indicators.OfType<AcrossRecords>().ToDictionary(indicator => indicator.Code, indicator => new Sql($"""
            SELECT v.RecordNumber, v.CountedOn, v.Locality, v.Team, v.Category, v.Numerator, v.Denominator, v.Amount
            FROM {indicator.View} v
            WHERE v.ReturnId = @ReturnId AND v.CountedOn BETWEEN @FromDay AND @ToDay
            ORDER BY v.RecordNumber
            """));
    }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>Its columns: the return, the record's number in it, and the fields in their order.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The records of a return that count on the days from @FromDay to @ToDay, in their order.</summary>
    public Sql Stored { get; }

    /// <summary>
    /// How many records of a return count on the days from @FromDay to @ToDay, and how many of them have a value in
    /// each field.
    /// </summary>
    public Sql CountFilled { get; }

    /// <summary>
    /// How many records of the returns in force count on the days from @FromDay to @ToDay, those included that newer returns
    /// restate.
    /// </summary>
    public Sql CountInForce { get; }

    /// <summary>The keys of the records of a return that count on the days from @FromDay to @ToDay.</summary>
    public Sql Keys { get; }

    /// <summary>
    /// Number, key and day of a return's records that count on the days from @FromDay to @ToDay, with numbers above @After
    /// and not above @Last, in their order.
    /// </summary>
    public Sql NumberedKeys { get; }

    /// <summary>The greatest number of a return's records; 0 where there are none.</summary>
    public Sql LastNumber { get; }

    /// <summary>The older records that a segment of changes takes out of force, by return.</summary>
    public Sql Restated { get; }

    /// <summary>The older records that a return takes out of force, by return.</summary>
    public Sql RestatedBy { get; }

    /// <summary>
    /// The numbers of a compared return's records whose key has a record of another child before; null where records are not
    /// of children, or keys count within a period only.
    /// </summary>
    public Sql? OfOtherChild { get; }

    /// <summary>
    /// The open records of a return that count on the days from @FromDay to @ToDay and are not restated; null where no record is
    /// ever open.
    /// </summary>
    public Sql? Open { get; }

    /// <summary>One record of a return.</summary>
    public Sql One { get; }

    /// <summary>Takes one record of a return away.</summary>
    public Sql RemoveOne { get; }

    /// <summary>The older records that a segment of changes takes out of force, and that are no longer stored.</summary>
    public Sql RestatedGone { get; }

    /// <summary>The record of a return that has a key.</summary>
    public Sql OfKey { get; }

    /// <summary>
    /// The returns in force of an agency that have a record with a date before @Day, and with one on it or after it, be
    /// it the return's own: a length of time can have the day in it. Null where the dataset has no dates.
    /// </summary>
    public Sql? SpansDay { get; }

    /// <summary>Takes away a return's records: only within the transaction that would have stored them.</summary>
    public Sql Remove { get; }

    /// <summary>How many records of a return are stored.</summary>
    public Sql Count { get; }

    /// <summary>Of each column of hashes.</summary>
    public IReadOnlyList<HashSql> Hashes { get; }

    /// <summary>By field that says which child a record is about.</summary>
    public IReadOnlyDictionary<string, ChildSql> Children { get; }

    /// <summary>By indicator: its view's rows for a return.</summary>
    public IReadOnlyDictionary<string, Sql> FromViews { get; }

    /// <summary>Every text, for the tests.</summary>
    public IEnumerable<Sql> All =>
    [
        Stored,
        CountFilled,
        CountInForce,
        Keys,
        NumberedKeys,
        LastNumber,
        Restated,
        RestatedBy,
        One,
        RemoveOne,
        RestatedGone,
        OfKey,
        .. Open is { } open ? [open] : Array.Empty<Sql>(),
        .. SpansDay is { } spans ? [spans] : Array.Empty<Sql>(),
        Remove,
        Count,
        .. OfOtherChild is { } other ? [other] : Array.Empty<Sql>(),
        .. Hashes.SelectMany(hashes => hashes.All),
        .. Children.Values.SelectMany(child => child.All),
        .. FromViews.Values,
    ];

    /// <summary>The SQL of a dataset.</summary>
    public static RecordSql Get(Dataset dataset) => Made.GetOrAdd(dataset.Name, _ => new RecordSql(dataset));

    private static string GetChildIdColumn(Dataset dataset) => dataset.ChildFields.First(field => !field.IsHashed).Column;

    /// <summary>The SQL of one column of hashes.</summary>
    public sealed class HashSql(string table, string column)
    {
        /// <summary>Each hash once.</summary>
        public Sql Distinct { get; } = new($"SELECT DISTINCT {column} AS OldHash FROM {table} WHERE {column} IS NOT NULL");

        /// <summary>Puts the new in the place of the old.</summary>
        public Sql Rewrap { get; } = new(
            $"UPDATE {table} SET {column} = (SELECT w.NewHash FROM IdentifierRewrap w WHERE w.OldHash = {table}.{column}) WHERE "
            + $"{column} IS NOT NULL");

        /// <summary>Every text.</summary>
        public IEnumerable<Sql> All => [Distinct, Rewrap];
    }

    /// <summary>The SQL of the records of one child, as one field says which that is.</summary>
    public sealed class ChildSql(string table, string column, string key, string childId)
    {
        /// <summary>The agencies and their ids of the child, of the records with @Child.</summary>
        public Sql Ids { get; } = new($"""
            SELECT DISTINCT r.Agency, t.{childId} AS ChildId
            FROM {table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE t.{column} = @Child AND t.{childId} IS NOT NULL AND (@Agency IS NULL OR r.Agency = @Agency)
            """);

        /// <summary>The agencies' ids of the child, of the records with @Child: how many of each, and the newest return with one.</summary>
        public Sql Bearers { get; } = new($"""
            SELECT r.Agency, t.{childId} AS ChildId, r.Dataset, COUNT(*) AS Records, MAX(t.ReturnId) AS ReturnId
            FROM {table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE t.{column} = @Child AND t.{childId} IS NOT NULL
            GROUP BY r.Agency, t.{childId}, r.Dataset
            ORDER BY r.Agency, t.{childId}
            """);

        /// <summary>The agencies whose returns have a record with @Child.</summary>
        public Sql Agencies { get; } = new(
            $"SELECT DISTINCT r.Agency FROM {table} t JOIN AgencyReturn r ON r.ReturnId = t.ReturnId WHERE t.{column} = @Child AND "
            + $"(@Agency IS NULL OR r.Agency = @Agency)");

        /// <summary>The agency's returns and records with @Child, with their keys.</summary>
        public Sql Found { get; } = new($"""
            SELECT t.ReturnId, t.RecordNumber, t.{key} AS RecordKey
            FROM {table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE t.{column} = @Child AND r.Agency = @Agency
            ORDER BY t.ReturnId, t.RecordNumber
            """);

        /// <summary>
        /// The agency's returns and records, with their keys, that have the key of a record with @Child: an older one would
        /// otherwise be in force again.
        /// </summary>
        public Sql OfSameKeys { get; } = new($"""
            SELECT t.ReturnId, t.RecordNumber, t.{key} AS RecordKey
            FROM {table} t
            JOIN AgencyReturn r ON r.ReturnId = t.ReturnId
            WHERE r.Agency = @Agency AND t.{key} IN (
                SELECT u.{key}
                FROM {table} u
                JOIN AgencyReturn o ON o.ReturnId = u.ReturnId
                WHERE u.{column} = @Child AND o.Agency = @Agency)
            ORDER BY t.ReturnId, t.RecordNumber
            """);

        /// <summary>Every text.</summary>
        public IEnumerable<Sql> All => [Ids, Bearers, Agencies, Found, OfSameKeys];
    }
}
