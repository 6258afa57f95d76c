using SafeguardingMetrics.Counts;
using SafeguardingMetrics.Datasets.Declaring.Indicators;
using SafeguardingMetrics.Figures;
using SafeguardingMetrics.Identity;
using SafeguardingMetrics.Indicators.Values;
using SafeguardingMetrics.Storage;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>Takes out of figures what their reader may not see.</summary>
public sealed class DisclosureControl
{
    /// <summary>What stands for a number that is hidden: the Department for Education's symbol for confidential.</summary>
    public const string Symbol = "c";

    private readonly FigureQuery query;
    private readonly SuppressionPlan? plan;

    private DisclosureControl(FigureQuery query, SuppressionPlan? plan) => (this.query, this.plan) = (query, plan);

    /// <summary>The protection of the figures asked for; none for those who may see them as they are, nor of figures that do not count children.</summary>
    public static async Task<DisclosureControl> Create(ReadSession reading, FigureQuery query, HttpContext http) =>
        new(query, http.User.CanSeeFullFigures() || !query.Dataset.IsAboutChildren ? null : await SuppressionReader.ReadPlan(reading, query, http.RequestServices.GetRequiredService<DisclosureRules>(), http.RequestServices.GetRequiredService<SuppressionCache>()));

    /// <summary>True where such intervals and breakdowns are not this reader's: weeks lie across months, and members of two dimensions are few.</summary>
    public static bool IsRefused(HttpContext http, FigureQuery query) => !http.User.CanSeeFullFigures() && (!query.Interval.IsWholeMonths || query.SecondBy is not null);

    /// <summary>The row as its reader may see it.</summary>
    public IndicatorValue Apply(Figure figure, IndicatorValue row)
    {
        if (plan is null) return row;
        // How many records came tells what a hidden total is; how many had faults does not. Those still waiting are counts that no plan decides about.
        row = row with { RecordsReceived = null, Waiting = null };
        var (isNumeratorHidden, isDenominatorHidden) = (IsHidden(figure, CountRole.Numerator, row.Numerator), IsHidden(figure, CountRole.Denominator, row.Denominator));
        if (!isNumeratorHidden && !isDenominatorHidden) return row;
        return row with
        {
            Numerator = isNumeratorHidden ? null : row.Numerator,
            Denominator = isDenominatorHidden ? null : row.Denominator,
            // All that is worked out of both: with one of them it would give the other.
            Value = null,
            P90 = null,
            Lower = null,
            Upper = null,
            Symbol = Symbol,
        };
    }

    private bool IsHidden(Figure figure, CountRole role, decimal? count) => count is { } known && known != 0 && !plan!.IsShown(CreateKey(figure, role), figure.Days, known);

    // By agency a member is that agency's total; by sector the sector's, of which an agency that is asked for is all.
    private CountKey CreateKey(Figure figure, CountRole role)
    {
        var scope = new Scope(query.Agency is null && query.By == Dimension.Sector ? figure.Member : null, query.Agency ?? (query.By == Dimension.Agency ? figure.Member : null));
        return new(default, scope, query.CellDimension, query.IsByReturn ? "" : figure.Member ?? "", figure.Indicator.Code, role);
    }
}
