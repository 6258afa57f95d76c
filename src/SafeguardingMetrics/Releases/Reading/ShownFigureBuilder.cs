using SafeguardingMetrics.Datasets.Calendar;
using SafeguardingMetrics.Datasets.Declaring;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Releases.Protection;

namespace SafeguardingMetrics.Releases.Reading;

/// <summary>Says what of released counts is told, and which value follows from them.</summary>
internal static class ShownFigureBuilder
{
    /// <summary>Fewer children than this are behind events of which no number is told.</summary>
    public const int FewChildren = 5;

    /// <summary>Fewer children than this are behind events of which the counts are told and no value.</summary>
    public const int FewForValue = 10;

    // The same symbols as of figures in full.
    private const string FewerThanFive = "c";
    private const string TooFew = "u";
    private const string NothingToCount = "z";

    /// <summary>The figure with what is told of it.</summary>
    public static ShownFigure AddNumbers(ShownFigure figure, ReleasedPart part)
    {
        if (!part.HasReturns) return figure;
        var indicator = figure.Indicator;
        if (!indicator.IsAboutChildren) return AddExact(figure, part);
        if (part.Children < FewChildren) return figure with { Symbol = FewerThanFive };
        if (indicator is DatasetIndicator { People: not null }) return AddValue(figure, part.Figure, part.Denominator);
        figure = figure with { Numerator = part.Numerator, Denominator = part.Denominator };
        if (part.Denominator == ShownCount.Nought) return figure with { Symbol = NothingToCount };
        if (part.Children < FewForValue) return WithoutValue(figure);
        return indicator.Unit switch
        {
            Unit.Days => AddValue(figure with { P90 = part.P90 }, part.Figure, part.Denominator),
            Unit.Cases => AddMean(figure),
            _ => AddRate(figure),
        };
    }

    private static ShownFigure AddExact(ShownFigure figure, ReleasedPart part)
    {
        var value = part.Figure is { } kept ? Rounding.ToOnePlace(kept) : GetRate(figure.Indicator, part.Numerator, part.Denominator);
        return figure with
        {
            Numerator = part.Numerator,
            Denominator = part.Denominator,
            Value = value,
            Level = value,
            P90 = part.P90,
            Symbol = part.Denominator is not { Middle: > 0 } ? NothingToCount
                : figure.Indicator.Unit == Unit.Percent && part.Denominator.Value.Middle < Uncertainty.LeastDenominator ? TooFew
                : null,
        };
    }

    private static decimal? GetRate(Indicator indicator, ShownCount? numerator, ShownCount? denominator) =>
        numerator is { } part && denominator is { Middle: > 0 } whole
            ? Rounding.ToOnePlace((indicator.Unit == Unit.Percent ? 100 : 1) * part.Middle / whole.Middle)
            : null;

    private static ShownFigure AddValue(ShownFigure figure, decimal? value, ShownCount? denominator) => value is null
        ? denominator is { MayBeNone: true } ? figure with { Symbol = FewerThanFive } : WithoutValue(figure)
        : figure with { Value = value, Level = value, Symbol = GetSymbol(figure) };

    // Cases a worker, in whole cases, where there are enough cases and any workers.
    private static ShownFigure AddMean(ShownFigure figure)
    {
        if (figure.Numerator is not { } cases || figure.Denominator is not { AtLeast: > 0 } workers
            || cases.AtLeast < ShownCount.LeastForRate)
            return WithoutValue(figure);
        var mean = Math.Round(cases.Middle / workers.Middle, 0, MidpointRounding.AwayFromZero);
        return figure with { Value = mean, Level = mean, Symbol = null };
    }

    private static ShownFigure AddRate(ShownFigure figure)
    {
        if (figure.Numerator is not { } part || figure.Denominator is not { } whole || whole.AtLeast < ShownCount.LeastForRate)
            return WithoutValue(figure);
        decimal ToRate(decimal numerator, decimal denominator)
        {
            var rate = Rounding.ToOnePlace(100 * numerator / denominator);
            return figure.Indicator.IsProportion ? Math.Min(100, rate) : rate;
        }

        var level = ToRate(part.Middle, whole.Middle);
        return figure with
        {
            Value = part.MayBeNone ? null : level,
            Level = level,
            ValueAtLeast = ToRate(part.AtLeast, whole.AtMost),
            ValueAtMost = ToRate(part.AtMost, whole.AtLeast),
            Symbol = GetSymbol(figure),
        };
    }

    private static ShownFigure WithoutValue(ShownFigure figure) => figure with { Symbol = GetSymbol(figure) ?? TooFew };

    private static string? GetSymbol(ShownFigure figure) =>
        figure.Numerator is { MayBeNone: true } || figure.Denominator is { MayBeNone: true } ? FewerThanFive : null;
}
