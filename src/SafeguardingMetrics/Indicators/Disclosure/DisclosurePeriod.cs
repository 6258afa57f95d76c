using SafeguardingMetrics.Datasets.Calendar;

namespace SafeguardingMetrics.Indicators.Disclosure;

/// <summary>
/// A month, a quarter or a financial year: each lies wholly in one of the next, and every interval of months is made of
/// them.
/// </summary>
/// <param name="From">Its first day.</param>
/// <param name="Months">1, 3 or 12.</param>
internal readonly record struct DisclosurePeriod(DateOnly From, int Months)
{
    /// <summary>Its last day.</summary>
    public DateOnly To => From.AddMonths(Months).AddDays(-1);

    /// <summary>Its months.</summary>
    public IEnumerable<DisclosurePeriod> ByMonth => SplitInto(1);

    /// <summary>Of a financial year its quarters, of a quarter its months.</summary>
    public IEnumerable<DisclosurePeriod> Children => Months == 12 ? SplitInto(3) : Months == 3 ? SplitInto(1) : [];

    /// <summary>The fewest blocks that make up whole months, in their order.</summary>
    public static IEnumerable<DisclosurePeriod> Split(Period months)
    {
        for (var from = months.From; from <= months.To;)
        {
            var block = from is { Month: 4 } && new DisclosurePeriod(from, 12).To <= months.To ? new DisclosurePeriod(from, 12)
                : from.Month % 3 == 1 && new DisclosurePeriod(from, 3).To <= months.To ? new DisclosurePeriod(from, 3)
                : new DisclosurePeriod(from, 1);
            yield return block;
            from = from.AddMonths(block.Months);
        }
    }

    private IEnumerable<DisclosurePeriod> SplitInto(int months)
    {
        for (var i = 0; i < Months; i += months) yield return new DisclosurePeriod(From.AddMonths(i), months);
    }
}
