using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>The benchmark of a region.</summary>
/// <param name="Code">The region's code.</param>
/// <param name="Name">The region's name.</param>
/// <param name="Value">The value; null where the region publishes none.</param>
public sealed record RegionValue(string Code, string Name, decimal? Value);

/// <summary>The partnership's latest figure beside published benchmarks.</summary>
public sealed record Comparison
{
    /// <summary>
    /// The partnership's latest figure with a value, by the interval asked for; the last figure where none has a value.
    /// </summary>
    public required IndicatorValue Own { get; init; }

    /// <summary>The label of the benchmarks' period; null without benchmarks.</summary>
    public required string? BenchmarkPeriod { get; init; }

    /// <summary>The first day of that period.</summary>
    public required DateOnly? BenchmarkFrom { get; init; }

    /// <summary>The last day of that period.</summary>
    public required DateOnly? BenchmarkTo { get; init; }

    /// <summary>England's value.</summary>
    public required decimal? England { get; init; }

    /// <summary>The regions for which a benchmark was loaded.</summary>
    public required IReadOnlyList<RegionValue> Regions { get; init; }

    /// <summary>How many statistical neighbours were loaded.</summary>
    public required int Neighbours { get; init; }

    /// <summary>How many of the neighbours have a value. Their median and mean are of these.</summary>
    public required int NeighboursWithValue { get; init; }

    /// <summary>
    /// The median of the neighbours' values, to one decimal place, as the Department for Education's children's social
    /// care dashboard shows it.
    /// </summary>
    public required decimal? NeighbourMedian { get; init; }

    /// <summary>
    /// The unweighted mean of the neighbours' values, to one decimal place, as the Department for Education's LAIT
    /// shows it.
    /// </summary>
    public required decimal? NeighbourMean { get; init; }

    /// <summary>How many local authorities have a value. The quartiles are of these.</summary>
    public required int LocalAuthorities { get; init; }

    /// <summary>
    /// The lower quartile, to two decimal places; null with fewer than four values. The band is found with the
    /// unrounded quartile.
    /// </summary>
    public required decimal? LowerQuartile { get; init; }

    /// <summary>The median of the local authorities.</summary>
    public required decimal? LocalAuthorityMedian { get; init; }

    /// <summary>The upper quartile.</summary>
    public required decimal? UpperQuartile { get; init; }

    /// <summary>
    /// The quartile band, A (the best quarter of local authorities) to D (the worst), by the indicator's polarity; null
    /// without a value, or with fewer than four authorities.
    /// </summary>
    public required string? QuartileBand { get; init; }

    /// <summary>Creates the comparison.</summary>
    /// <param name="own">The partnership's figure after disclosure control.</param>
    /// <param name="benchmarks">The benchmarks of one indicator and period.</param>
    /// <param name="polarity">Whether a high or a low value is better.</param>
    public static Comparison Create(IndicatorValue own, IReadOnlyList<Benchmark> benchmarks, Polarity polarity)
    {
        IReadOnlyList<decimal> Values(string areaType) =>
            [.. benchmarks.Where(benchmark => benchmark.AreaType == areaType).Select(benchmark => benchmark.Value).OfType<decimal>()];
        var neighbours = Values(AreaType.StatisticalNeighbour);
        var authorities = Values(AreaType.LocalAuthority);
        var quartiles = Quartiles.FromValues(authorities);
        var any = benchmarks.Count == 0 ? null : benchmarks[0];
        return new Comparison
        {
            Own = own,
            BenchmarkPeriod = any?.Period,
            BenchmarkFrom = any?.From,
            BenchmarkTo = any?.To,
            England = benchmarks.FirstOrDefault(benchmark => benchmark.AreaType == AreaType.England)?.Value,
            Regions =
            [
                .. benchmarks.Where(benchmark => benchmark.AreaType == AreaType.Region)
                    .Select(region => new RegionValue(region.AreaCode, region.AreaName, region.Value)),
            ],
            Neighbours = benchmarks.Count(benchmark => benchmark.AreaType == AreaType.StatisticalNeighbour),
            NeighboursWithValue = neighbours.Count,
            NeighbourMedian = neighbours.Count == 0 ? null : Rounding.ToOnePlace(Quartiles.Quantile(neighbours, 0.5m)),
            NeighbourMean = neighbours.Count == 0 ? null : Rounding.ToOnePlace(neighbours.Average()),
            LocalAuthorities = authorities.Count,
            LowerQuartile = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Lower),
            LocalAuthorityMedian = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Median),
            UpperQuartile = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Upper),
            QuartileBand = own.Level is { } value ? quartiles?.GetBand(value, polarity) : null,
        };
    }
}
