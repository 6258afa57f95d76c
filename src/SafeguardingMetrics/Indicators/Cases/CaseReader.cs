using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Counts.Records;
using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Facts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Cases;

/// <summary>
/// Reads the cases behind a figure: the records of the returns that the figure rests on, measured again by the same
/// declaration.
/// </summary>
internal static class CaseReader
{
    /// <summary>The cases, in the order of intervals, days, agencies and records.</summary>
    public static async IAsyncEnumerable<CaseRow> Read(ReadSession reading, CountQuery query)
    {
        var indicator = query.Indicators[0];
        var intervals = query.Selection.Intervals.ToList();
        var counted = DatasetCounts.SelectSegments(query, await FigureStore.ListSegmentsInForce(reading, query));
        var restated = await RestatedRecords.List(reading, query);
        var calendar = await AddedBankHolidayStore.ReadCalendar(reading, query.Selection.KnownAt);
        var judged = await JudgingDays.Read(reading, query);
        foreach (var (place, (label, interval)) in intervals.Index())
        {
            foreach (var held in counted[place])
            {
                var facts = held.GetFacts(judged) with { Calendar = calendar };
                var source = indicator is AcrossRecords
                    ? ReadViewCases(reading, query.Dataset, indicator, held, label)
                    : query.Dataset.Accept(new RecordCaseVisitor(reading, indicator, held, label, facts));
                await foreach (var row in source)
                    // A week can hold a part of a segment only.
                    if (interval.Contains(row.CountedOn) && !restated.Contains((row.ReturnId, row.Record))) yield return row;
            }
        }
    }

    private static async IAsyncEnumerable<CaseRow> ReadViewCases(
        ReadSession reading, Dataset dataset, Indicator indicator, SegmentInForce held, string label)
    {
        foreach (var row in await reading.Query<CountedCase>(
            RecordSql.Get(dataset).FromViews[indicator.Code],
            new { held.ReturnId, held.FromDay, held.ToDay }))
        {
            yield return new CaseRow
            {
                Members = row.GetMembers(dataset),
                Period = label, ReturnId = held.ReturnId, Agency = held.Agency, Record = row.RecordNumber, CountedOn = row.CountedOn,
                Locality = row.Locality, Team = row.Team, Category = row.Category,
                Numerator = Rounding.TrimTrailingZeros(row.Numerator),
                Denominator = Rounding.TrimTrailingZeros(row.Denominator),
                Amount = null,
                Fields = new Dictionary<string, object?>(),
            };
        }
    }

    private sealed class RecordCaseVisitor(
        ReadSession reading, Indicator indicator, SegmentInForce held, string label, ReturnContext facts)
        : IDatasetVisitor<IAsyncEnumerable<CaseRow>>
    {
        public async IAsyncEnumerable<CaseRow> Visit<TRecord>(Dataset<TRecord> dataset) where TRecord : class, new()
        {
            var places = dataset.Dimensions.Index().ToDictionary(dimension => dimension.Item, dimension => dimension.Index);
            await foreach (var (number, record) in StoredRecordAggregator.Read(reading, dataset, held.ReturnId, held.Days))
            {
                if (!((Indicator<TRecord>)indicator).TryMeasure(record, facts, out var measure)) continue;
                var day = dataset.GetCountedOn(record, facts);
                string?[] members = [.. dataset.Breakdowns.Select(breakdown => breakdown.MemberOf(record, facts, day))];
                string? Find(string dimension) => places.TryGetValue(dimension, out var at) ? members[at] : null;
                yield return new CaseRow
                {
                    Members = members,
                    Period = label, ReturnId = held.ReturnId, Agency = held.Agency, Record = number, CountedOn = day,
                    Locality = Find(Dimension.Locality), Team = Find(Dimension.Team), Category = Find(Dimension.Category),
                    Numerator = Rounding.TrimTrailingZeros(measure.Numerator / 100m),
                    Denominator = Rounding.TrimTrailingZeros(measure.Denominator / 100m),
                    Amount = indicator.HasAmount ? measure.Amount : null,
                    // Hashes are for matching inside the store: to a reader they say nothing, and they do not leave it.
                    Fields = dataset.Fields
                        .Where(field => !field.IsHashed)
                        .ToDictionary(field => field.Name, field => field.GetStoredValue(record)),
                };
            }
        }
    }
}
