using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Counts;

/// <summary>
/// Adds up what records count for, while they pass. The total is kept by day, members by the days of one week within a
/// piece; a piece never crosses a month's end, so that months, quarters and years are sums of pieces, and weeks sums of
/// these.
/// </summary>
public sealed class CellAggregator
{
    private readonly IReadOnlyList<DatasetIndicator> indicators;
    private readonly Period[] pieces;
    private readonly GroupKeyEncoder[] groupings;
    private readonly CellCounters[][] sums;

    // Where the present record stands: one record passes at a time, and nothing is made anew for it.
    private readonly int[] places;

    /// <summary>
    /// Begins with nothing, and keeps the cells that are stored: the total and each dimension's members.
    /// </summary>
    /// <param name="dataset">The dataset; a place among what it is measured by is how they are named below.</param>
    /// <param name="pieces">The days that count, each piece within one month; what counts on no day of them is passed
    /// over.</param>
    public CellAggregator(Dataset dataset, IEnumerable<Period> pieces)
        : this(dataset, pieces, [
            new GroupKeyEncoder(Dimension.All, -1, -1, true),
            .. dataset.Dimensions.Select((dimension, place) => new GroupKeyEncoder(dimension, place, -1, false)),
        ])
    {
    }

    private CellAggregator(Dataset dataset, IEnumerable<Period> pieces, GroupKeyEncoder[] groupings)
    {
        indicators = dataset.MeasuredIndicators;
        this.pieces = [.. pieces];
        this.groupings = groupings;
        sums = [.. indicators.Select(_ => groupings.Select(_ => new CellCounters()).ToArray())];
        places = new int[groupings.Length];
    }

    /// <summary>
    /// Keeps members of one dimension, or of two crossed, by single days: for the rarer questions that no stored cell
    /// answers.
    /// </summary>
    public static CellAggregator CreateByDay(Dataset dataset, IEnumerable<Period> pieces, IReadOnlyList<string> dimensions)
    {
        int PlaceOf(string dimension) => dataset.Dimensions.Index().First(known => known.Item == dimension).Index;
        return new CellAggregator(dataset, pieces, [
            new GroupKeyEncoder(dimensions[0], PlaceOf(dimensions[0]), dimensions.Count > 1 ? PlaceOf(dimensions[1]) : -1, true),
        ]);
    }

    /// <summary>
    /// Keeps the total and every dimension's members by single days: what is left where records are taken away.
    /// </summary>
    public static CellAggregator CreateAllByDay(Dataset dataset, IEnumerable<Period> pieces) =>
        new(dataset, pieces, [
            new GroupKeyEncoder(Dimension.All, -1, -1, true),
            .. dataset.Dimensions.Select((dimension, place) => new GroupKeyEncoder(dimension, place, -1, true)),
        ]);

    /// <summary>Every cell that something was added to.</summary>
    public IEnumerable<Cell> GetCells() => GetCells(null);

    private IEnumerable<Cell> GetCells(Period? days)
    {
        for (var i = 0; i < sums.Length; i++)
            for (var g = 0; g < groupings.Length; g++)
                foreach (var (place, amount, numerator, denominator) in sums[i][g].GetTotals())
                {
                    var (startsOn, member, second) = groupings[g].Decode(place);
                    if (days is { } only && !only.Contains(startsOn)) continue;
                    yield return new Cell(indicators[i].Code, groupings[g].Name, startsOn, member, amount, numerator, denominator)
                    {
                        SecondMember = second,
                    };
                }
    }

    /// <summary>
    /// Finds where the next record stands, before what it measures is added; false where it counts on none of the days.
    /// </summary>
    /// <param name="countedOn">The day it counts on.</param>
    /// <param name="members">Its member of each of the dataset's dimensions, in their order; null where it has
    /// none.</param>
    public bool TryPlace(DateOnly countedOn, ReadOnlySpan<string?> members)
    {
        foreach (var piece in pieces)
        {
            if (!piece.Contains(countedOn)) continue;
            var weekStart = WeekStart(piece, countedOn);
            for (var g = 0; g < groupings.Length; g++)
                places[g] = groupings[g].Encode(groupings[g].IsByDay ? countedOn : weekStart, members);
            return true;
        }

        return false;
    }

    /// <summary>Adds what the record that was placed last measures to an indicator's cells.</summary>
    public void Add(int indicator, in Measure measure)
    {
        var ofIndicator = sums[indicator];
        for (var g = 0; g < ofIndicator.Length; g++)
            if (places[g] >= 0) ofIndicator[g].Add(places[g], measure.Amount, measure.Numerator, measure.Denominator);
    }

    /// <summary>Takes what the record that was placed last measures away from an indicator's cells.</summary>
    public void Subtract(int indicator, in Measure measure)
    {
        var ofIndicator = sums[indicator];
        for (var g = 0; g < ofIndicator.Length; g++)
            if (places[g] >= 0) ofIndicator[g].Add(places[g], measure.Amount, -measure.Numerator, -measure.Denominator, times: -1);
    }

    /// <summary>
    /// Adds a cell of one day, of records that are gone; where two dimensions are crossed there is none.
    /// </summary>
    public void Add(Cell cell) => Add(cell, 1);

    /// <summary>Takes a cell of one day away, of records that are gone.</summary>
    public void Subtract(Cell cell) => Add(cell, -1);

    private void Add(Cell cell, int sign)
    {
        var indicator = indicators
            .Index()
            .Where(known => known.Item.Code == cell.Indicator)
            .Select(known => (int?)known.Index)
            .FirstOrDefault();
        foreach (var piece in pieces)
        {
            if (indicator is not { } place || !piece.Contains(cell.StartsOn)) continue;
            for (var g = 0; g < groupings.Length; g++)
            {
                if (groupings[g].Name != cell.Dimension
                    || groupings[g].EncodeMember(
                        groupings[g].IsByDay ? cell.StartsOn : WeekStart(piece, cell.StartsOn),
                        cell.Member) is not (>= 0 and var at))
                    continue;
                sums[place][g].Add(
                    at, cell.Amount, sign * (long)(cell.Numerator * Measure.One), sign * (long)(cell.Denominator * Measure.One), sign);
            }

            return;
        }
    }

    /// <summary>Stores the cells of one piece for its segment; of one indicator only, where it is given.</summary>
    public void Store(UnitOfWork work, Period piece, string segmentId, DatasetIndicator? indicator = null) =>
        Cell.Store(work, segmentId, GetCells(piece)
            .Where(cell => indicator is null || cell.Indicator == indicator.Code || cell.Indicator == indicator.Waiting?.Code));

    // The first of a week's days that the piece has.
    private static DateOnly WeekStart(Period piece, DateOnly day) =>
        Period.WeekOf(day) is var week && week > piece.From ? week : piece.From;
}
