using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Returns.Segments;

/// <summary>What a segment of changes has beside its return's records: older records taken away, and older ones judged again.</summary>
/// <param name="Days">From the first to the last day on which anything of it counts.</param>
/// <param name="Restated">The older records that it takes out of force.</param>
/// <param name="Rejudged">The older records that it judges again.</param>
internal sealed record SegmentContent(Period Days, IReadOnlyList<RestatedRow> Restated, IReadOnlyList<RejudgedRecord> Rejudged)
{
    private static readonly IReadOnlyList<string> RestatedColumns = ["SegmentId", "ReturnId", "RecordNumber", "CountedOn"];

    private static readonly Sql RestatedBy = new("""
        SELECT ReturnId, RecordNumber, CountedOn FROM RestatedRecord WHERE SegmentId = @SegmentId ORDER BY ReturnId, RecordNumber
        """);

    /// <summary>The content of some older records and the days of the return's own; null where there is none of them.</summary>
    public static SegmentContent? Create(IReadOnlyList<RestatedRow> restated, IReadOnlyList<RejudgedRecord> rejudged, Period? own)
    {
        List<DateOnly> days = [.. restated.Select(row => row.CountedOn), .. rejudged.Select(record => record.CountedOn)];
        if (own is { } of) days.AddRange([of.From, of.To]);
        return days.Count == 0 ? null : new SegmentContent(new Period(days.Min(), days.Max()), restated, rejudged);
    }

    /// <summary>The older records that a stored segment takes away, and those that it judges again.</summary>
    public static async Task<(IReadOnlyList<RestatedRow> Restated, IReadOnlyList<RejudgedRecord> Rejudged)> Read(
        ReadSession reading, string segmentId) =>
        (await reading.Query<RestatedRow>(RestatedBy, new { SegmentId = segmentId }), await RejudgedRecords.List(reading, segmentId));

    /// <summary>Stores the older records of segments.</summary>
    public static void Store(UnitOfWork work, IReadOnlyList<(string SegmentId, SegmentContent Content)> segments)
    {
        InsertRestated(work, segments.SelectMany(one => one.Content.Restated.Select(row => (one.SegmentId, row))));
        RejudgedRecords.Insert(work, segments.SelectMany(one => one.Content.Rejudged.Select(record => (one.SegmentId, record))));
    }

    /// <summary>Gives a segment that continues another the same older records.</summary>
    public static async Task Copy(UnitOfWork work, string from, string to)
    {
        var rows = await work.Query<RestatedRow>(RestatedBy, new { SegmentId = from });
        InsertRestated(work, rows.Select(row => (to, row)));
        await RejudgedRecords.Copy(work, from, to);
    }

    private static void InsertRestated(UnitOfWork work, IEnumerable<(string SegmentId, RestatedRow Row)> restated)
    {
        var rows = restated
            .OrderBy(one => one.SegmentId, StringComparer.Ordinal)
            .ThenBy(one => one.Row.ReturnId, StringComparer.Ordinal).ThenBy(one => one.Row.RecordNumber)
            .Select(one => new object?[] { one.SegmentId, one.Row.ReturnId, one.Row.RecordNumber, one.Row.CountedOn })
            .ToList();
        if (rows.Count > 0) work.BulkInsert("RestatedRecord", RestatedColumns, rows);
    }
}

/// <summary>An older record that a segment of changes takes out of force.</summary>
internal sealed record RestatedRow
{
    /// <summary>The record's return.</summary>
    public required string ReturnId { get; init; }

    /// <summary>Its number in that return.</summary>
    public required int RecordNumber { get; init; }

    /// <summary>The day on which it counts.</summary>
    public required DateOnly CountedOn { get; init; }
}
