using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Indicators.Values;

namespace SafeguardingMetrics.Indicators.Benchmarks;

/// <summary>A region's benchmark.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value; null where it publishes none.</param>
public sealed record RegionValue(string Code, string Name, decimal? Value);

/// <summary>The partnership's latest value beside what others published.</summary>
public sealed record Comparison
{
    /// <summary>The partnership's latest figure that has a value, by the interval asked for; where none has, the last.</summary>
    public required IndicatorValue Own { get; init; }

    /// <summary>The label of the benchmarks' period; null where there are none.</summary>
    public required string? BenchmarkPeriod { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly? BenchmarkFrom { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly? BenchmarkTo { get; init; }

    /// <summary>England's value.</summary>
    public required decimal? England { get; init; }

    /// <summary>The regions that were loaded.</summary>
    public required IReadOnlyList<RegionValue> Regions { get; init; }

    /// <summary>How many statistical neighbours were loaded.</summary>
    public required int Neighbours { get; init; }

    /// <summary>How many of them have a value: median and mean are of these.</summary>
    public required int NeighboursWithValue { get; init; }

    /// <summary>The median of the neighbours' values, to one decimal place: what the Department for Education's children's social care dashboard shows.</summary>
    public required decimal? NeighbourMedian { get; init; }

    /// <summary>The mean of the neighbours' values, each counting alike, to one decimal place: what LAIT shows.</summary>
    public required decimal? NeighbourMean { get; init; }

    /// <summary>How many local authorities have a value: the quartiles are of these.</summary>
    public required int LocalAuthorities { get; init; }

    /// <summary>The lower quartile, to two decimal places; the band is found with the unrounded one. Null of fewer than four values.</summary>
    public required decimal? LowerQuartile { get; init; }

    /// <summary>The median of the local authorities.</summary>
    public required decimal? LocalAuthorityMedian { get; init; }

    /// <summary>The upper quartile.</summary>
    public required decimal? UpperQuartile { get; init; }

    /// <summary>A, the best quarter of the local authorities, to D, the worst, by the indicator's polarity; null where there is no value, or fewer than four to compare it with.</summary>
    public required string? QuartileBand { get; init; }

    /// <summary>Compares.</summary>
    /// <param name="own">The partnership's figure, with what may be shown of it.</param>
    /// <param name="benchmarks">Benchmarks of one indicator and period.</param>
    /// <param name="polarity">Which way is better.</param>
    public static Comparison Create(IndicatorValue own, IReadOnlyList<Benchmark> benchmarks, Polarity polarity)
    {
        IReadOnlyList<decimal> Values(string areaType) => [.. benchmarks.Where(one => one.AreaType == areaType).Select(one => one.Value).OfType<decimal>()];
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
            England = benchmarks.FirstOrDefault(one => one.AreaType == AreaType.England)?.Value,
            Regions = [.. benchmarks.Where(one => one.AreaType == AreaType.Region).Select(one => new RegionValue(one.AreaCode, one.AreaName, one.Value))],
            Neighbours = benchmarks.Count(one => one.AreaType == AreaType.StatisticalNeighbour),
            NeighboursWithValue = neighbours.Count,
            NeighbourMedian = neighbours.Count == 0 ? null : Rounding.ToOnePlace(Quartiles.Quantile(neighbours, 0.5m)),
            NeighbourMean = neighbours.Count == 0 ? null : Rounding.ToOnePlace(neighbours.Average()),
            LocalAuthorities = authorities.Count,
            LowerQuartile = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Lower),
            LocalAuthorityMedian = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Median),
            UpperQuartile = quartiles is null ? null : Rounding.ToTwoPlaces(quartiles.Upper),
            QuartileBand = own.Value is { } value ? quartiles?.GetBand(value, polarity) : null,
        };
    }
}
