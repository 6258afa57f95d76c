using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Tables;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>Benchmarks as a table.</summary>
internal static class BenchmarkTable
{
    private const int MostNeighbours = 10;
    private const decimal Most = 1_000_000;

    // What the Department for Education writes where it gives no number.
    private static readonly HashSet<string> _noValue = ["c", "k", "low", "u", "x", "z"];

    /// <summary>The columns that the header must name.</summary>
    public static IReadOnlyList<string> Required { get; } = ["indicator", "areaType", "areaCode", "areaName", "period", "from", "to", "value"];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Required, "rank", "closeness"];

    /// <summary>The benchmarks of a table; every fault is noted there.</summary>
    public static IReadOnlyList<Benchmark> Read(CsvTable table)
    {
        var read = table.Rows.Select(row => (Row: row, Benchmark: ParseRow(row))).ToList();
        var areas = new HashSet<(string, string, string, string)>();
        var ranks = new HashSet<(string, string, int)>();
        var days = new Dictionary<(string, string), (DateOnly, DateOnly)>();
        var sizes = new Dictionary<(string, string, string), int>();
        foreach (var (row, given) in read)
        {
            if (!areas.Add((given.Indicator, given.AreaType, given.AreaCode, given.Period))) row.AddError("areaCode", "An earlier line is of the same indicator, kind of area, area and period.");
            if (given.Rank is { } rank && !ranks.Add((given.Indicator, given.Period, rank))) row.AddError("rank", "An earlier line has the same rank.");
            if (!days.TryAdd((given.Indicator, given.Period), (given.From, given.To)) && days[(given.Indicator, given.Period)] != (given.From, given.To))
                row.AddError("period", "An earlier line of this indicator gives a period of this label other days.");
            var size = sizes[(given.Indicator, given.AreaType, given.Period)] = sizes.GetValueOrDefault((given.Indicator, given.AreaType, given.Period)) + 1;
            if (given.AreaType == AreaType.England && size == 2) row.AddError("areaType", "There is one England.");
            if (given.AreaType == AreaType.StatisticalNeighbour && size == MostNeighbours + 1) row.AddError("areaType", $"There are at most {MostNeighbours} statistical neighbours.");
        }

        return [.. read.Select(pair => pair.Benchmark)];
    }

    private static Benchmark ParseRow(TableRow row)
    {
        var indicator = row["indicator"] is { } code ? DatasetCatalogue.FindIndicator(code)?.Indicator : null;
        if (indicator is null) row.AddError("indicator", "The code of an indicator that GET /v1/indicators lists is needed here.");
        var areaType = row["areaType"] ?? "";
        if (!AreaType.All.Contains(areaType)) row.AddError("areaType", $"One of {string.Join(", ", AreaType.All)} is needed here.");
        var (from, to) = (row.GetDay("from"), row.GetDay("to"));
        if (to != default && to < from) row.AddError("to", "The last day is not before the first.");
        var isNeighbour = areaType == AreaType.StatisticalNeighbour;
        if (!isNeighbour && row["rank"] is not null) row.AddError("rank", "Only a statistical neighbour has a rank.");
        if (!isNeighbour && row["closeness"] is not null) row.AddError("closeness", "Only a statistical neighbour has a closeness.");
        return new Benchmark
        {
            Indicator = row["indicator"] ?? "",
            AreaType = areaType,
            AreaCode = row.GetText("areaCode", 20),
            AreaName = row.GetText("areaName", 120),
            Period = row.GetText("period", 20),
            From = from,
            To = to,
            Value = row["value"] is { } symbol && _noValue.Contains(symbol) ? null : row.GetDecimal("value", indicator?.Unit == Unit.Percent ? 100 : Most),
            Rank = isNeighbour ? row.GetInteger("rank", 1, MostNeighbours) : null,
            Closeness = isNeighbour && row["closeness"] is not null ? row.GetText("closeness", 40) : null,
            LoadedAt = null,
        };
    }
}
