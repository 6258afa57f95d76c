using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// Measures records of one dataset by each indicator that looks at one record at a time, and adds what they count for.
/// </summary>
public sealed class RecordMeasurer<TRecord>(
    Dataset<TRecord> dataset, ReturnContext facts, CellAggregator cells) where TRecord : class, new()
{
    private readonly (int Index, Indicator<TRecord> Indicator)[] indicators =
        [
            .. dataset.MeasuredIndicators
                .Select((indicator, i) => (i, indicator as Indicator<TRecord>))
                .Where(pair => pair.Item2 is not null)
                .Select(pair => (pair.i, pair.Item2!)),
        ];

    private readonly Breakdown<TRecord>[] breakdowns = [.. dataset.Breakdowns];
    private readonly string?[] members = new string?[dataset.Breakdowns.Count];

    /// <summary>Adds a record.</summary>
    public void Add(TRecord record)
    {
        if (!TryPlace(record)) return;
        foreach (var (index, indicator) in indicators)
            if (indicator.TryMeasure(record, facts, out var measure)) cells.Add(index, measure);
    }

    /// <summary>Takes a record away.</summary>
    public void Subtract(TRecord record)
    {
        if (!TryPlace(record)) return;
        foreach (var (index, indicator) in indicators)
            if (indicator.TryMeasure(record, facts, out var measure)) cells.Subtract(index, measure);
    }

    private bool TryPlace(TRecord record)
    {
        var day = dataset.GetCountedOn(record, facts);
        for (var i = 0; i < breakdowns.Length; i++) members[i] = breakdowns[i].MemberOf(record, facts, day);
        return cells.TryPlace(day, members);
    }
}
