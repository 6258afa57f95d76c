using SafeguardingMetrics.Datasets.Catalogue;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Tables;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>Reads benchmarks from an uploaded CSV table.</summary>
internal static class BenchmarkTable
{
    private const int MostNeighbours = 10;
    private const decimal Most = 1_000_000;

    // Symbols that the Department for Education publishes in place of a number.
    private static readonly HashSet<string> _noValue = ["c", "k", "low", "u", "x", "z"];

    /// <summary>The columns that the header must name.</summary>
    public static IReadOnlyList<string> Required { get; } =
        ["indicator", "areaType", "areaCode", "areaName", "period", "from", "to", "value"];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. Required, "rank", "closeness"];

    /// <summary>The benchmarks of the table. Errors are added to the table.</summary>
    public static IReadOnlyList<Benchmark> Read(CsvTable table)
    {
        var read = table.Rows.Select(row => (Row: row, Benchmark: ParseRow(row))).ToList();
        var areas = new HashSet<(string, string, string, string)>();
        var ranks = new HashSet<(string, string, int)>();
        var days = new Dictionary<(string, string), (DateOnly, DateOnly)>();
        var sizes = new Dictionary<(string, string, string), int>();
        foreach (var (row, benchmark) in read)
        {
            var (indicator, areaType, period) = (benchmark.Indicator, benchmark.AreaType, benchmark.Period);
            if (!areas.Add((indicator, areaType, benchmark.AreaCode, period)))
                row.AddError("areaCode", "An earlier line has the same indicator, kind of area, area and period.");
            if (benchmark.Rank is { } rank && !ranks.Add((indicator, period, rank)))
                row.AddError("rank", "An earlier line has the same rank.");
            var span = (benchmark.From, benchmark.To);
            if (!days.TryAdd((indicator, period), span) && days[(indicator, period)] != span)
                row.AddError("period", "An earlier line of this indicator gives other days for the period of this label.");
            var size = sizes[(indicator, areaType, period)] = sizes.GetValueOrDefault((indicator, areaType, period)) + 1;
            if (areaType == AreaType.England && size == 2)
                row.AddError("areaType", "There can be only one row for England.");
            if (areaType == AreaType.StatisticalNeighbour && size == MostNeighbours + 1)
                row.AddError("areaType", $"There can be at most {MostNeighbours} statistical neighbours.");
        }

        return [.. read.Select(pair => pair.Benchmark)];
    }

    private static Benchmark ParseRow(TableRow row)
    {
        var indicator = row["indicator"] is { } code ? IndicatorCatalogue.Find(code) : null;
        if (indicator is null) row.AddError("indicator", "This must be the code of an indicator that GET /v1/indicators lists.");
        var areaType = row["areaType"] ?? "";
        if (!AreaType.All.Contains(areaType)) row.AddError("areaType", $"This must be one of {string.Join(", ", AreaType.All)}.");
        var (from, to) = (row.GetDay("from"), row.GetDay("to"));
        if (to != default && to < from) row.AddError("to", "The last day must not be before the first.");
        var isNeighbour = areaType == AreaType.StatisticalNeighbour;
        if (!isNeighbour && row["rank"] is not null) row.AddError("rank", "Only a statistical neighbour may have a rank.");
        if (!isNeighbour && row["closeness"] is not null) row.AddError("closeness", "Only a statistical neighbour may have a closeness.");
        return new Benchmark
        {
            Indicator = row["indicator"] ?? "",
            AreaType = areaType,
            AreaCode = row.GetText("areaCode", 20),
            AreaName = row.GetText("areaName", 120),
            Period = row.GetText("period", 20),
            From = from,
            To = to,
            Value = ParseValue(row, indicator),
            Rank = isNeighbour ? row.GetInteger("rank", 1, MostNeighbours) : null,
            Closeness = isNeighbour && row["closeness"] is not null ? row.GetText("closeness", 40) : null,
            LoadedAt = null,
        };
    }

    private static decimal? ParseValue(TableRow row, Indicator? indicator) =>
        row["value"] is { } symbol && _noValue.Contains(symbol)
            ? null
            : row.GetDecimal("value", indicator?.Unit == Unit.Percent ? 100 : Most);
}
