using SafeguardingMetrics.Calendar;
using SafeguardingMetrics.Datasets.Measures;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Cells;

/// <summary>
/// Adds up what records count for, while they pass. The total is kept by day, members by the days of one week within a piece; a
/// piece never crosses a month's end, so that months, quarters and years are sums of pieces, and weeks sums of these.
/// </summary>
public sealed class CellSums
{
    private const int Total = 0;
    private static readonly string[] Dimensions = [Dimension.All, .. Dimension.OfRecords];
    private readonly IReadOnlyList<Indicator> indicators;
    private readonly IReadOnlyList<Period> pieces;
    private readonly bool membersByDay;
    private readonly Dictionary<CellKey, (long Numerator, long Denominator)>[] sums;
    private readonly TextNumbers[] members = [.. Dimensions.Select(_ => new TextNumbers())];

    /// <summary>Begins with nothing.</summary>
    /// <param name="indicators">The dataset's indicators; a place in this list is how they are named below.</param>
    /// <param name="pieces">The days that count, each piece within one month; what counts on no day of them is passed over.</param>
    /// <param name="membersByDay">True to keep members by day as well, for the rare questions that no cell answers.</param>
    public CellSums(IReadOnlyList<Indicator> indicators, IReadOnlyList<Period> pieces, bool membersByDay = false)
    {
        this.indicators = indicators;
        this.pieces = pieces;
        this.membersByDay = membersByDay;
        sums = [.. indicators.Select(_ => new Dictionary<CellKey, (long, long)>())];
        members[Total].Of("");
    }

    /// <summary>Every cell that something was added to.</summary>
    public IEnumerable<Cell> Cells()
    {
        for (var i = 0; i < sums.Length; i++)
            foreach (var (key, sum) in sums[i])
                yield return new Cell(indicators[i].Code, Dimensions[key.Dimension], DateOnly.FromDayNumber(key.StartsOn), members[key.Dimension].TextOf(key.Member), key.Amount, sum.Numerator / 100m, sum.Denominator / 100m);
    }

    /// <summary>Where a record stands in every breakdown; null where it counts on none of the days.</summary>
    public Place? PlaceOf(DateOnly day, string? locality, string? team, string? category)
    {
        foreach (var piece in pieces)
        {
            if (!piece.Covers(day)) continue;
            var week = Period.WeekOf(day);
            var weekStart = membersByDay ? day : week > piece.From ? week : piece.From;
            return new Place(day.DayNumber, weekStart.DayNumber, members[1].Of(locality), members[2].Of(team), members[3].Of(category));
        }

        return null;
    }

    /// <summary>Adds a measure to an indicator's cells.</summary>
    public void Add(int indicator, in Place place, in Measure measure)
    {
        var cells = sums[indicator];
        Add(cells, new CellKey(Total, place.Day, 0, measure.Amount), measure);
        if (place.Locality >= 0) Add(cells, new CellKey(1, place.WeekStart, place.Locality, measure.Amount), measure);
        if (place.Team >= 0) Add(cells, new CellKey(2, place.WeekStart, place.Team, measure.Amount), measure);
        if (place.Category >= 0) Add(cells, new CellKey(3, place.WeekStart, place.Category, measure.Amount), measure);
    }

    /// <summary>Stores the cells of one piece for its segment.</summary>
    public void Store(UnitOfWork work, Period piece, string segmentId) => work.Load("Cell", Cell.Columns, Cells()
        .Where(cell => piece.Covers(cell.StartsOn))
        .OrderBy(cell => cell.Indicator, StringComparer.Ordinal).ThenBy(cell => cell.Dimension, StringComparer.Ordinal).ThenBy(cell => cell.StartsOn)
        .Select(cell => new object?[] { segmentId, cell.Indicator, cell.Dimension, cell.StartsOn, cell.Member, cell.Amount, cell.Numerator, cell.Denominator }));

    private static void Add(Dictionary<CellKey, (long Numerator, long Denominator)> cells, CellKey key, in Measure measure)
    {
        ref var sum = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(cells, key, out _);
        sum.Numerator += measure.Numerator;
        sum.Denominator += measure.Denominator;
    }

    /// <summary>Where a record stands in every breakdown: days by number, members by number, -1 for none.</summary>
    public readonly record struct Place(int Day, int WeekStart, int Locality, int Team, int Category);

    private readonly record struct CellKey(int Dimension, int StartsOn, int Member, int Amount);
}
