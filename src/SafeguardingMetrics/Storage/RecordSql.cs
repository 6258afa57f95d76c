using System.Collections.Concurrent;
using SafeguardingMetrics.Datasets;
using SafeguardingMetrics.Datasets.Measures;

namespace SafeguardingMetrics.Storage;

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
        Remove = new($"DELETE FROM {Table} WHERE ReturnId = @ReturnId");
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

    /// <summary>Takes away a return's records: only within the transaction that would have stored them.</summary>
    public Sql Remove { get; }

    /// <summary>By indicator: its view's rows for a return.</summary>
    public IReadOnlyDictionary<string, Sql> FromViews { get; }

    /// <summary>Every text, for the tests.</summary>
    public IEnumerable<Sql> All => [Stored, Remove, .. FromViews.Values];

    /// <summary>The SQL of a dataset.</summary>
    public static RecordSql Of(Dataset dataset) => Made.GetOrAdd(dataset.Name, _ => new RecordSql(dataset));
}
